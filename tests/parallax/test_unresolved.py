import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from corpus.errors import CorpusError
from corpus.store import Corpus
from corpus.tables import MENTIONS
from parallax.cli import main
from parallax.unresolved import Unresolved, unresolved_actors

TEXTS = (
    ("harbour-post", "en", "Altamar paid. Ines Vale of Altamar did not, says Ines Vale."),
    ("hafenblatt", "de", "Ines Vale schweigt. Corvo auch, und Tolland."),
)
NAMES = {"Altamar": "altamar", "Corvo": "corvo", "Ines Vale": "ines-vale", "Tolland": "tolland"}


@pytest.fixture
def corpus(write, tmp_path):
    texts = []
    for outlet, lang, text in TEXTS:
        mentions = tuple(
            {"surface": name, "at": nth, "actor": key, "kind": "person" if key == "ines-vale" else "other"}
            for name, key in NAMES.items()
            for nth in range(1, text.count(name) + 1)
        )
        texts.append(write.text(outlet=outlet, lang=lang, title=outlet, text=text, mentions=mentions))
    return write.corpus(tmp_path / "corpus", texts)


VALE = Unresolved("ines-vale", "person", 3, 2, 2, (("en", "Ines Vale", 2), ("de", "Ines Vale", 1)))
TOLLAND = Unresolved("tolland", "other", 1, 1, 1, (("de", "Tolland", 1),))


def test_names_that_the_event_does_not_know_are_counted_those_in_most_outlets_first(corpus):
    assert unresolved_actors(corpus) == [VALE, TOLLAND]


def test_pronouns_are_mentions_and_no_spellings(corpus):
    mentions = [replace(m, resolved_by="pronoun" if m.actor == "tolland" else "name") for m in corpus.records(MENTIONS)]
    corpus.write(MENTIONS, mentions)
    assert unresolved_actors(corpus)[1] == replace(TOLLAND, spellings=())


def test_without_an_event_every_actor_is_unresolved(corpus):
    (corpus.folder / "event.toml").unlink()
    assert [u.actor for u in unresolved_actors(corpus)] == ["ines-vale", "altamar", "corvo", "tolland"]


def test_the_command_prints_a_line_each_and_writes_all(corpus, tmp_path):
    result = CliRunner().invoke(main, ["actors", str(corpus.folder), "--json", str(tmp_path / "actors.json")])
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "2 outlets, 2 articles, 3 mentions  ines-vale (person): Ines Vale (en 2), Ines Vale (de 1)",
        "1 outlet, 1 article, 1 mention  tolland (other): Tolland (de 1)",
    ]
    assert [one["actor"] for one in json.loads((tmp_path / "actors.json").read_text())] == ["ines-vale", "tolland"]


def test_a_corpus_that_is_not_annotated_says_what_to_do(tmp_path):
    (tmp_path / "raw").mkdir()
    with pytest.raises(CorpusError, match="parallax"):
        unresolved_actors(Corpus(tmp_path / "raw"))


def test_where_nobody_is_named_the_command_says_just_that(write, tmp_path):
    corpus = write.corpus(tmp_path / "corpus", [write.text(outlet="post", lang="en", title="post", text="It rained.")])
    result = CliRunner().invoke(main, ["actors", str(corpus.folder)])
    assert (result.exit_code, result.stdout) == (0, "The texts name nobody that the event file does not know.\n")
