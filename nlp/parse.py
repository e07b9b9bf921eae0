"""A dependency parse as the claims need it: by characters, with the labels of `parse_labels.toml`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from corpus.errors import PackError
from corpus.strict import Strict, load_toml

_LABELS = Path(__file__).parent / "parse_labels.toml"


class ParseLabels(Strict):
    """`parse_labels.toml`: which labels of a parse mean what."""

    subjects: frozenset[str]
    clauses: frozenset[str]
    infinitives: frozenset[str]
    markers: frozenset[str]
    asides: frozenset[str]
    relatives: frozenset[str]
    names: frozenset[str]
    prepositions: frozenset[str]
    joined: frozenset[str]


@cache
def parse_labels() -> ParseLabels:
    """The labels of all schemes."""
    return load_toml(_LABELS, ParseLabels, PackError)


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a parsed Doc, each with its characters, its head (a root is its own), its label and its children.

    `edges` are the first and the last token of what hangs on each.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    edges: tuple[tuple[int, int], ...]
    children: tuple[tuple[int, ...], ...]

    def over(self, start: int, end: int) -> range:
        """The tokens that have a character of the stretch, which need not begin or end with one."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def below(self, tokens: range | tuple[int, ...], labels: frozenset[str]) -> Iterator[int]:
        """What hangs on the tokens by one of the labels, and is none of them itself, in order of these."""
        for at in tokens:
            yield from (c for c in self.children[at] if self.labels[c] in labels and c not in tokens)


def parse_of(doc: Doc) -> Parse | None:
    """The parse of a Doc; null if it has none."""
    if not doc.has_annotation("DEP"):
        return None
    heads = tuple(token.head.i for token in doc)
    children: list[list[int]] = [[] for _ in heads]
    for at, head in enumerate(heads):
        if head != at:
            children[head].append(at)
    return Parse(
        starts=tuple(token.idx for token in doc),
        ends=tuple(token.idx + len(token) for token in doc),
        heads=heads,
        labels=tuple(token.dep_ for token in doc),
        edges=tuple((token.left_edge.i, token.right_edge.i) for token in doc),
        children=tuple(map(tuple, children)),
    )
