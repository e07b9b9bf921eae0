"""Direct speech: quotations and the words around them that say who speaks, also when these stand in the middle."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from nlp.direct_inside import JOINTS, inserted
from nlp.drafts import Draft, draft_of, drops_subject
from nlp.layers import Place
from nlp.led_quotes import led_quotation
from nlp.quoted_words import has_its_words
from nlp.quotes import Quotation
from nlp.segments import Segment
from nlp.speaker import REACH, STOPS
from nlp.subjects import Subject, subject, subject_after, subject_before
from nlp.view import CueAt, View

WINDOW = 10
"""Tokens between a quotation and a cue behind it; FAR of them where each character is one."""
FAR = 40
CLOSE = 3
"""Tokens between an apposition behind the speaker's name and the cue: adverbs."""
BEFORE = 14
"""Tokens between a cue and the quotation it leads to."""
_COLONS = frozenset(":：")
_ENDS = ".!?…,。！？，"
MIN_WORDS = 3


def quoted(view: View) -> list[Draft]:
    """The drafts for the quotations of a segment; cues that they use are marked as used."""
    found: list[Draft] = []
    taken: set[int] = set()
    for at in (view.segment.at(q.start) for q in view.segment.quotations):
        if at in taken or not is_speech(view, at):
            continue
        draft = _after(view, at, taken) or _before(view, at, taken)
        draft = draft or led_quotation(view, at, _interior(view.segment.quotation(at), view.segment.text))
        if draft is not None:
            found.append(draft)
    found += inserted(view) if view.segment.depth > 0 else []
    return found


def is_speech(view: View, at: int) -> bool:
    """Whether a quotation is long enough, or punctuated, to be speech and not a term."""
    quotation = view.segment.quotation(at)
    inner = view.segment.text[quotation.inner_start : quotation.inner_end].strip()
    if view.word(at - 1) in _COLONS or inner[-1:] in _ENDS or (at == 0 and view.word(1) in JOINTS):
        return True
    if view.pack.is_spaced:
        return len(inner.split()) >= MIN_WORDS
    return len(inner) >= 2 * MIN_WORDS


def _interior(quotation: Quotation, text: str) -> Place:
    start, end = quotation.inner_start, quotation.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",，"):
        end -= 1
    return Place(start, end)


def _after(view: View, at: int, taken: set[int]) -> Draft | None:
    """«C», — V S; "C," S V; and a second quotation behind the insertion."""
    text = view.segment.text
    first = at + 1
    while view.word(first) in JOINTS and first - at < 4:
        first += 1
    quotation = view.segment.quotation(at)
    inner_end = text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    if view.pack.morphology is None and view.word(first) in view.pack.coordinators:
        return None
    is_tied = first == at + 1 and inner_end not in _ENDS and not _is_inverted(view, first)
    is_inside = is_tied if view.pack.is_spaced else first == at + 1 and view.segment.kind(at - 1) in ("word", "quote")
    if is_inside:
        return None
    cue = _cue_within(view, first)
    if cue is None or (is_tied and not _ends_clause(view, cue)):
        return None
    speaker = _speaker(view, cue, first)
    if not _can_lack(view, cue, speaker):
        return None
    last = max(cue.last, speaker.last if speaker is not None else -1)
    parts = [_interior(view.segment.quotation(at), text)]
    following = _next_quote(view, last)
    if following is not None and following not in taken:
        parts.append(_interior(view.segment.quotation(following), text))
        taken.add(following)
    view.used.add(cue.first)
    return draft_of("quote_post", view, speaker, cue, tuple(parts))


def _is_inverted(view: View, at: int) -> bool:
    """Whether a cue begins at the token as only behind a quotation: « C » a-t-il dit; «C» ha detto S.

    Its subject is tied to it; or where verbs invert, the quotation opens the sentence and somebody known speaks.
    """
    cue = view.cue_at(at)
    if cue is None or cue.first != at:
        return False
    if cue.subject is not None or view.segment.is_attached(cue.last + 1):
        return True
    if not view.pack.section.inverts or view.pack.order is not None or view.segment.kind(at - 2) in ("word", "quote"):
        return False
    speaker = subject_after(view, cue)
    return speaker is not None and speaker.mention is not None


def _can_lack(view: View, cue: CueAt, speaker: Subject | None) -> bool:
    """Whether a cue of quotations has its speaker, or can do without one."""
    if speaker is not None or cue.entry.role != "verb" or view.pack.morphology is not None:
        return True
    return drops_subject(view, cue)


def _ends_clause(view: View, cue: CueAt) -> bool:
    """Whether a mark behind the cue shows that it governs what stands before it, in a script without spaces."""
    return not view.pack.is_spaced and view.segment.kind(cue.last + 1) in ("", "mark")


def _cue_within(view: View, first: int) -> CueAt | None:
    """The cue behind a quotation, with its subject before it or after it; an apposition may stand between them."""
    found = _cue_in(view, first, first + (WINDOW if view.pack.is_spaced else FAR))
    if found is None and (behind := _behind_apposition(view, first)) is not None:
        found = _cue_in(view, behind, behind + CLOSE)
    return found


def _cue_in(view: View, first: int, end: int) -> CueAt | None:
    for index in range(first, min(end, len(view.segment.starts))):
        if _is_title_stop(view, index):
            continue
        if view.segment.kind(index) == "quote" or view.word(index) in _COLONS or view.word(index) in ".;,，":
            return None
        if view.pack.morphology is None and view.word(index) in view.pack.complementisers:
            return None
        cue = view.cue_at(index)
        is_free = cue is not None and cue.first == index and cue.first not in view.used
        if cue is not None and is_free and "quote" in cue.entry.group.frames and has_its_words(view, cue):
            return cue
    return None


def _is_title_stop(view: View, at: int) -> bool:
    """Whether a full stop belongs to a title: Mr. Vell."""
    if view.word(at) != ".":
        return False
    end = view.segment.starts[at]
    return view.actors.title_ends(f"{view.segment.text[max(view.segment.start, end - 8) : end]}.")


def _behind_apposition(view: View, first: int) -> int | None:
    """The token behind the second comma of "Mary Hill, a lawyer from Leeds, said"; null if no name comes first."""
    owner = view.owner[first] if first < len(view.owner) else None
    if owner is None or owner.resolved_by != "name":
        return None
    opening = view.last_of(owner) + 1
    if view.word(opening) not in (",", "，"):
        return None
    for index in range(opening + 1, min(opening + REACH, len(view.segment.starts))):
        if view.word(index) in (",", "，"):
            return index + 1
        if view.segment.kind(index) == "quote" or view.word(index) in STOPS:
            return None
    return None


def _speaker(view: View, cue: CueAt, first: int) -> Subject | None:
    behind = subject_after(view, cue)
    if behind is not None and (cue.first == first or view.pack.morphology is not None):
        return behind
    before = subject_before(view, cue.first, cue.entry)
    return before if before is not None and before.first >= first else behind


def _next_quote(view: View, last: int) -> int | None:
    """The quotation that continues behind an insertion, if only marks and a few words stand between."""
    words = 0
    for index in range(last + 1, min(last + WINDOW, len(view.segment.starts))):
        kind = view.segment.kind(index)
        if kind == "quote":
            return index if is_speech(view, index) and view.word(index - 1) in (JOINTS | _COLONS) else None
        words += kind == "word"
        is_new_clause = view.word(index - 1) in (",", "，") and view.word(index) in view.pack.coordinators
        if words > 6 or is_new_clause or view.cue_at(index) is not None:
            return None
    return None


def _before(view: View, at: int, taken: set[int]) -> Draft | None:
    """S V: «C»; S V, "C"."""
    for index in range(at - 1, max(-1, at - 1 - BEFORE), -1):
        word = view.word(index)
        if word in view.pack.complementisers or view.segment.kind(index) == "quote" or word in ".;!?":
            return None
        cue = view.cue_at(index)
        if (
            cue is not None
            and cue.entry.role == "verb"
            and "quote" in cue.entry.group.frames
            and cue.first not in view.used
        ):
            return _led_by(view, at, cue, taken)
        if word == "," and index != at - 1:
            return None
    return None


def _led_by(view: View, at: int, cue: CueAt, taken: set[int]) -> Draft | None:
    close = at - cue.last <= (2 if view.pack.is_spaced else 1)
    if not close and view.word(at - 1) not in (_COLONS | frozenset(",，")):
        return None
    if not view.pack.is_spaced and _goes_on(view, at):
        return None
    if close and view.pack.morphology is not None and view.word(at - 1) not in _COLONS:
        return None
    speaker = subject(view, cue)
    if not _can_lack(view, cue, speaker):
        return None
    parts = [_interior(view.segment.quotation(at), view.segment.text)]
    following = _adjacent(view, at)
    while following is not None:
        parts.append(_interior(view.segment.quotation(following), view.segment.text))
        taken.add(following)
        following = _adjacent(view, following)
    view.used.add(cue.first)
    return draft_of("quote_pre", view, speaker, cue, tuple(parts))


def _goes_on(view: View, at: int) -> bool:
    """Whether a quotation is only a part of what is said: he called it a "serious matter" for the town."""
    quotation = view.segment.quotation(at)
    is_whole = view.segment.text[quotation.inner_end - 1] in _ENDS
    return not is_whole and view.segment.kind(at + 1) in ("word", "quote") and _adjacent(view, at) is None


def _adjacent(view: View, at: int) -> int | None:
    following = at + 1
    return following if view.segment.kind(following) == "quote" and is_speech(view, following) else None


def with_further_quotations(found: list[Draft], segments: list[Segment], speaking: Sequence[int]) -> list[Draft]:
    """The drafts with the sentences that are only a quotation joined to the quotation that ends before them.

    "A," she said. "B. C." is one statement, within a paragraph, unless somebody else is the last to speak in the
    sentence before; `speaking` are the ends of the cues in order.
    """
    last: dict[int, int] = {}
    for index, draft in enumerate(found):
        if draft.rule.startswith("quote_p") and draft.content:
            at = bisect_right(segments, draft.content[-1].start, key=lambda s: s.start) - 1
            if at >= 0 and not _is_quoted(draft, segments[at]):
                last[at] = index
    for at in range(1, len(segments)):
        before = last.get(at - 1)
        more = only_quotation(segments[at]) if before is not None else None
        gap = segments[at].text[segments[at - 1].end : segments[at].start]
        if before is None or more is None or "\n" in gap or at in last:
            continue
        if _interrupted(found[before], segments[at - 1], speaking):
            continue
        found[before] = replace(found[before], content=(*found[before].content, more))
        last[at] = before
    return found


def _is_quoted(draft: Draft, segment: Segment) -> bool:
    """Whether the cue stands in what somebody else says."""
    return draft.cue is not None and segment.kind(segment.at(draft.cue.start)) == "quote"


def _interrupted(draft: Draft, segment: Segment, speaking: Sequence[int]) -> bool:
    """Whether the segment ends with another cue than the draft's own: "A," she said, and a guard cut in."""
    last = bisect_right(speaking, segment.end) - 1
    if last < 0 or draft.cue is None or speaking[last] <= draft.cue.end:
        return False
    return not segment.text[speaking[last] : segment.end].strip(_ENDS)


def only_quotation(segment: Segment) -> Place | None:
    """What a segment quotes that is nothing but a quotation."""
    if len(segment.quotations) != 1 or any(segment.kind(at) == "word" for at in range(len(segment.starts))):
        return None
    inside = _interior(segment.quotations[0], segment.text)
    return inside if inside.start < inside.end else None
