"""Subjects behind their verb in languages with a morphology: заявила компания, сообщили в компании."""

from nlp.cases import can_speak, is_inside, is_subject_noun, noun_end, selects
from nlp.houses import there
from nlp.layers import Mention
from nlp.pack_attribution import CueEntry
from nlp.speaker import Subject, of_mention, span
from nlp.view import View

LONGEST_NAME = 30
"""Characters in the longest quotation that can be a name between a cue and its subject."""


def walk_right(view: View, last: int, entry: CueEntry) -> Subject | None:
    """The subject behind a cue's last token: заявила компания, сообщили в компании."""
    at = last + 1
    while at < len(view.segment.starts) and at - last <= 12:
        if entry.shape == "finite" and selects(view, at):
            return span(view, at, noun_end(view, at), None)
        if (house := there(view, at, entry)) is not None:
            return house
        if _is_quoted_name(view, at) or view.word(at) in view.actors.there:
            at += 1
            continue
        if (
            view.segment.kind(at) != "word"
            or view.word(at) in view.pack.complementisers
            or view.has_pos(at, "VERB", "INFN")
        ):
            return None
        mention = view.owner[at]
        if view.has_pos(at, "PREP"):
            mention = view.owner[min(at + 1, len(view.owner) - 1)]
            is_in = view.word(at) in view.actors.institution_prepositions and entry.number != "sing"
            if is_in and mention is not None and is_inside(view, mention):
                return with_owner(view, mention)
            at = _noun_phrase_end(view, at + 1) + 1
            continue
        if mention is not None and can_speak(view, mention, entry):
            return _with_name(view, mention)
        if mention is None and is_subject_noun(view, at, entry):
            return _with_name(view, None, at)
        at = (view.last_of(mention) if mention is not None else at) + 1
    return None


def _is_quoted_name(view: View, at: int) -> bool:
    """Whether a quotation is short and capitalised as a name is: сказал «Вестнику» представитель завода."""
    if view.segment.kind(at) != "quote":
        return False
    quotation = view.segment.quotation(at)
    inner = view.segment.text[quotation.inner_start : quotation.inner_end]
    return len(inner) <= LONGEST_NAME and inner[:1].isupper() and inner[-1:].isalnum()


def with_owner(view: View, mention: Mention) -> Subject:
    """A document with whom its genitive names: в заявлении компании."""
    after = view.last_of(mention) + 1
    owner = view.owner[after] if after < len(view.owner) else None
    if mention.actor is None and mention.kind != "person" and owner is not None and owner.actor is not None:
        return span(view, view.first_of(mention), view.last_of(owner), owner)
    return of_mention(view, mention)


def _noun_phrase_end(view: View, at: int) -> int:
    while at + 1 < len(view.segment.starts) and view.has_pos(at, "ADJF", "PRTF", "NUMR"):
        at += 1
    mention = view.owner[at] if at < len(view.owner) else None
    return view.last_of(mention) if mention is not None else at


def _with_name(view: View, mention: Mention | None, at: int = -1) -> Subject:
    """The name that a title or noun introduces, else the noun itself: сообщил глава фонда Иван Петров."""
    first = view.first_of(mention) if mention is not None else at
    last = view.last_of(mention) if mention is not None else at
    if mention is not None and mention.resolved_by == "name":
        return of_mention(view, mention)
    at = last + 1
    while (
        at < len(view.segment.starts)
        and at - last <= 10
        and view.segment.kind(at) == "word"
        and not view.has_pos(at, "PREP")
    ):
        name = view.owner[at]
        if name is not None and name.resolved_by == "name" and name.kind == "person":
            return of_mention(view, name)
        if view.has_pos(at, "VERB", "CONJ") and view.word(at) not in view.pack.coordinators:
            break
        at += 1
    name = view.owner[last + 1] if last + 1 < len(view.owner) else None
    if name is not None and name.resolved_by == "name":
        if view.actors.head_before(view.segment.surface(last)) is not None:
            return of_mention(view, name)
        is_voice = mention is None or mention.kind != "person"
        return span(view, first, view.last_of(name), name if is_voice else mention)
    return span(view, first, last, mention)
