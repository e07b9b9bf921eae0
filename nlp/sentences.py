"""The component that splits a document into sentences."""

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from nlp.boundaries import split_sentences
from nlp.language import Language, load_language
from nlp.layers import Place, text_of

__all__ = ["SentenceSplitter", "make_sentences", "split_sentences"]


_NO_START = array("Q", (2**64 - 1,))
"""What says of one token that no sentence starts there: minus one, as spaCy takes it."""


def _mark_starts(doc: Doc, sentences: Sequence[Place]) -> None:
    """Set the starts of sentences on the tokens, all at once: token by token takes longer than reading the text."""
    if not len(doc):
        return
    starts = _NO_START * len(doc)
    starts[0] = 1
    for place in sentences:
        first = doc.char_span(place.start, place.start + 1, alignment_mode="expand")
        if first is not None:
            starts[first.start] = 1
    table: Any = np.frombuffer(starts, dtype=np.uint64)
    doc.from_array([SENT_START], table)


class SentenceSplitter:
    """Writes `doc._.sentences`, and the starts of sentences into a Doc that has none."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Split the text."""
        sentences = tuple(split_sentences(text_of(doc), self.language))
        doc._.sentences = sentences
        if not doc.has_annotation("SENT_START"):
            _mark_starts(doc, sentences)
        return doc


@Pipeline.factory("parallax_sentences", default_config={"lang": None}, assigns=["doc._.sentences"])
def make_sentences(nlp: Pipeline, name: str, lang: str | None) -> SentenceSplitter:
    """The component for `nlp.add_pipe("parallax_sentences")`; `lang` is taken from the pipeline if null."""
    return SentenceSplitter(load_language(lang or nlp.lang))
