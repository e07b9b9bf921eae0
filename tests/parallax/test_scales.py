import math

from corpus.tables import Fact, Figure
from parallax.align import align
from parallax.scales import precision_of, scale_of, told_in, units_in
from parallax.setting import Setting


def figure(outlet: str, low: float, **columns: object) -> Figure:
    return Figure(
        figure_id=f"{outlet}:text:0-1", article_id=outlet, field="text", start=0, end=1, surface="x", low=low, high=low,
        **{"actor": "altamar", **columns},  # type: ignore[arg-type]
    )  # fmt: skip


def fact_of(*figures: Figure) -> Fact:
    outlets = {f.article_id: f.article_id for f in figures}
    (found,) = align(figures, Setting(outlets, dict.fromkeys(outlets, "en"), frozenset(), {}, {}, {}))
    return found.fact


HALF = figure("x", 0.5, kind="share")
FIFTY = figure("y", 50.0, kind="percent", unit="%", precision=0.5)


def test_percentages_are_compared_as_shares_and_points_are_not() -> None:
    assert scale_of("percent", "%") == scale_of("share", None) == ("share", "")
    assert scale_of("percent", "pp") == ("percent", "pp")
    assert (units_in("percent", "%"), units_in("percent", "pp"), units_in("money", "USD")) == (100.0, 1.0, 1.0)


def test_a_share_in_words_reaches_a_percentage_point_and_small_ones_less() -> None:
    assert precision_of(HALF) == 0.01
    assert math.isclose(precision_of(figure("x", 0.05, kind="share")), 0.0025)
    assert precision_of(figure("x", 0.5, kind="share", precision=0.05)) == 0.05


def test_a_fact_has_kind_unit_and_value_of_what_most_outlets_give() -> None:
    percent = fact_of(HALF, FIFTY, figure("z", 50.0, kind="percent", unit="%", precision=0.5))
    assert (percent.kind, percent.unit, percent.low, percent.high) == ("percent", "%", 50.0, 50.0)
    share = fact_of(HALF, FIFTY, figure("z", 0.5, kind="share"))
    assert (share.kind, share.unit, share.low, share.high) == ("share", None, 0.5, 0.5)


def test_bounds_are_told_in_the_unit_of_the_fact() -> None:
    fact = fact_of(HALF, FIFTY, figure("z", 50.0, kind="percent", unit="%", precision=0.5))
    assert (told_in(HALF, fact).low, told_in(HALF, fact).high) == (50.0, 50.0)
    assert told_in(FIFTY, fact) is FIFTY
