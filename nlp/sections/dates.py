"""How dates are written: `dates.toml`."""

from corpus.strict import Strict
from nlp.sections.forms import Forms


class DatesSection(Strict):
    """`dates.toml`: months, words around years, and names of years and months relative to the day of writing.

    `solar_months` are those of the solar Hijri year, by number; `lunar_months` make dates without a Gregorian day;
    `other_year_after` marks a year of either.
    `links` stand between a day, its month and its year ("of"), `between` between two days of one month or two years
    ("to", "and"). With `day_first` digits with slashes between them (14/5/2023) are day, month and year.
    `ungrouped_thousands` says that amounts of four digits are written without a sign of grouping, so what looks like a
    year may be one. `eras` are names that years are counted from; the key is the year before the first. A number before
    `decade_after` or behind `decade_before` is a decade and no year.
    """

    endings: dict[str, Forms] = {}
    months: dict[str, Forms] = {}
    day_after: Forms = []
    month_after: Forms = []
    year_after: Forms = []
    year_before: Forms = []
    decade_after: Forms = []
    decade_before: Forms = []
    year_suffix_needed: bool = False
    plain_year: bool = False
    day_first: bool = False
    year_ranges: Forms = []
    solar_months: dict[str, Forms] = {}
    lunar_months: Forms = []
    other_year_after: Forms = []
    links: Forms = []
    between: Forms = []
    ungrouped_thousands: bool = False
    eras: dict[str, Forms] = {}
    relative_year: dict[str, Forms] = {}
    relative_month: dict[str, Forms] = {}
