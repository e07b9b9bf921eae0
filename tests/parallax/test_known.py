from pathlib import Path
from types import SimpleNamespace

from parallax.known import broader_concepts, outlet_names

PACK = """
id = "{id}"
name = "{name}"
home = "https://{id}.example/"
languages = ["en"]
feeds = ["https://{id}.example/feed"]
"""


def test_broader_concepts_lead_to_known_ones() -> None:
    broader = broader_concepts()
    assert broader
    assert all(wider != concept for concept, wider in broader.items())


def test_names_come_from_the_packs_the_corpus_was_collected_with(write: SimpleNamespace, tmp_path: Path) -> None:
    corpus = write.corpus(tmp_path / "c", [write.text("x-daily", "One."), write.text("no-pack", "Two.")])
    folder = corpus.folder / "outlets"
    folder.mkdir()
    for key, name in (("x-daily", "The X Daily"), ("unused", "Unused")):
        (folder / f"{key}.toml").write_text(PACK.format(id=key, name=name), encoding="utf-8")
    assert outlet_names(corpus) == {"x-daily": "The X Daily"}
