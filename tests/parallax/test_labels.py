import pytest

from parallax.labels import amount_text, number_text, with_unit


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (16e6, "16 million"), (3.4e6, "3.4 million"), (24_000, "24,000"), (41_300, "41,300"), (1.5e9, "1.5 billion"),
        (0.5, "0.5"), (1 / 3, "0.3333"), (0, "0"), (3.8e12, "3.8 trillion"), (-2e6, "-2 million"),
        (2e13, "20 trillion"),
    ],
)  # fmt: skip
def test_numbers_are_set_as_newspapers_do(value: float, expected: str) -> None:
    assert number_text(float(value)) == expected


@pytest.mark.parametrize(
    ("low", "high", "is_vague", "expected"),
    [
        (2e4, 1e5, True, "from 20,000 to under 100,000"),
        (1e6, None, True, "1 million or more"),
        (10e6, 12e6, False, "10 million to 12 million"),
        (5.0, 5.0, False, "5"),
        (None, None, False, "no value"),
    ],
)
def test_amounts_say_their_bounds(low: float | None, high: float | None, is_vague: bool, expected: str) -> None:
    assert amount_text(low, high, is_vague=is_vague) == expected


def test_units_stand_behind_and_percent_close() -> None:
    assert [with_unit("15", unit) for unit in (None, "%", "pp", "USD")] == ["15", "15%", "15 pp", "15 USD"]
