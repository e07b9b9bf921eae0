"""Answers are asked for once, and forgotten before there are too many."""

from nlp.kept import kept


def test_an_answer_is_worked_out_once() -> None:
    asked: list[int] = []
    answers = kept(lambda n: asked.append(n) or n * n)
    assert [answers[n] for n in (3, 4, 3)] == [9, 16, 9]
    assert asked == [3, 4]


def test_answers_stay_few() -> None:
    answers = kept(lambda n: -n)
    assert all(answers[n] == -n for n in range(10_000))
    assert len(answers) < 5_000
