"""Forms of the words that can be cues: which a morphology lists, what each is, and what may stand apart from one."""

from collections.abc import Iterator
from dataclasses import replace

from nlp.cue_entries import CueEntry, Shape
from nlp.morphology import Form, Morphology
from nlp.scripts import lower
from nlp.spotter import Hit

SPLIT_REACH = 300
"""Characters between the parts of a verb."""


def may_split(text: str, hit: Hit[CueEntry]) -> bool:
    """Whether a word that would make a cue of a form follows it soon; most forms of common verbs have none."""
    ahead = lower(text[hit.end : hit.end + SPLIT_REACH])
    return any(closing in ahead for closing, _ in hit.value.splits)


def shape_of(form: Form) -> Shape | None:
    """What a form of a verb is as a cue; none for an imperative, and for the writer's and the reader's forms."""
    if form.is_imperative or form.pos is None:
        return "finite" if form.pos is None else None
    if form.person in ("1per", "2per"):
        return None
    if form.pos == "ADJF" and form.case == "nomn":
        return "finite"
    return {"VERB": "finite", "GRND": "gerund"}.get(form.pos)  # type: ignore[return-value]


def listed_forms(word: str, morphology: Morphology) -> Iterator[Form]:
    """The forms of a word; of one that is no base form (a short predicate), itself with what it agrees in."""
    for form in morphology.forms(word):
        if form.pos is None:
            read = morphology.readings(word)[0]
            form = replace(form, number=read.number, gender=read.gender)
        yield form
