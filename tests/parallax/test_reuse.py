from types import SimpleNamespace

import pytest

from corpus.tables import Article, Reuse
from parallax.reuse import credits_outlet, find_reuse

LONG = (
    "The crane stood idle for nine days while the two crews argued about who should pay for the broken cable. "
    "On the tenth day the harbour master bought a new one from his own pocket and said nothing to anybody."
)
OTHER = (
    "A baker in the old town has begun to sell bread by weight again, as her grandmother did, and the queue "
    "now reaches around the corner every morning before the church bells ring."
)
HAN = "码头的起重机停了九天，两队工人一直在争论谁该为断掉的钢缆付钱，第十天港务长自己掏钱买了一根新的，什么也没说。"


def pairs(write: SimpleNamespace, *texts: object, names: dict[str, str] | None = None) -> list[Reuse]:
    return find_reuse(write.rows(texts).articles, names or {})


def test_a_copy_is_found_and_the_later_one_is_the_taker(write: SimpleNamespace) -> None:
    early = write.text("x", LONG, published="2031-03-04T08:00")
    late = write.text("y", f"{OTHER} {LONG}", published="2031-03-04T09:00")
    (pair,) = pairs(write, late, early)
    assert pair.article_id.startswith("y-")
    assert pair.original_id.startswith("x-")
    assert pair.direction == "time"
    assert 0.4 < pair.containment < 0.7


def test_passages_are_spans_of_the_takers_text(write: SimpleNamespace) -> None:
    early = write.text("x", LONG, published="2031-03-04T08:00")
    late = write.text("y", f"{OTHER}\n\n{LONG}", published="2031-03-04T09:00")
    (pair,) = pairs(write, early, late)
    assert [(s.start, s.end) for s in pair.passages] == [(len(OTHER) + 2, len(OTHER) + 1 + len(LONG))]
    assert all(late.text[s.start : s.end] == s.surface for s in pair.passages)


def test_passages_are_places_in_both_texts(write: SimpleNamespace) -> None:
    early = write.text("x", f"{OTHER} {LONG}", published="2031-03-04T08:00")
    late = write.text("y", f"“{LONG}”", published="2031-03-04T09:00")
    (pair,) = pairs(write, early, late)
    assert [s.surface for s in pair.passages] == [s.surface for s in pair.original_passages] == [LONG[:-1]]
    assert all(early.text[s.start : s.end] == s.surface for s in pair.original_passages)


def test_a_short_text_inside_a_long_one_is_found(write: SimpleNamespace) -> None:
    long = " ".join(f"{n} {OTHER.replace(' ', f' {n} ')}" for n in range(9))
    early = write.text("x", LONG, published="2031-03-04T08:00")
    (pair,) = pairs(write, early, write.text("y", f"{long} {LONG}", published="2031-03-04T09:00"))
    assert pair.containment < 0.1
    assert (pair.original_containment, pair.kind) == (1.0, "part")


@pytest.mark.parametrize(
    ("text", "kind"), [(LONG, "identical"), (LONG.upper(), "near"), (LONG[:150], "near"), (LONG[:90], "part")]
)
def test_reprints_versions_and_parts_are_told_apart(write: SimpleNamespace, text: str, kind: str) -> None:
    (pair,) = pairs(write, write.text("x", LONG), write.text("y", text))
    assert pair.kind == kind


def test_every_pair_of_a_reprint_is_linked(write: SimpleNamespace) -> None:
    texts = [write.text(name, LONG, published=f"2031-03-0{n}") for n, name in enumerate("uvwxy", 1)]
    found = pairs(write, *texts)
    assert [(p.article_id[0], p.original_id[0]) for p in found] == [(b, a) for b in "uvwxy" for a in "uvwxy" if a < b]


def test_scripts_without_spaces_are_compared_by_character(write: SimpleNamespace) -> None:
    early = write.text("x", HAN, lang="zh", published="2031-03-04T08:00")
    late = write.text("y", "本报讯：" + HAN, lang="zh", published="2031-03-04T09:00")
    (pair,) = pairs(write, early, late)
    assert pair.containment > 0.8
    assert pair.passages[0].surface.startswith("码头的起重机")


def test_different_texts_are_no_reuse(write: SimpleNamespace) -> None:
    assert pairs(write, write.text("x", LONG), write.text("y", OTHER)) == []


def test_case_and_punctuation_do_not_hide_a_copy(write: SimpleNamespace) -> None:
    loud = LONG.upper().replace(".", "!")
    (pair,) = pairs(write, write.text("x", LONG, published="2031-03-04"), write.text("y", loud, published="2031-03-05"))
    assert pair.containment == 1.0


def test_one_outlet_does_not_take_from_itself(write: SimpleNamespace) -> None:
    texts = (write.text("x", LONG, url="https://a.example/1"), write.text("x", LONG, url="https://a.example/2"))
    assert pairs(write, *texts) == []


def test_two_languages_are_not_compared(write: SimpleNamespace) -> None:
    assert pairs(write, write.text("x", LONG), write.text("y", LONG, lang="de")) == []


def test_regions_of_a_language_are_compared(write: SimpleNamespace) -> None:
    (pair,) = pairs(write, write.text("x", LONG, lang="en-GB"), write.text("y", LONG, lang="en"))
    assert pair.kind == "identical"


def test_who_credits_the_other_took_from_it_whatever_the_clocks_say(write: SimpleNamespace) -> None:
    credited = write.text("x", LONG, credits=("y",), published="2031-03-04T08:00")
    (pair,) = pairs(write, credited, write.text("y", LONG, published="2031-03-04T09:00"))
    assert (pair.article_id[:2], pair.direction, pair.is_credited) == ("x-", "credit", True)


def test_who_credits_one_another_is_told_by_time(write: SimpleNamespace) -> None:
    early = write.text("x", LONG, credits=("y",), published="2031-03-04T08:00")
    (pair,) = pairs(write, early, write.text("y", LONG, credits=("x",), published="2031-03-04T09:00"))
    assert (pair.article_id[:2], pair.direction, pair.is_credited) == ("y-", "time", True)


def test_equal_days_cannot_tell_the_direction_but_credit_can(write: SimpleNamespace) -> None:
    credited = write.text("x", LONG, credits=("y",), published="2031-03-04")
    (pair,) = pairs(write, credited, write.text("y", LONG, published="2031-03-04T09:00"))
    assert (pair.article_id[:2], pair.direction, pair.is_credited) == ("x-", "credit", True)


def test_without_time_and_credit_the_direction_is_unknown(write: SimpleNamespace) -> None:
    (pair,) = pairs(write, write.text("x", LONG), write.text("y", LONG))
    assert (pair.direction, pair.is_credited) == ("unknown", False)


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("harbour-post", True),
        ("The Harbour Post", True),
        ("Source: harbour post", True),
        ("https://harbourpost.example/2031/1", True),
        ("harbourposter.example", False),
        ("The Harbour Postman", False),
        ("", False),
    ],
)
def test_credits_are_matched_by_id_name_or_host(write: SimpleNamespace, credit: str, expected: bool) -> None:
    other = write.text("harbour-post", LONG, url="https://www.harbourpost.example/a")
    articles: list[Article] = write.rows([write.text("y", OTHER, credits=(credit,)), other]).articles
    assert credits_outlet(articles[0], articles[1], {"harbour-post": "Harbour Post"}) is expected


def test_a_text_too_short_for_a_shingle_is_no_error(write: SimpleNamespace) -> None:
    assert pairs(write, write.text("x", "Too short."), write.text("y", "Too short.")) == []
