"""What the packs know that comparing needs: which concept is broader, and the names outlets are credited by."""

from pathlib import Path

from corpus.store import Corpus
from corpus.tables import ARTICLES


def broader_concepts() -> dict[str, str]:
    """Each concept of counted nouns that has a broader one, with it."""
    from nlp.concepts import concepts  # loads the language packs' machinery, which the report does not need

    return {name: concept.broader for name, concept in sorted(concepts().items()) if concept.broader is not None}


def outlet_packs(corpus: Corpus) -> dict[str, Path]:
    """The outlet packs by outlet id: ours, and the corpus's own copies of those it was collected with, which win."""
    from crawl.outlet import PACKS, pack_files

    return pack_files(*(folder for folder in (PACKS, corpus.folder / "outlets") if folder.is_dir()))


def outlet_names(corpus: Corpus) -> dict[str, str]:
    """The display name of every outlet of the corpus that has a pack, by outlet id."""
    from crawl.outlet import load_outlet

    packs = outlet_packs(corpus)
    used = sorted({row["outlet"] for row in corpus.rows(ARTICLES)} & set(packs))
    return {key: load_outlet(packs[key]).name for key in used}


def loaded_classes() -> dict[str, str]:
    """Our classes of loaded words, and what each does."""
    from nlp.sections.wording import loaded_classes as ours

    return ours()


def lexicon_languages() -> set[str]:
    """The languages whose packs have a lexicon of loaded words."""
    from nlp.language import known_languages, load_language

    return {code for code in known_languages() if load_language(code).has("wording")}
