import math

import pytest

from corpus.tables import Figure
from parallax.agreement import Amount, agree, amount_of, is_telling, log_distance, relation_of, round_half, significant


def point(value: float, precision: float) -> Amount:
    return Amount(value, value, precision, precision)


def figure(low: float | None, high: float | None = None, **columns: object) -> Figure:
    defaults = {"kind": "count", "precision": 0.5}
    return Figure(
        figure_id="a:text:0-1", article_id="a", field="text", start=0, end=1, surface="x",
        low=low, high=low if high is None else high, **{**defaults, **columns},  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (point(16e6, 5e5), point(16e6, 5e5), True),
        (point(16e6, 5e5), point(16.2e6, 5e4), True),
        (point(16e6, 5e5), point(16.9e6, 5e4), False),
        (point(24_000, 0.5), point(24_000, 500), True),
        (point(41_300, 0.5), point(41_000, 500), True),
        (point(41_300, 0.5), point(41_000, 0.5), False),
        (point(41_300, 50), point(42_000, 500), False),
        (point(0.1 + 0.2, 0), point(0.3, 0), True),
        (Amount(10e6, 12e6, 5e5, 5e5), Amount(10.2e6, 11.8e6, 5e4, 5e4), True),
        (Amount(10e6, 12e6, 5e5, 5e5), Amount(10e6, 14e6, 5e5, 5e5), False),
        (Amount(10e6, 12e6, 5e5, 5e5), point(11e6, 5e5), False),
        (Amount(0, 0, key="2031-03"), Amount(0, 0, key="2031-03"), True),
        (Amount(0, 0, key="2031-03"), Amount(0, 0, key="2031-03-04"), False),
        (Amount(0, 0, key="2031"), point(0, 1), False),
    ],
)
def test_amounts_agree_where_the_coarser_holds_the_finer(left: Amount, right: Amount, expected: bool) -> None:
    assert agree(left, right) is expected
    assert agree(right, left) is expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("count", 3, False),
        ("count", 50, False),
        ("count", 100, False),
        ("count", 900, False),
        ("count", 150, True),
        ("count", 20_000, True),
        ("money", 1.5e9, True),
        ("money", 5, False),
        ("percent", 15, False),
        ("share", 0.5, False),
        ("duration", 1600, False),
    ],
)
def test_only_rare_values_tell_by_themselves(kind: str, value: float, expected: bool) -> None:
    assert is_telling(kind, point(value, 0.5)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(("value", "digits", "half"), [(24_000, 2, 500), (41_300, 3, 50), (0.5, 1, 0.05), (7, 1, 0.5)])
def test_digits_before_trailing_zeros(value: float, digits: int, half: float) -> None:
    assert significant(value) == digits
    assert math.isclose(round_half(value), half)


@pytest.mark.parametrize(
    ("told", "reference", "expected"),
    [
        (figure(16e6, precision=5e5), point(16e6, 5e5), "same"),
        (figure(24_000), point(24_000, 500), "same"),
        (figure(41_000, precision=500), point(41_300, 0.5), "rounded"),
        (figure(41_000), point(41_300, 0.5), "rounded"),
        (figure(16.2e6, precision=5e4), point(16e6, 5e5), "sharper"),
        (figure(26_000), point(24_000, 0.5), "shifted"),
        (figure(1e6, None, is_vague=True), point(1.5e6, 5e4), "conflicting"),
        (figure(1e6, 1e9, is_vague=True), point(1.5e6, 5e4), "vaguer"),
        (figure(2e9, 1e10, is_vague=True, kind="money"), point(1.5e9, 5e7), "conflicting"),
        (figure(30, kind="percent", unit="%"), point(0.3, 0.005), "same"),
        (figure(1 / 3, kind="share", precision=None), point(0.334, 0.0005), "rounded"),
        (figure(33.4, kind="percent", unit="%", precision=0.05), point(1 / 3, 0.01), "sharper"),
        (figure(20, 100, is_vague=True, kind="percent", unit="%"), point(0.35, 0.005), "vaguer"),
        (figure(20, 100, is_vague=True, kind="percent", unit="%"), point(0.1, 0.005), "conflicting"),
    ],
)
def test_relation_to_the_reference(told: Figure, reference: Amount, expected: str) -> None:
    assert relation_of(told, reference) == expected


def test_open_vague_amounts_hold_everything_above() -> None:
    many = Figure(
        figure_id="a", article_id="a", field="text", start=0, end=1, surface="x", low=1e6, high=None, is_vague=True,
        kind="money",
    )  # fmt: skip
    assert relation_of(many, point(3e12, 0)) == "vaguer"
    assert relation_of(many, point(9e5, 0)) == "conflicting"


@pytest.mark.parametrize(
    ("low", "high", "value", "expected"),
    [(2e9, 1e10, 3e9, 0.0), (2e9, 1e10, 2e8, 1.0), (1e3, 1e4, 1e5, 1.0), (2e9, 1e10, 0.0, math.inf)],
)
def test_distance_is_counted_in_orders_of_magnitude(low: float, high: float, value: float, expected: float) -> None:
    assert math.isclose(log_distance(figure(low, high, is_vague=True), point(value, 0)), expected)


def test_dates_are_known_by_their_iso_form_or_surface() -> None:
    assert amount_of(figure(None, kind="date", iso="2031-03")).key == "2031-03"
    assert amount_of(figure(None, kind="date")).key == "x"
