"""Speech that the verb's mood shows: sentences without a cue whose verb says that somebody else speaks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from nlp.layers import Claim, Place, Source
from nlp.quotes import Quotation
from nlp.scripts import lower
from nlp.sections.attributions import ReportedMood
from nlp.within import Within

FAR = 3
"""Sentences without speech after which a speaker is no longer heard."""

_MARKS = re.compile(r"[,;:.!?()…]")
_PIECE = re.compile(r"[^\W\d_]+|[,;:–—]")


class MoodForms:
    """A mood with its forms as a set of lower-case words."""

    def __init__(self, section: ReportedMood) -> None:
        self.after_speech = section.after_speech
        self.words = frozenset(map(lower, section.forms)) | {
            lower(s + e) for s in section.stems for e in section.endings
        }
        self._excluded = _phrases(section.excluded)
        self._not_after = frozenset(map(lower, section.not_after))

    def found(self, text: str, *, anywhere: bool) -> bool:
        """Whether a sentence is in the mood: its first clause, or (`anywhere`) any of its clauses."""
        if self.words.isdisjoint(_MARKS.sub(" ", text).split()) or (
            self._excluded is not None and self._excluded.search(lower(text))
        ):
            return False
        before = ""
        for m in _PIECE.finditer(text):
            word = m[0]
            if not word[0].isalpha():
                if not anywhere:
                    return False
            elif before not in self._not_after and word.islower() and word in self.words:
                return True
            before = lower(word)
        return False


def _phrases(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(rf"\b{re.escape(lower(w))}\b" for w in words)) if words else None


def reported(
    claims: Sequence[Claim],
    sentences: Sequence[Place],
    quotations: Within[Quotation],
    text: str,
    moods: Sequence[MoodForms],
) -> Iterator[Claim]:
    """The claims of sentences without one of their own whose verb stands in a reporting mood, in order."""
    if not moods:
        return
    spoken = _by_sentence(claims, sentences)
    source: Source | None = None
    since = FAR + 1
    for sentence, here in zip(sentences, spoken, strict=True):
        if here:
            last = next((c for c in reversed(here) if c.source is not None and c.parent is None), None)
            source, since = (last.source if last is not None else None), 0
            continue
        mood = _mood(text, sentence, quotations, moods, since)
        if since > FAR:
            source = None
        since = 0 if mood is not None else since + 1
        if mood is not None:
            yield Claim(source, None, (_without_stop(text, sentence),), "indirect", "report", "reported_mood")


def _mood(
    text: str, sentence: Place, quotations: Within[Quotation], moods: Sequence[MoodForms], since: int
) -> MoodForms | None:
    quoted = quotations.all_inside(sentence.start, sentence.end)
    plain = list(text[sentence.start : sentence.end])
    for quotation in quoted:
        a, b = quotation.start - sentence.start, quotation.end - sentence.start
        plain[a:b] = "x" * (b - a)
    words = "".join(plain)
    heard = since == 0
    return next(
        (m for m in moods if (heard or not m.after_speech) and m.found(words, anywhere=heard)),
        None,
    )


def _by_sentence(claims: Sequence[Claim], sentences: Sequence[Place]) -> list[list[Claim]]:
    starts = [s.start for s in sentences]
    found: list[list[Claim]] = [[] for _ in sentences]
    for claim in claims:
        places = [*claim.content, *([Place(claim.cue.start, claim.cue.end)] if claim.cue is not None else [])]
        indices = {i for p in places for i in range(bisect_right(starts, p.start) - 1, bisect_right(starts, p.end - 1))}
        for index in sorted(indices):
            found[max(0, index)].append(claim)
    return found


def _without_stop(text: str, sentence: Place) -> Place:
    end = sentence.end
    while end > sentence.start + 1 and text[end - 1] in ".!?…":
        end -= 1
    return Place(sentence.start, end)
