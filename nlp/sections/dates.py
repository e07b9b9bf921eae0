"""How dates are written: `dates.toml`."""

from corpus.strict import Strict
from nlp.sections.forms import Forms


class DatesSection(Strict):
    """`dates.toml`: months, words around days and years, years and months told from the day of writing.

    endings: sets of inflectional endings, by the name that `stem~name` uses.
    months: names of months, by number.
    day_after: marks behind the number of a day: 5(th).
    month_after: words behind the number of a month, where it has no name.
    year_after: words behind a year: 2020 (year).
    year_before: words before a bare year: (in) 2020, (since) 2020.
    year_suffix_needed: a year needs a word behind it, where nothing else tells that it is one.
    turned_years: two years can stand with the last one first, as in texts from right to left: 53-1950.
    plain_year: any bare number from 1900 to 2099 is a year.
    ungrouped_thousands: amounts of four digits have no sign of grouping: what looks like a year may be one.
    year_ranges: signs between two years besides dashes and the slash.
    day_first: digits with slashes between them (14/5/2023) are day, month and year.
    links: words between a day, its month and its year: 5 (of) May.
    between: words between two days of one month or two years: 5 (to) 7 May.
    decade_after: what stands behind a decade, which is no year: 1990(s).
    decade_before: what stands before one: (the years) 90.
    eras: names that years are counted from, by the year before the first.
    solar_months: months of the solar Hijri year, by number.
    lunar_months: months that make dates without a Gregorian day.
    other_year_after: marks behind a year of either.
    relative_year: names of years, by how far they are from the year of writing: "-1" = last year.
    relative_month: names of months, by how far they are from the month of writing.
    """

    endings: dict[str, Forms] = {}
    months: dict[str, Forms] = {}
    day_after: Forms = []
    month_after: Forms = []
    year_after: Forms = []
    year_before: Forms = []
    year_suffix_needed: bool = False
    turned_years: bool = False
    plain_year: bool = False
    ungrouped_thousands: bool = False
    year_ranges: Forms = []
    day_first: bool = False
    links: Forms = []
    between: Forms = []
    decade_after: Forms = []
    decade_before: Forms = []
    eras: dict[str, Forms] = {}
    solar_months: dict[str, Forms] = {}
    lunar_months: Forms = []
    other_year_after: Forms = []
    relative_year: dict[str, Forms] = {}
    relative_month: dict[str, Forms] = {}
