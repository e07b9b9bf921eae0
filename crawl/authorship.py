"""Lines of an article that are about who wrote it: bylines, and the biography at the end."""

from collections.abc import Sequence

from crawl.lines import is_prose, weight

EDGE = 4
"""Lines at the beginning and at the end of a text among which a byline or a biography stands."""
AROUND = 20
"""Letters that a byline has beside the names: "Von ... , Berlin"."""
EARLY = 30
"""Characters before a name in a biography: "The Harbour Messenger's reporter ..."."""


def full_names(authors: Sequence[str]) -> tuple[str, ...]:
    """The names that are sure to be a person's in a text: two words or more, or in a script without spaces."""
    return tuple(name for name in authors if " " in name or weight(name) > 2 * len(name))


def is_byline(line: str, names: Sequence[str]) -> bool:
    """Whether a line is authors' names and hardly anything else."""
    told = [name for name in names if name.casefold() in line.casefold()]
    return bool(told) and not is_prose(line) and weight(line) - sum(map(weight, told)) <= AROUND


def is_biography(line: str, names: Sequence[str]) -> bool:
    """Whether a line says something about an author: nobody else names them in the first words of a paragraph."""
    return is_prose(line) and any(name.casefold() in line[: EARLY + len(name)].casefold() for name in names)
