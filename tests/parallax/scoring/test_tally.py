import pytest

from parallax.scoring.tally import Key, Ratio, accuracy, intervals, precision_recall, total

KEY = Key("figures", "full", "value")


def test_precision_recall_and_f1():
    scores = precision_recall("claims", "strict", "ov50", (3, 4, 3, 6))
    values = {key.score: ratio.value for key, ratio in scores.items()}
    assert values == {"ov50.precision": 0.75, "ov50.recall": 0.5, "ov50.f1": 0.6}


def test_accuracy_of_nothing_is_unknown():
    assert accuracy("figures", "full", value=[])[KEY].value is None


def test_documents_add_up():
    assert total([{KEY: Ratio(1, 2)}, {KEY: Ratio(2, 2)}, {}]) == {KEY: Ratio(3, 4)}


def test_one_document_has_no_interval():
    assert intervals([{KEY: Ratio(1, 2)}]) == {KEY: None}


def test_a_score_without_anything_to_score_has_no_interval():
    assert intervals([{KEY: Ratio(0, 0)}, {KEY: Ratio(0, 0)}]) == {KEY: None}


def test_equal_documents_have_an_interval_of_no_width():
    assert intervals([{KEY: Ratio(1, 2)}] * 4) == {KEY: (0.5, 0.5)}


def test_the_interval_holds_the_value_and_is_the_same_each_time():
    tallies = [{KEY: Ratio(right, 10)} for right in (2, 9, 5, 7, 10, 4)]
    found = intervals(tallies)
    assert found == intervals(tallies)
    assert found[KEY] is not None
    low, high = found[KEY]
    assert 0.2 <= low < total(tallies)[KEY].value < high <= 1.0


@pytest.mark.parametrize("n", [2, 3])
def test_a_document_without_the_score_weighs_nothing(n):
    assert intervals([{KEY: Ratio(1, 1)}] * n + [{}] * 2)[KEY] == (1.0, 1.0)
