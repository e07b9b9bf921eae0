"""Where the content of a claim begins and ends."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from nlp.layers import Place
from nlp.pack_attribution import AttributionPack
from nlp.subjects import subject_before
from nlp.takeovers import takes_over
from nlp.trimming import trimmed
from nlp.view import CueAt, View

FAR = 400
"""Tokens in the longest content that a cue governs; a sentence that runs on for longer is no prose."""
_JOINT = re.compile("[,，;；。]")
_STOPS = frozenset("。")
_MARK = re.compile("[,，;；:：。！？]")
_LONGEST_JOINT = 8
"""Characters of the conjunctions and adverbs between a comma and the next cue of the same speaker."""
_WITHOUT_CONTRAST = ("accuse", "demand")
"""Classes of cues whose content, without spaces between words, ends at a contrast: demanded a stop, but."""


def content_from(view: View, start: int, cue: CueAt | None) -> Place | None:
    """The content that begins at a token: to the end of the segment, or to where another cue takes over."""
    starts, ends = view.segment.starts, view.segment.ends
    start += view.word(start) in view.pack.aspects
    if start >= len(starts):
        return None
    end = len(starts) if view.tail is None or view.tail <= start else view.tail
    end = min(end, start + FAR)
    if view.pack.is_spaced:
        word, turns = view.word, view.pack.turns
        if turns.isdisjoint(view.segment.forms):
            return trimmed(view, starts[start], ends[end - 1])
        for at in range(start + 1, end):
            if word(at) in turns and takes_over(view, at, cue):
                end = at
                break
    else:
        end = next((at for at in _joints(view, start, end) if _takes_over_unspaced(view, at, cue)), end)
    return trimmed(view, starts[start], ends[end - 1])


def _joints(view: View, start: int, end: int) -> Iterator[int]:
    """The tokens behind commas and semicolons; in headlines without them, also those behind a space."""
    starts, ends, text = view.segment.starts, view.segment.ends, view.segment.text
    if view.segment.is_title:
        yield from (at for at in range(start + 1, end) if view.is_gap(at))
    for m in _JOINT.finditer(text, starts[start], ends[end - 1]):
        at = view.segment.at(m.start())
        if starts[at] == m.start() and start < at + 1 < end:
            yield at + 1


def _takes_over_unspaced(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether a remark of the outlet, or another cue of the same speaker or of a new one, starts at the token."""
    if view.is_gap(at) or view.word(at - 1) in _STOPS:
        return True
    starts, text = view.segment.starts, view.segment.text
    ends_at_contrast = cue is not None and cue.entry.group.cue_class in _WITHOUT_CONTRAST
    stops = view.pack.all_stops if ends_at_contrast else view.pack.stops
    if text.startswith(stops, starts[at]):
        return True
    following = bisect_left(view.cues, at, key=lambda c: c.first)
    other = next((c for c in view.cues[following : following + 1] if c.entry.role == "verb"), None)
    if cue is None or cue.entry.role != "verb" or other is None:
        return False
    between = text[starts[at] : other.hit.start]
    if view.word(at - 1) in ";；":
        return _MARK.search(between) is None
    if _is_set_against(view, at, other, between):
        return True
    return len(between) <= _LONGEST_JOINT and _is_joint(between, view.pack)


def _is_set_against(view: View, at: int, other: CueAt, between: str) -> bool:
    """Whether somebody named behind a contrast, or before a word of one, says something else: 而丹莫尔则表示."""
    is_contrast = between.startswith(tuple(view.pack.adversatives)) or between.endswith(view.pack.contrasts)
    if not is_contrast or _MARK.search(between) is not None:
        return False
    speaker = subject_before(view, other.first, other.entry)
    return speaker is not None and speaker.mention is not None and speaker.first >= at


def _is_joint(between: str, pack: AttributionPack) -> bool:
    """Whether the words between a comma and a cue only join them: and, but, again."""
    while between:
        if not between.startswith(pack.joining):
            return False
        length = max(len(w) for w in pack.joining if between.startswith(w))
        between = between[length:]
    return True
