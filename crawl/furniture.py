"""A page without its furniture: title, paragraphs, credits, and every dropped line with the rule that dropped it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from crawl.authorship import EDGE, full_names, is_biography, is_byline
from crawl.furniture_pack import Rules, rules_for
from crawl.lines import Line, is_bare, is_headline_like, is_prose, plain, same, split_lines, weight

HEADLINE = 20
"""Letters from which a line says more than a rubric or a menu entry; half of all rubrics have fewer than 12."""
LISTED = 120
"""Letters up to which a line can be an entry under a label."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """One line, or the start of one, that is not part of the article, and the rule that says so."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left of a page. Paragraphs are the page's own lines, character for character.

    `corrections` are those that correct what the article said before or add to it.
    """

    title: str | None
    paragraphs: tuple[str, ...]
    credits: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    corrections: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, separated by a blank line."""
        return "\n\n".join(self.paragraphs)


@dataclass(slots=True)
class _Page:
    """The lines with the rule each has fallen under so far; `start` is where running text begins."""

    lines: Sequence[Line]
    rules: Rules
    title: str | None
    authors: Sequence[str] = ()
    marks: list[str | None] = field(default_factory=list)

    @property
    def start(self) -> int:
        prose = (i for i in self.open() if is_prose(self.lines[i].text))
        return next(prose, len(self.lines))

    def open(self, first: int = 0) -> Iterator[int]:
        """The lines from `first` on that no rule has taken yet."""
        return (i for i in range(first, len(self.lines)) if self.marks[i] is None)

    def take(self, numbers: Iterator[int] | range | Sequence[int], rule: str) -> None:
        for i in numbers:
            self.marks[i] = self.marks[i] or rule


def clean(
    text: str,
    *,
    lang: str | None,
    title: str | None = None,
    rules: Rules | None = None,
    authors: Sequence[str] = (),
) -> Cleaned:
    """The article in a page's text. Without a `title` from elsewhere, the first line that reads like one is the title.

    `rules` stands in for those of the language, where an outlet brings phrases of its own; `authors` are the persons
    whose bylines and biographies are no part of the text.
    """
    rules = rules or rules_for(lang)
    dropped, lines = _without_head(split_lines(text), rules)
    page = _Page(lines, rules, title, full_names(authors), [rules.of(line.text) for line in lines])
    for step in STEPS:
        step(page)
    kept = [lines[i].text for i in page.open()]
    dropped += [
        Dropped(line.text, mark) for line, mark in zip(lines, page.marks, strict=True) if mark and mark != "title"
    ]
    return Cleaned(page.title, tuple(kept), tuple(_credits(page, kept)), tuple(dropped), tuple(notes_of(kept, rules)))


def _without_head(lines: list[Line], rules: Rules) -> tuple[list[Dropped], list[Line]]:
    """The lines without a crawler's header that is glued to the first of them."""
    found = rules.heads.match(lines[0].text) if lines else None
    if not found:
        return [], lines
    rest = lines[0].text[found.end() :].strip()
    first = [Line(rest, lines[0].block)] if rest else []
    return [Dropped(found.group().strip(), "head")], first + lines[1:]


def _cut(page: _Page) -> None:
    start = page.start
    for i, mark in enumerate(page.marks):
        if mark == "cut" and i > start:
            page.marks[i + 1 :] = ["after cut"] * (len(page.lines) - i - 1)
            return


def _title(page: _Page) -> None:
    """Find the title among the lines before the text; what stands above it is navigation or a rubric."""
    head = _head(page)
    rubrics = [i for i in head if _is_rubric(page.lines[i].text)]
    possible = [i for i in head if i not in rubrics]
    if page.title is None and possible and any(i > possible[-1] for i in page.open()):
        long_enough = (i for i in possible if weight(page.lines[i].text) >= HEADLINE)
        page.title = page.lines[next(long_enough, possible[0])].text
    for i in possible:
        if page.title and same(page.lines[i].text, page.title):
            page.marks[i] = "title"
            page.take([r for r in rubrics if r < i], "rubric")
            page.take(range(i), "navigation")
            return


def _head(page: _Page) -> list[int]:
    head: list[int] = []
    for i in page.open():
        if not is_headline_like(page.lines[i].text) and not _is_rubric(page.lines[i].text):
            break
        head.append(i)
    return head


def _is_rubric(text: str) -> bool:
    """Whether a head line is a rubric or a breadcrumb trail: short, open-ended or in steps."""
    n_steps = max(text.count(f" {sign} ") for sign in "/>»›→|")
    return weight(text) <= 60 * max(n_steps, 1) and (text.endswith(",") or n_steps > 0)


def notes_of(lines: Sequence[str], rules: Rules) -> list[str]:
    """The outlet's notes among these lines, in order; what stands under a heading such as "Correction" is one."""
    headed = [two for one, two in pairwise(lines) if rules.note_heading.fullmatch(one) and is_prose(two)]
    return [line for line in lines if rules.is_note(line) or line in headed]


def _labels(page: _Page) -> None:
    start = page.start
    for label in [i for i, mark in enumerate(page.marks) if mark == "label"]:
        for i in range(label + 1, len(page.lines)):
            line = page.lines[i]
            is_apart = line.block != page.lines[label].block and label < start
            if is_apart or not is_bare(line.text) or weight(line.text) > LISTED or page.marks[i] == "title":
                break
            page.take([i], "labelled")


def _insets(page: _Page) -> None:
    start = page.start
    for inset in [i for i, mark in enumerate(page.marks) if mark == "inset" and i > start]:
        end = next((i for i in page.open(inset + 1) if _resumes(page, i)), len(page.lines))
        page.take(range(inset + 1, end), "after inset")


def _resumes(page: _Page, i: int) -> bool:
    """Whether the article goes on at a line: it is prose, and so are two thirds of what is left."""
    rest = [is_prose(page.lines[j].text) for j in page.open(i)]
    return rest[0] and sum(rest) * 3 >= len(rest) * 2


def _teasers(page: _Page) -> None:
    start = page.start
    rubrics = [line.text for line, mark in zip(page.lines, page.marks, strict=True) if mark == "rubric"]
    for run in _bare_runs(page, start):
        signs = [i for i in run if page.marks[i] == "caption" or any(same(page.lines[i].text, r) for r in rubrics)]
        links = [i for i in run if page.marks[i] is None and weight(page.lines[i].text) >= HEADLINE]
        alone = _is_alone(page, run)
        if signs and links and len(run) >= (2 if alone else 3):
            page.take(run, "teaser")


def _bare_runs(page: _Page, start: int) -> Iterator[list[int]]:
    """Lines without punctuation that stand together, after the start of the text; lists with bullets are none."""
    run: list[int] = []
    for i in range(start, len(page.lines) + 1):
        line = page.lines[i] if i < len(page.lines) else None
        fits = line is not None and (page.marks[i] == "caption" or (page.marks[i] is None and is_bare(line.text)))
        if run and (not fits or line is None or line.block != page.lines[run[-1]].block):
            yield run
            run = []
        if fits and line is not None and not line.text.startswith(("- ", "• ", "* ", "– ")):
            run.append(i)


def _is_alone(page: _Page, run: Sequence[int]) -> bool:
    return sum(line.block == page.lines[run[0]].block for line in page.lines) == len(run)


def _repeats(page: _Page) -> None:
    """Drop the title where it stands again, with what stands under it; a line said twice running; a doubled paragraph.

    Lists may well repeat their entries, so that a short line further on is none.
    """
    start = page.start
    title = plain(page.title) if page.title is not None else None
    seen: set[str] = set()
    last: str | None = None
    for i in page.open():
        text = page.lines[i].text
        said = plain(text)
        if said == title:
            page.marks[i] = "repeated"
            page.take(_captions_under(page, i) if i > start else [], "caption")
        elif said == last or said in seen:
            is_long = weight(text) >= LISTED and is_prose(text)
            if is_long or (said == last and weight(text) >= HEADLINE):
                page.marks[i] = "repeated"
        seen.add(said)
        last = said


def _captions_under(page: _Page, i: int) -> list[int]:
    """The bare line right under a picture's alternative text."""
    j = i + 1
    under = j < len(page.lines) and page.lines[j].block == page.lines[i].block and is_bare(page.lines[j].text)
    return [j] if under and weight(page.lines[j].text) <= LISTED else []


def _authors(page: _Page) -> None:
    """Drop bylines at both ends of the text, and what is said of an author behind it; notes of the outlet stay."""
    left = list(page.open()) if page.authors else []
    ending = left[len(left) // 2 :][-EDGE:]
    for i in dict.fromkeys(left[:EDGE] + ending):
        text = page.lines[i].text
        if is_byline(text, page.authors):
            page.marks[i] = "byline"
        elif i in ending and is_biography(text, page.authors) and not page.rules.is_note(text):
            page.marks[i] = "biography"


STEPS: tuple[Callable[[_Page], None], ...] = (_cut, _title, _labels, _insets, _repeats, _teasers, _authors)


def _credits(page: _Page, kept: Sequence[str]) -> list[str]:
    """Whom the page credits: in lines of their own, and in the dateline of the first paragraphs."""
    marked = list(zip([line.text for line in page.lines], page.marks, strict=True))
    own = [page.rules.credited(text) for text, mark in marked if mark == "credit"]
    inside = [page.rules.credit_inside.search(text) for text, mark in marked if mark == "meta"]
    own += [found["names"] for found in inside if found]
    datelines = [page.rules.datelines.match(line) for line in kept[:3]]
    names = [name for line in own if line for name in line.replace("、", ",").replace(";", ",").split(",")]
    names += [found.group(1) for found in datelines if found]
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))
