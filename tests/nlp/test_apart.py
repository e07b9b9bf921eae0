"""Numbers by myriads in scripts whose words stand apart with particles glued to them, and in kana and kanji."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


def read(text: str, code: str) -> list[tuple[str, float, float | None]]:
    found = read_figures(text, load_language(code))
    return [(text[f.start : f.end], float(f.low or 0), None if f.high is None else float(f.high)) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("배 세 척과 선원 스물두 명", [("세", 3, 3), ("스물두", 22, 22)]),
        ("이 시간에 사천 시민이 오산으로 갔다", []),
        ("3만 이 도시 주민", [("3만", 30000, 30000)]),
        ("2만 4000개가 남았다", [("2만 4000", 24000, 24000)]),
        ("서너 명이 사흘 동안 걸었다", [("서너", 3, 4), ("사흘", 3, 3)]),
    ],
)
def test_a_word_is_a_number_only_where_a_word_begins_and_its_counter_follows(text, expected):
    assert read(text, "ko") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("百数十匹の羊", [("百数十", 120, 200)]),
        ("20数人の漁師", [("20数", 20, 20)]),
        ("四、五隻の船", [("四、五", 4, 5)]),
        ("一、二、三と数えた", []),
        ("船が12隻から9隻に減った", [("12", 12, 12), ("9", 9, 9)]),
        ("客は12人から19人だった", [("12人から19", 12, 19)]),
        ("3割2分の漁船", [("3割2分", 32, 32)]),
        ("令和9年5月に完成", [("令和9年5月", 0, None)]),
    ],
)
def test_some_tens_neighbours_movements_and_eras(text, expected):
    assert read(text, "ja") == expected
