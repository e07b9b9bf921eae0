"""The pipeline of a language: a trained model where the user names one, else a blank one, and our components."""

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language as Pipeline

from corpus.errors import InputError, sentence
from nlp.kept_text import TextKeeper
from nlp.language import Language, load_language

COMPONENTS: tuple[str, ...] = (
    "parallax_sentences",
    "parallax_figures",
    "parallax_actors",
    "parallax_claims",
    "parallax_links",
    "parallax_wording",
)
"""Our components in their order; each one's factory is published as an entry point of spaCy."""

_KNOW_THE_EVENT = frozenset({"parallax_actors", "parallax_claims"})

LONGEST = 1_000_000_000
"""Characters in the longest text: spaCy's limit is for parsers, whose memory grows with the text; ours does not."""


def build_pipeline(
    tag: str, *, event: Path | None = None, model: str | None = None, lexicons: tuple[Path, ...] = ()
) -> Pipeline:
    """A pipeline for the language that ends in our components.

    Args:
        tag: BCP 47; a language without a pack raises PackError.
        event: the event file whose actors are to be found.
        model: a trained spaCy pipeline (name or path) to put our components behind.
        lexicons: files of the user's with further loaded words.
    """
    language = load_language(tag)
    nlp = _trained(model) if model else _blank(language)
    nlp.tokenizer = TextKeeper(nlp.tokenizer)
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"lang": language.code, **_own_config(name, event, lexicons)})
    return nlp


def _own_config(name: str, event: Path | None, lexicons: tuple[Path, ...]) -> dict[str, Any]:
    if name == "parallax_wording":
        return {"lexicons": [str(path) for path in lexicons]}
    return {"event": str(event)} if name in _KNOW_THE_EVENT and event is not None else {}


def _blank(language: Language) -> Pipeline:
    nlp = spacy.blank(language.about.spacy)
    nlp.max_length = LONGEST
    return nlp


def _trained(model: str) -> Pipeline:
    try:
        return spacy.load(model)
    except OSError as why:
        raise InputError(
            sentence(
                "--model",
                found=f"{model!r} ({why})",
                expected="an installed spaCy pipeline",
                todo="install it or leave it out",
            )
        ) from None
