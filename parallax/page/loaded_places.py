"""The places of loaded words for the report, each with what stands around it, and the words that an outlet adopted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.tables import LoadedWord, Measure
from parallax.framing.wording import OTHERS, OWN
from parallax.page.edition import Edition
from parallax.page.evidence import LONGEST

AROUND = LONGEST // 10
"""Characters that are shown on either side of a word."""

MOST_PLACES, ON_PAGE = 12, 3000
"""Places of one class and voice of one outlet that the page shows, fewer if there are many outlets, and places of all;
the table wording has the rest."""

MOST_SAID = 4
"""Sources of an adopted word that are named."""

Rows = Mapping[tuple[str, str, str | None], Measure]
"""The rates, by measure, outlet and class."""


@dataclass(frozen=True, slots=True)
class Place:
    """One word with what stands around it, and who says it."""

    before: str
    word: str
    after: str
    lang: str
    source: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """The places of one class in one voice of an outlet."""

    anchor: str
    name: str
    voice: str
    n: int
    places: tuple[Place, ...]
    n_hidden: int


@dataclass(frozen=True, slots=True)
class OutletPlaces:
    """All that one outlet has."""

    anchor: str
    outlet: str
    n: int
    lines: tuple[PlaceLine, ...]


@dataclass(frozen=True, slots=True)
class Adopted:
    """A word that is the outlet's own and a source's in this or another outlet."""

    word: str
    lang: str
    outlet: str
    n: int
    anchor: str
    said: str


def shown(name: str) -> str:
    """A class as people read it."""
    return name.replace("_", " ")


def anchor_of(outlet: str, loaded_class: str | None, measure: str) -> str:
    """The anchor of the places of a class in a voice; without a class, of all places of the outlet."""
    return f"w-{outlet}" if loaded_class is None else f"w-{outlet}-{loaded_class}-{measure}"


def places_of(edition: Edition, outlet: str, classes: Sequence[str], rows: Rows) -> OutletPlaces:
    """The outlet's places by class and voice."""
    most = max(1, min(MOST_PLACES, ON_PAGE // max(1, sum(row.n > 0 for row in rows.values()))))
    lines = [
        _line(edition, row, measure, most)
        for name in classes
        for measure in (OWN, OTHERS)
        if (row := rows[measure, outlet, name]).n
    ]
    n = sum(rows[measure, outlet, None].n for measure in (OWN, OTHERS))
    return OutletPlaces(anchor_of(outlet, None, OWN), edition.outlet(outlet), n, tuple(lines))


def _line(edition: Edition, row: Measure, measure: str, most: int) -> PlaceLine:
    assert row.item is not None
    words = [edition.words[key] for key in row.evidence[:most]]
    return PlaceLine(
        anchor=anchor_of(row.subject, row.item, measure),
        name=shown(row.item),
        voice="own voice" if measure == OWN else "others’ voice",
        n=row.n,
        places=tuple(_place(edition, word) for word in words),
        n_hidden=max(0, row.n - most),
    )


def _place(edition: Edition, word: LoadedWord) -> Place:
    article = edition.material.articles[word.article_id]
    text = article.text if word.field == "text" else article.title or ""
    begin, end = text.rfind("\n", 0, word.start) + 1, text.find("\n", word.end)
    end = len(text) if end < 0 else end
    first, last = max(begin, word.start - AROUND), min(end, word.end + AROUND)
    return Place(
        before=("…" if first > begin else "") + text[first : word.start],
        word=word.surface,
        after=text[word.end : last] + ("…" if last < end else ""),
        lang=article.lang,
        source=_said(edition, word),
    )


def _said(edition: Edition, word: LoadedWord) -> str:
    if word.voice == "own":
        return ""
    if word.source is None:
        return "in quotation marks" if word.claim_id is None else "nobody named"
    return edition.actor(word.source)


def adopted_of(edition: Edition) -> list[Adopted]:
    """The adopted words, those first that stand most often in outlets' own voice."""
    rows = sorted(edition.rows("loaded_adopted"), key=lambda r: (-r.n, r.item or "", r.subject))
    return [_adopted(edition, row) for row in rows]


def _adopted(edition: Edition, row: Measure) -> Adopted:
    own, theirs = ([edition.words[key] for key in part] for part in (row.evidence[: row.n], row.evidence[row.n :]))
    said = dict.fromkeys(_heard(edition, word) for word in theirs)
    more = f" and {len(said) - MOST_SAID} more" if len(said) > MOST_SAID else ""
    return Adopted(
        word=own[0].lemma,
        lang=edition.material.articles[own[0].article_id].lang,
        outlet=edition.outlet(row.subject),
        n=row.n,
        anchor=anchor_of(row.subject, own[0].loaded_class, OWN),
        said="; ".join(list(said)[:MOST_SAID]) + more,
    )


def _heard(edition: Edition, word: LoadedWord) -> str:
    """Whose word it is, and in which outlet."""
    outlet = edition.outlet(edition.material.outlet_of(word.article_id))
    if word.voice == "own":
        return outlet
    return f"{_said(edition, word)} in {outlet}"
