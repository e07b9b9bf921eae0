"""Direct speech with the words that say who speaks inside the marks of one quotation: «C, — V S, — C»."""

import re

from nlp.drafts import Draft
from nlp.layers import Place
from nlp.quoted_words import has_its_words
from nlp.segments import Segment
from nlp.subjects import subject_after
from nlp.view import CueAt, View

JOINTS = frozenset(",，.。—–-―!?…;；")
"""Marks between a quotation and the words on who speaks."""
_DASHES = "—–-―"
_FURTHER = re.compile(r"\s*(?:[—–―-]\s*)?(?=[^\s»”\"])")


def inserted(view: View) -> list[Draft]:
    """«C, — V S, — C»: the insertion inside the marks of one quotation."""
    found = []
    for cue in view.cues:
        mark = cue.first - 1
        if mark < 1 or "quote" not in cue.entry.group.frames or cue.first in view.used or not has_its_words(view, cue):
            continue
        if _opens_insertion(view, cue, mark):
            found.append(_split(view, cue, mark))
    return found


def _opens_insertion(view: View, cue: CueAt, mark: int) -> bool:
    """Whether a dash behind another mark, a dash tied to the verb, or, where verbs invert, a comma stands before it."""
    if view.word(mark) in _DASHES and view.word(mark):
        tied = view.segment.ends[mark] == view.segment.starts[cue.first]
        apart = view.segment.ends[mark - 1] < view.segment.starts[mark]
        return mark >= 2 and (view.word(mark - 1) in JOINTS or (apart and (tied or _is_between_dashes(view, cue))))
    if view.word(mark) != "," or not view.pack.section.inverts:
        return False
    speaker = subject_after(view, cue)
    if speaker is None or (speaker.mention is None and cue.subject is None):
        return False
    return speaker.first <= cue.last + 1 and view.word(max(cue.last, speaker.last) + 1) in (",", ".", "!", "?", "")


def _is_between_dashes(view: View, cue: CueAt) -> bool:
    """Whether a dash behind the speaker of an inverted verb closes what one before it opens: - V S - or - V S. -"""
    speaker = subject_after(view, cue) if view.pack.section.inverts else None
    if speaker is None or speaker.mention is None:
        return False
    behind = speaker.last + 1
    if view.word(behind) == "." and behind + 1 == len(view.segment.starts):
        rest = view.segment.text[view.segment.end : view.segment.limit].lstrip()
        return speaker.first <= cue.last + 1 and rest.startswith(tuple(_DASHES))
    return speaker.first <= cue.last + 1 and view.word(behind) in ("", *_DASHES)


def _split(view: View, cue: CueAt, mark: int) -> Draft:
    starts, ends = view.segment.starts, view.segment.ends
    speaker = subject_after(view, cue)
    last = max(cue.last, speaker.last if speaker is not None else -1)
    while last + 1 < len(starts) and view.segment.kind(last + 1) == "word":
        last += 1
    rest = last + 1
    while view.word(rest) in JOINTS and view.word(rest):
        rest += 1
    is_comma = view.word(mark - 1) in ",，"
    parts = [Place(view.segment.origin, starts[mark - 1] if is_comma else ends[mark - 1])]
    if rest < len(starts):
        parts.append(Place(starts[rest], _said_until(view.segment)))
    elif (further := _FURTHER.match(view.segment.text, view.segment.end, view.segment.limit)) is not None:
        parts.append(Place(further.end(), _said_until(view.segment)))
    view.used.add(cue.first)
    return Draft("quote_inside", speaker, Place(cue.hit.start, cue.hit.end), cue.entry, tuple(parts))


def _said_until(segment: Segment) -> int:
    """The end of the quotation around a segment, without the spaces before its mark."""
    return segment.start + len(segment.text[segment.start : segment.limit].rstrip())
