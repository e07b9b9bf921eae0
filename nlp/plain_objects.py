"""Contents that are plain objects of their cue: promised a bridge, denies it; and who can be the subject of such."""

from nlp.complementisers import complementiser
from nlp.contents import content_from
from nlp.drafts import PAUSES, Draft, allows, claimed
from nlp.governed_by_clause import of_clause
from nlp.layers import Place
from nlp.subjects import Subject
from nlp.view import CueAt, View


def by_party(view: View, cue: CueAt, draft: Draft | None) -> Draft | None:
    """The draft, unless its cue needs somebody named or referred to and has another subject."""
    if draft is None or draft.is_dropped or not cue.entry.group.needs_mention:
        return draft
    return draft if is_party(view, draft.source) else None


def plain_object(view: View, cue: CueAt) -> Draft | None:
    """S promised C, S urged O to C: the rest of the clause."""
    if not allows(cue, "object"):
        return None
    if view.pack.order is not None:
        return of_clause("object", view, cue) if complementiser(view, cue.last) is None else None
    links = cue.entry.group.prepositions
    if view.pack.is_spaced and view.word(cue.last + 1) in view.pack.coordinators:
        return None
    if links and not allows(cue, "accuse") and view.word(cue.last + 1) not in links:
        return None
    if cue.entry.shape == "gerund" and view.word(cue.first - 1) not in PAUSES:
        return None
    if cue.entry.group.refuses_infinitives and _governs_infinitive(view, cue):
        return None
    place = content_from(view, cue.last + 1, cue)
    draft = by_party(view, cue, claimed("object", view, cue, place, needs=True))
    if draft is None:
        return None
    return draft if draft.is_dropped or _is_agent(view, draft.source) else None


def _governs_infinitive(view: View, cue: CueAt) -> bool:
    """Whether an infinitive follows, a word between at most, or the reflexive that goes with one."""
    near = [view.word(at) for at in (cue.last + 1, cue.last + 2)]
    return near[0] in view.pack.reflexives or any(w.endswith(view.pack.infinitive_endings) for w in near if w)


def pronoun_object(view: View, cue: CueAt) -> Draft | None:
    """S denies it: where a pronoun at the verb is all that it governs; who does not deny it says nothing."""
    if not view.pack.object_pronouns or not allows(cue, "object"):
        return None
    before = (i for i in range(cue.first, cue.last) if view.word(i) in view.pack.object_pronouns)
    at = cue.last if _is_enclitic(view, cue.last) else next(before, None)
    is_negated = any(view.word(i) in view.pack.negations for i in range(cue.first - 1, cue.last))
    if at is None or is_negated or _is_open(view, cue.last + 1):
        return None
    place = Place(view.segment.starts[at], view.segment.ends[at])
    return by_party(view, cue, claimed("object", view, cue, place, needs=True))


def _is_open(view: View, at: int) -> bool:
    """Whether a word stands at the token that can belong to what a verb before it governs."""
    word = view.word(at)
    return view.segment.kind(at) == "word" and word not in view.pack.not_bare and word not in view.pack.transparent


def _is_enclitic(view: View, at: int) -> bool:
    """Whether the token is an object pronoun that a hyphen ties to the word before: desmentiu-o."""
    if view.word(at) not in view.pack.object_pronouns:
        return False
    start = view.segment.starts[at]
    return view.segment.text[start - 1 : start] == "-"


def is_party(view: View, speaker: Subject | None) -> bool:
    """Whether a subject is somebody named or referred to: a lone capital at the start may be a name as well."""
    if speaker is None or speaker.mention is not None:
        return speaker is not None and speaker.mention is not None and speaker.mention.kind not in ("place", "product")
    surface = view.segment.surface(speaker.first)
    return speaker.first == speaker.last and surface[0].isupper() and not view.actors.is_no_name(surface)


def _is_agent(view: View, speaker: Subject | None) -> bool:
    """Whether a subject can want something: somebody mentioned, or an animate noun where morphology can tell."""
    is_said_by_some = speaker is not None and view.word(speaker.first) in view.pack.free_subjects
    if speaker is None or speaker.mention is not None or view.pack.morphology is None or is_said_by_some:
        return speaker is not None
    return any(
        r.is_animate
        for i in range(speaker.first, speaker.last + 1)
        for r in view.readings(i)
        if r.pos in ("NOUN", "NPRO")
    )
