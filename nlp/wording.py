"""Loaded words: where a text uses one, and whether the outlet says it or somebody whom it quotes or reports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from corpus.tables import Voice
from nlp.language import Language, load_language
from nlp.layers import Claim, LoadedWord, Mention, mark, text_of
from nlp.loaded_lexicon import Found, LoadedLexicon, lexicons_of
from nlp.quotes import pair_quotes


@dataclass(slots=True)  # never changed, but freezing costs most of the time that making one takes
class _Around:
    """A stretch that is not the outlet's own voice: content of a claim, or (claim null) inside quotation marks."""

    start: int
    end: int
    claim: int | None


def find_loaded_words(
    text: str, lexicons: Iterable[LoadedLexicon], claims: Sequence[Claim] = (), mentions: Sequence[Mention] = ()
) -> list[LoadedWord]:
    """The loaded words of a text, by lexicon and place; what is part of a name is none."""
    stretches: list[_Around] | None = None
    out: list[LoadedWord] = []
    for lexicon in lexicons:
        found = _outside_names(text, lexicon.find(text), mentions)
        if found and stretches is None:
            stretches = _stretches(text, claims)
        for hit, around in _with_stretches(found, stretches or []):
            voice, claim = _voice(around, claims)
            entry = hit.entry
            out.append(
                LoadedWord(
                    hit.start, hit.end, entry.lemma, entry.loaded_class, lexicon.name, lexicon.version, voice,
                    hit.is_negated, claim,
                )
            )  # fmt: skip
    return out


def _outside_names(text: str, found: Iterable[Found], mentions: Sequence[Mention]) -> list[Found]:
    """The places without those that a name holds, which has a capital there (a film called Disgrace)."""
    found = list(found)
    if not any(text[f.start].isupper() for f in found):
        return found
    names = {at for m in mentions if m.resolved_by == "name" for at in range(m.start, m.end)}
    return [f for f in found if f.start not in names or not text[f.start].isupper()]


def _stretches(text: str, claims: Sequence[Claim]) -> list[_Around]:
    contents = [_Around(p.start, p.end, number) for number, claim in enumerate(claims) for p in claim.content]
    marked = [_Around(q.start, q.end, None) for q in pair_quotes(text)]
    return sorted([*contents, *marked], key=lambda s: (s.start, -s.end))


def _with_stretches(found: list[Found], stretches: Sequence[_Around]) -> Iterator[tuple[Found, list[_Around]]]:
    """Each place with the stretches that hold it; both go from left to right once."""
    at, near = 0, list[_Around]()
    for hit in found:
        while at < len(stretches) and stretches[at].start <= hit.start:
            near.append(stretches[at])
            at += 1
        near = [s for s in near if s.end > hit.start]
        yield hit, [s for s in near if s.end >= hit.end]


def _voice(around: Sequence[_Around], claims: Sequence[Claim]) -> tuple[Voice, int | None]:
    """Whose word it is, and the innermost claim that holds it."""
    inner = min((s for s in around if s.claim is not None), key=lambda s: s.end - s.start, default=None)
    claim = None if inner is None else inner.claim
    if any(s.claim is None for s in around) or (claim is not None and claims[claim].kind == "direct"):
        return "quoted", claim
    return ("own" if claim is None else "attributed"), claim


class WordingFinder:
    """Writes `doc._.wording`."""

    def __init__(self, language: Language, files: Sequence[Path] = ()) -> None:
        self._lexicons = lexicons_of(language, files)

    def __call__(self, doc: Doc) -> Doc:
        """Find the loaded words."""
        layers = doc._
        found = tuple(find_loaded_words(text_of(doc), self._lexicons, layers.claims, layers.mentions))
        layers.wording = found
        mark(doc, "wording", found)
        return doc


@Pipeline.factory(
    "parallax_wording",
    default_config={"lang": None, "lexicons": []},
    assigns=["doc._.wording"],
    requires=["doc._.claims", "doc._.mentions"],
)
def make_wording(nlp: Pipeline, name: str, lang: str | None, lexicons: list[str]) -> WordingFinder:
    """The component for `nlp.add_pipe("parallax_wording")`; `lexicons` are paths of the user's own."""
    return WordingFinder(load_language(lang or nlp.lang), [Path(path) for path in lexicons])
