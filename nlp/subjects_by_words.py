"""Subjects where words do not stand apart: the noun phrase before the cue, by the words that the tagger sees.

What stands between the subject and its cue is passed over from the right: adverbs, times, phrases that a preposition
opens. A clause that has nothing else shares the subject of the cue, or of the clause, before it.
"""

from bisect import bisect_left
from collections.abc import Sequence

from nlp.layers import Mention
from nlp.pack_attribution import AttributionPack
from nlp.speaker import Subject, of_mention, span
from nlp.tagger import Word
from nlp.view import View

EDGES = frozenset(',，。;；:：!！?？…—–\n“”‘’「」『』"')
"""Marks that end a clause; those inside a name do not. One that opens or closes a quotation has no partner here."""
MARKS = frozenset("“”‘’「」『』\"'《》")
"""Marks that can stand around a name."""
OPENING = {")": "(", "）": "（", "]": "[", "】": "【"}
LONGEST_INSERTION = 24
"""Words of the longest bracket that is passed over."""
LONGEST_CLAUSE = 80
"""Words of the longest clause that is looked at."""
LONGEST_NAME = 30
"""Characters of the longest quotation that can be a name."""
LONGEST_PHRASE = 12
"""Words of the longest noun phrase."""
CLAUSES = 4
"""Clauses looked back for a subject."""
_NO_NOUNS = frozenset({"verb", "adverb", "time", "link", "of", "particle"})

Words = Sequence[Word]


def subject_by_words(view: View, index: int) -> Subject | None:
    """The subject in front of the token at an index: in its clause, else that of an earlier one."""
    clause, start = clause_before(view, view.segment.starts[index])
    found = phrase_before(view, clause)
    if found is not None:
        return found
    return _of_earlier_clause(view, start, index)


def clause_before(view: View, end: int) -> tuple[list[Word], int]:
    """The words of the clause that ends at an offset, brackets and spaces left out; with the index of its first."""
    words: list[Word] = []
    every = view.words
    at = bisect_left(every, (end,))
    farthest = max(0, at - LONGEST_CLAUSE)
    while at > farthest:
        word = every[at - 1]
        text = word.text
        if (word.kind == "mark" and (text in EDGES or _is_gap(view, word))) or (text[0] in MARKS and _is_speech(word)):
            break
        at -= 1
        if text in OPENING:
            at = _opening(view, at, OPENING[text])
        elif not text.isspace():
            words.append(_mentioned(view, word if word.end <= end else _cut(word, end)))
    return _with_whole_names(words[::-1], view.actors.after_name), at


def _mentioned(view: View, word: Word) -> Word:
    """The word, as a name where it belongs to a mention, and a noun where the pack knows better than the tagger."""
    if word.text in view.pack.noun_words:
        return word._replace(kind="noun")
    is_noun = word.kind not in _NO_NOUNS or view.owner[view.segment.at(word.start)] is None
    return word if is_noun else word._replace(kind="name")


def _cut(word: Word, end: int) -> Word:
    """The part before an offset: the tagger may glue a name to the cue behind it."""
    return Word(word.start, end, word.kind, word.text[: end - word.start])


def _with_whole_names(words: Words, after_name: str) -> list[Word]:
    """The words with a person's name and a last character that the tagger cut off it joined."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        is_rest = last is not None and last.kind == "person" and last.end == word.start and len(word.text) == 1
        if last is not None and is_rest and word.kind in ("verb", "noun", "number") and word.text not in after_name:
            found[-1] = Word(last.start, word.end, "person", last.text + word.text)
        else:
            found.append(word)
    return found


def _is_speech(word: Word) -> bool:
    """Whether what begins with a mark stands for a quotation that is no name."""
    inner = word.text[1:-1]
    if not inner:
        return False
    return len(inner) > LONGEST_NAME or not EDGES.isdisjoint(inner)


def _is_gap(view: View, word: Word) -> bool:
    return word.text.isspace() and view.is_gap(view.segment.at(word.end))


def _opening(view: View, closing: int, mark: str) -> int:
    for at in range(closing - 1, max(-1, closing - LONGEST_INSERTION), -1):
        if view.words[at].text == mark:
            return at
    return closing


def phrase_before(view: View, clause: Words) -> Subject | None:
    """The noun phrase that closes a clause once what belongs to the cue is left out; null if none can speak."""
    words, agent = _without_adjuncts(clause, view.pack)
    if agent is not None:
        return _chosen(view, agent)
    run = _closing_run(words, view.pack)
    before = words[: len(words) - len(run)]
    if run and not (before and before[-1].kind == "verb" and len(before[-1].text) > 1):
        return _chosen(view, run)
    leading = _leading_run(words, view.pack)
    if leading and not (run and _can_speak(view, run) and not _can_speak(view, leading)):
        return _chosen(view, leading)
    return _chosen(view, run) if run and _can_speak(view, run) else None


def _can_speak(view: View, run: Words) -> bool:
    """Whether a noun phrase ends with somebody: a person, a title, a noun for people, a name."""
    is_person = run[-1].kind in ("person", "pronoun") or _named(view, run) is not None
    return is_person or view.actors.title_ends(view.segment.text[run[0].start : run[-1].end])


def _without_adjuncts(clause: Words, pack: AttributionPack) -> tuple[list[Word], list[Word] | None]:
    """The clause without the adverbs, times and prepositional phrases at its end; and the agent of a passive."""
    words = list(clause)
    while words:
        last = words[-1]
        if last.kind in ("adverb", "time", "particle", "of") or last.text in pack.transparent:
            words.pop()
            if last.text in pack.adverbials and words:
                words.pop()
            continue
        at = _preposition(words, pack, is_closed=last.text.endswith(pack.localizers))
        if at is None:
            break
        if words[at].text in pack.passives:
            return words, words[at + 1 :]
        words = words[:at]
    return words, None


def _preposition(words: Words, pack: AttributionPack, *, is_closed: bool) -> int | None:
    """The preposition that opens the phrase at the end; only one that a word of place or time closes holds a verb."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word.text in pack.subject_stops or word.text in pack.passives:
            return at if at + 1 < len(words) else None
        if word.kind == "verb" and not is_closed and len(word.text) > 1:
            return None
    first = next((i for i, w in enumerate(words) if w.kind not in _NO_NOUNS), len(words))
    verb = next((i for i in range(first, len(words)) if words[i].kind == "verb"), None)
    return verb if is_closed and verb else None


def _closing_run(words: Words, pack: AttributionPack) -> list[Word]:
    at = len(words)
    while at > 0 and len(words) - at < LONGEST_PHRASE and _is_nominal(words[at - 1], pack):
        at -= 1
        if words[at].text[0] in MARKS and len(words[at].text) > 1:
            at += at + 1 < len(words)
            break
    return _trimmed(words[at:], pack)


def _leading_run(words: Words, pack: AttributionPack) -> list[Word]:
    """The first noun phrase of a clause, attributes included; none where a preposition or a verb comes first."""
    at = 0
    while at < len(words) and _is_lead_in(words[at], pack):
        at += 1
    start = at
    while at < len(words) and at - start < LONGEST_PHRASE:
        is_attribute = words[at].kind == "of" and at + 1 < len(words) and _is_nominal(words[at + 1], pack)
        if is_attribute:
            start = at + 1
        elif not _is_nominal(words[at], pack):
            break
        at += 1
    return _trimmed(words[start:at], pack)


def _is_nominal(word: Word, pack: AttributionPack) -> bool:
    return (word.kind not in _NO_NOUNS or word.text in pack.coordinators) and word.text not in pack.transparent


def _is_lead_in(word: Word, pack: AttributionPack) -> bool:
    return word.text in pack.lead_in_words or word.kind in ("adverb", "time") or word.text in pack.coordinators


def _trimmed(run: Words, pack: AttributionPack) -> list[Word]:
    """A run of nouns without conjunctions and marks at its edges."""
    words = list(run)
    while words and (_is_lead_in(words[0], pack) or (words[0].kind == "mark" and words[0].text not in MARKS)):
        words.pop(0)
    while words and (words[-1].text in pack.coordinators or (words[-1].kind == "mark" and words[-1].text not in MARKS)):
        words.pop()
    return words


def _of_earlier_clause(view: View, start: int, index: int) -> Subject | None:
    """The subject of the last cue before, or the noun phrase that opens one of the clauses before."""
    last = bisect_left(view.cues, index, key=lambda c: c.first)
    for cue in reversed(view.cues[max(0, last - CLAUSES) : last]):
        if cue.entry.role == "verb" and view.owner[cue.first] is None:
            clause, start = clause_before(view, view.segment.starts[cue.first])
            found = phrase_before(view, clause)
            if found is not None:
                return found
    for _ in range(CLAUSES):
        while start > 0 and (view.words[start - 1].kind == "mark" and view.words[start - 1].text in ",，、 "):
            start -= 1
        if start == 0 or view.words[start - 1].text in EDGES:
            return None
        clause, start = clause_before(view, view.words[start - 1].end)
        run = _leading_run(clause, view.pack)
        if run and len(run) < len(clause):
            return _chosen(view, run)
        rest = _from_first_mention(view, clause)
        if rest:
            return _chosen(view, _leading_run(rest, view.pack))
    return None


def _from_first_mention(view: View, clause: Words) -> Words:
    """The words of a clause from its first mention that can speak and that no preposition governs."""
    for at, word in enumerate(clause):
        mention = view.owner[view.segment.at(word.start)]
        is_governed = at > 0 and clause[at - 1].text in view.pack.subject_stops
        if mention is not None and mention.kind not in ("place", "product") and not is_governed:
            return clause[at:]
    return ()


def _named(view: View, run: Words) -> Mention | None:
    """The mention in a noun phrase that speaks: the last person named, else the first name that is no place."""
    first, last = view.segment.at(run[0].start), view.segment.at(run[-1].end - 1)
    mentions = list({id(m): m for m in view.owner[first : last + 1] if m is not None}.values())
    names = [m for m in mentions if m.resolved_by == "name" and m.start >= run[0].start]
    persons = [m for m in names if m.kind == "person"]
    others = [m for m in names if m.kind not in ("place", "product", "person")]
    closing = [m for m in mentions if m.end >= run[-1].end]
    return next(iter([*persons[-1:], *others, *closing]), None)


def _chosen(view: View, run: Words) -> Subject | None:
    """Who speaks in a noun phrase: the name or reference in it, else the phrase itself."""
    if not run:
        return None
    mention = _named(view, run)
    if mention is not None and (mention.resolved_by != "nominal" or mention.start <= run[0].start):
        return of_mention(view, mention)
    start, end = _inside_marks(view, run)
    if end - start < 2 and run[-1].kind not in ("pronoun", "person"):
        return None
    at = span(view, view.segment.at(start), view.segment.at(end - 1), mention)
    return Subject(start, end, mention, at.first, at.last)


def _inside_marks(view: View, run: Words) -> tuple[int, int]:
    """The stretch of a noun phrase: a title or a quoted name without its marks, a person without the title."""
    persons = [w for w in run if w.kind == "person" or w.text in "·・"]
    if persons and persons[0].kind == "person" and len(persons) < len(run) and _is_titled(view, run, persons):
        return persons[0].start, persons[-1].end
    start, end = run[0].start, run[-1].end
    if view.segment.text[start] in MARKS and view.segment.text[end - 1] in MARKS and end - start > 2:
        return start + 1, end - 1
    return start, end


def _is_titled(view: View, run: Words, persons: Words) -> bool:
    text = view.segment.text
    is_whole = persons[-1].end - persons[0].start == sum(len(p.text) for p in persons)
    behind, before = text[persons[-1].end : run[-1].end], text[run[0].start : persons[0].start]
    return is_whole and any(view.actors.title_ends(part) for part in (behind, before) if part)
