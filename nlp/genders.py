"""Whether a person is a man or a woman, where a title beside the name or the given name tells; most names do not."""

from collections.abc import Sequence

from nlp.layers import Mention
from nlp.pack_actors import ActorsPack
from nlp.scripts import lower

BESIDE = 24
"""Characters looked at before a name for a title."""


def genders_of(text: str, mentions: Sequence[Mention], pack: ActorsPack) -> dict[str, str]:
    """The gender of each person whose name or title tells it; none where no pronoun of the text asks for one."""
    if not any(m.resolved_by != "name" and gender_of(text, m, pack) is not None for m in mentions):
        return {}
    people = (m for m in mentions if m.resolved_by == "name" and m.kind in ("person", "other"))
    told = ((m.actor, _of_title(text, m, pack) or _of_name(text, m, pack)) for m in people)
    return {actor: gender for actor, gender in told if actor is not None and gender is not None}


def gender_of(text: str, mention: Mention, pack: ActorsPack) -> str | None:
    """The gender that a pronoun or a noun for somebody has by itself."""
    return pack.genders.get(lower(text[mention.start : mention.end]))


def _of_title(text: str, mention: Mention, pack: ActorsPack) -> str | None:
    if not pack.is_spaced:
        behind = text[mention.end : mention.end + BESIDE]
        return next((gender for word, gender in pack.genders.items() if behind.startswith(word)), None)
    words = text[max(0, mention.start - BESIDE) : mention.start].split()
    return pack.genders.get(lower(words[-1])) if words else None


def _of_name(text: str, mention: Mention, pack: ActorsPack) -> str | None:
    """The gender of a full name's first word, where the morphology knows it as a name of one gender."""
    words = text[mention.start : mention.end].split()
    if pack.morphology is None or len(words) < 2:
        return None
    readings = [r for r in pack.morphology.readings(words[0]) if r.is_name and r.is_animate and r.number != "plur"]
    genders = {r.gender for r in readings}
    return genders.pop() if len(genders) == 1 else None
