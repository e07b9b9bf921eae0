"""The scorer on small made-up gold whose scores are known by hand, and on the reader's own output turned into gold."""

import json
from datetime import date

import pytest

from nlp.annotate import annotate_text
from parallax.evaluate import evaluate, value_of
from parallax.scoring.ablation import ablate
from parallax.scoring.gold import load_golds
from parallax.scoring.score_table import SCORES, table_lines
from parallax.scoring.tally import Key

SIGNS = {"exact": "=", "about": "~", "nearly": "~", "over": ">", "at_least": ">=", "under": "<", "at_most": "<="}

TEXTS = {
    "en": (
        "The mill sold more than 18 million sacks in 2029, Ada Holm said. She warned that prices could rise by 4 per "
        "cent. The mill reportedly owes nearly $2.5m. “We pay our debts,” its owner Rolf Brandt told reporters. "
        "Brandt denied that three barges had been sold."
    ),
    "ru": (
        "Мельница продала более 18 млн мешков, заявила Ада Хольм. По её словам, цены могут вырасти на 4%. "
        "«Мы платим долги», — сказал владелец Рольф Брандт. Он отрицает, что продал около 30 барж."
    ),
    "zh": "据悉，该磨坊欠款近250万美元。艾达表示，磨坊去年售出超1800万袋面粉。“我们会还债。”业主布兰特说。",
}


def write_gold(path, text, language, **layers):
    """A gold file without annotations but those that are given."""
    article = {"file": path.name, "language": language, "text": text, "published": "2031-05-01"}
    gold = {"article": article, "figures": [], "claims": [], "entities": [], **layers}
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return path


def own_output(text, language):
    """The reader's reading of a text, in the signs of gold."""
    found = annotate_text(text, language, reference=date(2031, 5, 1))
    named = [m for m in found.mentions if m.resolved_by == "name"]
    return {
        "figures": [gold_figure(f) for f in found.figures],
        "claims": [gold_claim(c) for c in found.claims],
        "entities": [{**place(m.start, m.end, m.surface), "canonical": m.actor, "type": m.kind} for m in named],
    }


def place(start, end, text):
    return {"start": start, "end": end, "text": text}


def gold_figure(f):
    kind = {"measure": "other", "multiple": "other"}.get(f.kind, f.kind)
    point = f.low if f.low == f.high else None
    sign = "vague" if f.is_vague else "range" if f.low != f.high else SIGNS[f.comparator]
    counted = None if f.counted_start is None else place(f.counted_start, f.counted_end, f.counted_surface)
    return {
        **place(f.start, f.end, f.surface),
        "value": point,
        "low": f.low,
        "high": f.high,
        "order": f.low,
        "comparator": sign,
        "kind": kind,
        "approach": "below" if f.comparator == "nearly" else None,
        "counted": counted,
        "unit": f.unit,
        "iso": f.iso,
        "actor": f.actor,
        "source": f.source,
        "is_date": f.kind == "date",
        "source_explicit": f.source is not None,
    }


def gold_claim(c):
    parts = [place(s.start, s.end, s.surface) for s in c.content]
    source = None if c.source_start is None else place(c.source_start, c.source_end, c.source_surface)
    return {
        "source": source and source | {"canonical": c.source},
        "cue": None if c.cue_start is None else place(c.cue_start, c.cue_end, c.cue_surface),
        "content": parts[0],
        "content_parts": parts,
        "kind": c.kind,
        "type": c.type.replace("_", "-"),
        "implicit": c.is_implicit,
    }


@pytest.fixture
def perfect(tmp_path):
    return [
        write_gold(tmp_path / f"{language}.json", text, language, **own_output(text, language))
        for language, text in TEXTS.items()
    ]


def scores(path):
    return evaluate(load_golds([path]))


def test_the_readers_own_output_scores_full_marks(perfect):
    result = evaluate(load_golds(perfect))
    seen = 0
    for group, layers in result["scores"].items():
        for layer in ("figures", "claims", "mentions"):
            for part, found in layers[layer].items():
                for score, row in found.items():
                    assert row["value"] in (1.0, None), (group, layer, part, score)
                    seen += row["value"] == 1.0
    assert seen > 100


def test_the_rules_add_up_to_the_reading(perfect):
    for group in (load_golds(perfect), load_golds(perfect[:1])):
        result = evaluate(group)
        name = "all" if len(group) > 1 else "en"
        whole = result["scores"][name]["claims"]["strict"]["ov50.precision"]
        rows = result["rules"][name]
        assert sum(row["claims"] for row in rows) == whole["of"]
        assert sum(row["right"] for row in rows) == whole["right"]
        assert {row["precision"] for row in rows} <= {1.0, None}
        assert sum(row["gain"] > 0 for row in rows) > 3


def test_leaving_out_the_only_rule_leaves_nothing(tmp_path):
    text = "Ada Holm said that the mill sold 300 sacks."
    path = write_gold(tmp_path / "a.json", text, "en", **own_output(text, "en"))
    gold = load_golds([path])[0]
    row, *others = ablate([(gold, annotate_text(text, "en").claims)])
    assert not others
    assert (row.claims, row.right, row.f1_without, row.gain) == (1, 1, 0.0, 1.0)


def figure(text, surface, **more):
    start = text.index(surface)
    known = {"value": None, "comparator": "=", "kind": "count"}
    return {**place(start, start + len(surface), surface), **known, **more}


def test_figures_are_scored_as_counted_by_hand(tmp_path):
    text = "The mill sold more than 300 sacks for $40 in May 2029. Of its 4 barges, 70 per cent leak."
    gold = [
        figure(text, "300", value=300, comparator=">"),
        figure(text, "$40", value=41, kind="money", unit="USD"),
        figure(text, "May 2029", kind="date", iso="2029-05"),
        figure(text, "4", value=4, minor=True) | place(text.index("4 barges"), text.index("4 barges") + 1, "4"),
        figure(text, "leak", value=1),
    ]
    result = scores(write_gold(tmp_path / "a.json", text, "en", figures=gold))
    values = {
        (part, score): value_of(result, "en", Key("figures", part, score))
        for part in ("full", "strict")
        for score in ("found.recall", "found.precision", "value", "comparator", "kind", "unit")
    }
    assert values == {
        ("full", "found.recall"): 0.8,
        ("full", "found.precision"): 0.8,
        ("full", "value"): 0.75,
        ("full", "comparator"): 1.0,
        ("full", "kind"): 1.0,
        ("full", "unit"): 1.0,
        ("strict", "found.recall"): pytest.approx(2 / 3, abs=1e-6),
        ("strict", "found.precision"): pytest.approx(2 / 3, abs=1e-6),
        ("strict", "value"): 0.5,
        ("strict", "comparator"): 1.0,
        ("strict", "kind"): 1.0,
        ("strict", "unit"): 1.0,
    }


VALUES = [
    ("It sold tens of thousands of sacks.", "tens of thousands", {"comparator": "vague", "order": 1e4}, True),
    ("It sold hundreds of sacks.", "hundreds", {"comparator": "vague", "order": 1e4}, False),
    ("It sold 30 to 40 sacks.", "30 to 40", {"comparator": "range", "low": 30, "high": 40}, True),
    ("It sold 30 to 40 sacks.", "30 to 40", {"comparator": "range", "low": 30, "high": 45}, False),
    ("A third of the sacks.", "third", {"value": 0.3333, "kind": "share"}, True),
    ("It sold 40 sacks.", "40", {"comparator": "vague", "order": 10}, False),
]


@pytest.mark.parametrize(("text", "surface", "more", "is_right"), VALUES)
def test_values_of_ranges_shares_and_vague_amounts(tmp_path, text, surface, more, is_right):
    path = write_gold(tmp_path / "a.json", text, "en", figures=[figure(text, surface, **more)])
    assert value_of(scores(path), "en", Key("figures", "full", "value")) == float(is_right)


COMPARATORS = [
    ("nearly 40", {"comparator": "~", "approach": "below"}, True),
    ("nearly 40", {"comparator": "~"}, False),
    ("about 40", {"comparator": "~"}, True),
    ("up to 40", {"comparator": "<="}, True),
    ("at least 40", {"comparator": ">"}, False),
    ("40", {"comparator": "="}, True),
]


@pytest.mark.parametrize(("words", "more", "is_right"), COMPARATORS)
def test_comparators_are_compared_word_by_word(tmp_path, words, more, is_right):
    text = f"It sold {words} sacks."
    path = write_gold(tmp_path / "a.json", text, "en", figures=[figure(text, "40", value=40, **more)])
    assert value_of(scores(path), "en", Key("figures", "full", "comparator")) == float(is_right)


def test_figures_outside_the_article_do_not_count(tmp_path):
    text = "Photo 17 of 300\n\nThe mill sold 300 sacks."
    gold = [{**figure(text, "300", value=300), **place(text.rindex("300"), text.rindex("300") + 3, "300")}]
    path = write_gold(tmp_path / "a.json", text, "en", figures=gold)
    file = json.loads(path.read_text(encoding="utf-8"))
    file["article"]["body"] = [[17, len(text)]]
    path.write_text(json.dumps(file), encoding="utf-8")
    assert value_of(scores(path), "en", Key("figures", "full", "found.precision")) == 1.0


def claim(text, source, cue, content, **more):
    at = {name: place(text.index(s), text.index(s) + len(s), s) for name, s in (("cue", cue), ("content", content))}
    who = place(text.index(source), text.index(source) + len(source), source) | {"canonical": source}
    return {"source": who, **at, "kind": "indirect", "type": "report", **more}


CLAIM_TEXT = "Ada Holm said that the mill sold 300 sacks of flour. The barges were old."


def test_claims_are_scored_as_counted_by_hand(tmp_path):
    gold = [claim(CLAIM_TEXT, "Ada Holm", "said", "the mill sold 300 sacks")]
    result = scores(write_gold(tmp_path / "a.json", CLAIM_TEXT, "en", claims=gold))
    row = {
        name: value_of(result, "en", Key("claims", "strict", name))
        for name in result["scores"]["en"]["claims"]["strict"]
    }
    assert (row["exact.f1"], row["ov80.f1"], row["ov50.f1"]) == (0.0, 0.0, 1.0)  # 5 of 7 tokens are shared
    assert row["token.recall"] == 1.0
    assert row["token.precision"] == pytest.approx(5 / 7, abs=1e-6)
    assert (row["source"], row["cue"], row["kind"], row["source_actor"]) == (1.0, 1.0, 1.0, 1.0)
    assert (row["ov50.source+cue.f1"], row["ov80.source+cue.f1"]) == (1.0, 0.0)


def test_an_implicit_claim_of_gold_is_left_out_of_the_strict_score(tmp_path):
    stated = claim(CLAIM_TEXT, "Ada Holm", "said", "the mill sold 300 sacks of flour")
    implied = claim(CLAIM_TEXT, "Ada Holm", "said", "The barges were old") | {"cue": None, "implicit": True}
    result = scores(write_gold(tmp_path / "a.json", CLAIM_TEXT, "en", claims=[stated, implied]))
    assert value_of(result, "en", Key("claims", "strict", "exact.recall")) == 1.0
    assert result["scores"]["en"]["claims"]["full"]["exact.recall"]["of"] == 2


def test_what_is_found_in_the_place_of_an_implicit_claim_is_no_mistake(tmp_path):
    implied = claim(CLAIM_TEXT, "Ada Holm", "said", "the mill sold 300 sacks of flour") | {"implicit": True}
    result = scores(write_gold(tmp_path / "a.json", CLAIM_TEXT, "en", claims=[implied]))
    assert result["scores"]["en"]["claims"]["strict"]["ov50.precision"]["of"] == 0


def test_a_wrong_actor_of_a_mention_is_counted(tmp_path):
    text = "Ada Holm said that Rolf Brandt sold 300 sacks."
    gold = [
        {**place(0, 8, "Ada Holm"), "canonical": "Ada Holm", "type": "person"},
        {**place(19, 30, "Rolf Brandt"), "canonical": "Someone Else", "type": "person"},
    ]
    result = scores(write_gold(tmp_path / "a.json", text, "en", entities=gold))
    assert value_of(result, "en", Key("mentions", "all", "exact.f1")) == 1.0
    assert value_of(result, "en", Key("mentions", "all", "actor")) == 0.5


def test_the_same_gold_gives_the_same_result(perfect):
    once, again = (json.dumps(evaluate(load_golds(perfect))) for _ in range(2))
    assert once == again


def test_a_trained_pipeline_stands_beside_the_blank_one(tmp_path, perfect):
    import spacy

    model = tmp_path / "model"
    ruler = spacy.blank("en")
    ruler.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "The mill"}])
    ruler.to_disk(model)
    found = evaluate(load_golds(perfect), {"en": str(model)})["models"]["en"]
    assert found["delta"]["mentions/all/exact.precision"] < 0
    assert found["delta"]["figures/strict/value"] == 0
    lines = list(table_lines(evaluate(load_golds(perfect), {"en": str(model)})))
    assert any(line.startswith("with ") and "change against the blank pipeline" in line for line in lines)


def test_every_score_that_is_shown_exists(perfect):
    found = evaluate(load_golds(perfect))["scores"]["all"]
    for columns in SCORES.values():
        for _, key in columns:
            assert key.score in found[key.layer][key.part]


def test_who_is_understood_is_compared_as_an_actor_and_not_as_a_place(tmp_path):
    text = "La alcaldesa Clara Vidal dijo que el dique aguanta. Añadió que la pesca volverá."
    claims = own_output(text, "es")["claims"]
    claims[1] |= {"source": None, "implicit_source": claims[0]["source"]["canonical"]}
    gold = write_gold(tmp_path / "a.json", text, "es", claims=claims)
    result = evaluate(load_golds([gold]))
    assert [value_of(result, "es", Key("claims", "strict", s)) for s in ("source", "source_actor")] == [1.0, 1.0]
