"""Institutions as places where one speaks: в Acme сообщили, there they said. The verb is a plural without a subject."""

from nlp.cases import is_inside
from nlp.layers import Mention
from nlp.pack_attribution import CueEntry
from nlp.speaker import Subject, of_mention
from nlp.view import View


def house_before(view: View, first: int, at: int, entry: CueEntry) -> Mention | None:
    """The institution before a thing that is as likely the object as the subject: в Acme обвинения назвали."""
    mention = view.owner[first - 1] if first > 1 else None
    is_thing = any(r.case == "accs" and not r.is_animate for r in view.readings(at))
    if mention is None or not is_thing or entry.number == "sing" or not is_inside(view, mention):
        return None
    leads = view.word(view.first_of(mention) - 1) in view.actors.institution_prepositions
    return mention if leads else None


def there(view: View, at: int, entry: CueEntry) -> Subject | None:
    """The word for an institution as a place, where it stands at a token and the verb has nobody else."""
    mention = view.owner[at]
    is_free = entry.shape == "finite" and entry.number == "plur" and entry.role == "verb"
    if mention is None or not is_free or view.word(at) not in view.actors.there:
        return None
    return of_mention(view, mention)
