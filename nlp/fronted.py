"""Gerunds that stand before the clause of their subject: Accusing X of C, S left; Заявив, что C, S ушёл."""

from nlp.cases import is_nominative
from nlp.complementisers import complementiser
from nlp.drafts import COMMAS, Draft, allows, draft_of
from nlp.layers import Mention
from nlp.speaker import introduced, of_mention
from nlp.takeovers import is_named
from nlp.trimming import trimmed
from nlp.view import CueAt, View

FAR = 60
"""Tokens of the longest phrase with a gerund before the main clause."""
CLOSE = 3
"""Tokens from the comma to the subject of the main clause: an article, a noun."""


def fronted(view: View, cue: CueAt) -> Draft | None:
    """CUE-ing C, S did it: what stands between the gerund and the comma before its subject is the content."""
    if cue.entry.shape != "gerund" or any(view.segment.kind(i) == "word" for i in range(cue.first)):
        return None
    for comma in range(cue.last + 2, min(cue.last + FAR, len(view.segment.starts))):
        speaker = _subject_behind(view, comma) if view.word(comma) in COMMAS else None
        governed = _governed(view, cue, comma) if speaker is not None else None
        if speaker is not None and governed is not None:
            rule, start = governed
            content = trimmed(view, view.segment.starts[start], view.segment.ends[comma - 1])
            return draft_of(rule, view, of_mention(view, speaker), cue, (content,)) if content is not None else None
    return None


def _subject_behind(view: View, comma: int) -> Mention | None:
    """Who is named or referred to right behind a comma, and can be a subject."""
    for at in range(comma + 1, min(comma + 1 + CLOSE, len(view.owner))):
        mention = view.owner[at]
        if mention is not None:
            name = introduced(view, mention)
            can_speak = name.kind not in ("place", "product", "work")
            return name if can_speak and is_nominative(view, name) else None
        if view.segment.kind(at) != "word" or view.word(at) in view.pack.boundaries or view.has_pos(at, "PREP", "CONJ"):
            return None
    return None


def _governed(view: View, cue: CueAt, comma: int) -> tuple[str, int] | None:
    """The rule by which the gerund governs what stands before a comma, and the first token of that."""
    at = complementiser(view, cue.last) if allows(cue, "that") else None
    if at is not None and at + 1 < comma:
        return "that", at + 1
    start = cue.last + 1 + (view.word(cue.last + 1) in view.pack.object_marks)
    between = range(start, comma)
    if allows(cue, "accuse") and any(view.word(i) in cue.entry.group.prepositions for i in between):
        return "accuse", start
    if allows(cue, "naming") and any(is_named(view, i) for i in between):
        return "naming", start
    return None
