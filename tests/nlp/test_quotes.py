import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.quotes import pair_quotes


def found(text: str) -> list[tuple[str, int]]:
    return [(text[q.start : q.end], q.depth) for q in pair_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Он сказал: «да».", [("«да»", 0)]),
        ("«Один „два“ три»", [("«Один „два“ три»", 0), ("„два“", 1)]),
        ("«один «два» три»", [("«один «два» три»", 0), ("«два»", 1)]),
        ("„Das ist »gut«“, sagte sie.", [("„Das ist »gut«“", 0), ("»gut«", 1)]),
        ("« C’est « bon » », dit-elle.", [("« C’est « bon » »", 0), ("« bon »", 1)]),
        ("Il dit\u00a0: «\u00a0Oui\u00a0».", [("«\u00a0Oui\u00a0»", 0)]),
        ("»Ja«, sagte sie. »Nein«, sagte er.", [("»Ja«", 0), ("»Nein«", 0)]),
        ("“It ‘works’ now,” she said.", [("“It ‘works’ now,”", 0), ("‘works’", 1)]),
        ("'It works,' she said, 'at last.'", [("'It works,'", 0), ("'at last.'", 0)]),
        ("``It works,'' she said.", [("``It works,''", 0)]),
        ("''It works,'' she said. ''At last.''", [("''It works,''", 0), ("''At last.''", 0)]),
        ("''They all shout 'stop it!''' she said.", [("''They all shout 'stop it!'''", 0), ("'stop it!'", 1)]),
        ("It took 5'30'' and 6'10'' to run.", []),
        ("他说「走『吧』」。", [("「走『吧』」", 0), ("『吧』", 1)]),
        ('他说:"河水上涨"。', [('"河水上涨"', 0)]),
        ('他说:"牌上写着:"禁止入内",没人看。"', [('"牌上写着:"禁止入内",没人看。"', 0), ('"禁止入内"', 1)]),
        ('"有人说"水脏了",不对。"他说。', [('"有人说"水脏了",不对。"', 0), ('"水脏了"', 1)]),
        ('他说"好"然后说"不好"。', [('"好"', 0), ('"不好"', 0)]),
        ("It's the dogs' home.", []),
        ('a 5" board', []),
        ('He said "no and left.', []),
    ],
)
def test_quotes_of_every_typography_are_paired(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected


def test_a_quotation_runs_over_paragraphs_with_straight_marks_nested() -> None:
    text = '声明称:\n\n"我们发现工厂违规排放污水。\n\n其手段为 "夜排" 方式,该方式很隐蔽。\n\n必须停止。"\n\n完。'
    assert [q[0] for q in found(text)] == [text[text.index('"') : text.rindex('"') + 1], '"夜排"']


def test_a_repeated_mark_at_the_head_of_a_paragraph_continues_the_quotation() -> None:
    assert found("“First.\n\n“Second,” she said.") == [("“First.\n\n“Second,”", 0)]


def test_a_quotation_over_paragraphs_closes_before_a_comma() -> None:
    assert found("«Один.\n\nДва», — сказал он.") == [("«Один.\n\nДва»", 0)]


def test_a_mark_left_open_does_not_swallow_what_follows() -> None:
    assert ("«два»", 0) in [(q, 0) for q, _ in found("Он сказал: «один.\n\nОна сказала: «два» и ушла.")]


@given(st.text(alphabet="«»“”„\"'‘’「」 \n.aя我", max_size=120))
def test_quotations_nest_and_never_cross(text: str) -> None:
    quotations = pair_quotes(text)
    for one in quotations:
        assert one.start < one.inner_start <= one.inner_end < one.end <= len(text)
        for other in quotations:
            crossing = one.start < other.start < one.end < other.end
            assert not crossing
