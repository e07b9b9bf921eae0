import pytest

from nlp.language import load_language
from nlp.morphology import morphology_of
from nlp.starred import Starred


@pytest.fixture(scope="module")
def phrases() -> Starred[str]:
    """Two phrases with a star; "его" may stand in it, "наш" may not."""
    morphology = morphology_of(load_language("ru"))
    assert morphology is not None
    table = [("по * мнению", "view"), ("по * данным", "data")]
    return Starred(table, morphology, frozenset({"его"}), frozenset({"нашим"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дождь, по недавнему мнению фермы, пройдёт; по последним\nпогодным данным", [(7, 26), (43, 71)]),
        ("По его мнению, да", [(0, 13)]),
        ("по недавнему, мнению", []),
        ("по мнению, по нашим данным, порой недавнему мнению", []),
        ("по недавнему мнениюх", []),
        ("по недавнему мнению \ud800", [(0, 19)]),
        ("", []),
    ],
)
def test_adjectives_stand_for_the_star_between_no_marks(
    phrases: Starred[str], text: str, expected: list[tuple[int, int]]
) -> None:
    assert [(hit.start, hit.end) for hit, _ in phrases.find(text)] == expected


def test_the_possessive_inside_is_told(phrases: Starred[str]) -> None:
    assert [held for _, held in phrases.find("по его недавнему мнению")] == ["его"]
