from nlp.last_text import of_last_text


def test_the_last_answer_holds_for_the_very_same_text_only() -> None:
    asked: list[str] = []

    def shout(text: str) -> str:
        asked.append(text)
        return text.upper()

    kept = of_last_text(shout)
    first = "".join(["a", "b"])
    again = "".join(["a", "b"])
    assert [kept(first), kept(first), kept(again), kept("c"), kept(first)] == ["AB", "AB", "AB", "C", "AB"]
    assert asked == ["ab", "ab", "c", "ab"]
