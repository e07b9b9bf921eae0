"""`parallax evaluate --model` with a parser, trained here: what the subject and the clause of a cue change."""

import json
import random

import pytest
import spacy
from click.testing import CliRunner
from spacy.training import Example
from spacy.util import fix_random_seed

from nlp.annotate import annotate_text
from parallax.cli import main

FAR = "Ada Vell said in her letter the dam leaks."
"""No rule reads a clause without complementiser behind a circumstance."""
LONG = "Ada Vell said that the mill closed and the council left."
"""Whether the council left in the words of the mayor or in the outlet's, only the parse says."""
PLAIN = "The council met on Monday."
TRAINED = {
    FAR: "2:compound 3:nsubj 3:ROOT 3:prep 6:poss 4:pobj 8:det 9:nsubj 3:ccomp 3:punct",
    LONG: "2:compound 3:nsubj 3:ROOT 7:mark 6:det 7:nsubj 3:ccomp 3:cc 10:det 11:nsubj 3:conj 3:punct",
    PLAIN: "2:det 3:nsubj 3:ROOT 3:prep 4:pobj 3:punct",
}
"""Each sentence with head (counted from one) and label of every token."""


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A saved pipeline with a parser that knows these sentences by heart."""
    fix_random_seed(0)
    random.seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    examples = [Example.from_dict(nlp.make_doc(text), annotation_of(parse)) for text, parse in TRAINED.items()]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("model") / "en_parser"
    nlp.to_disk(path)
    return path


def annotation_of(parse):
    pairs = [token.split(":") for token in parse.split()]
    return {"heads": [int(head) - 1 for head, _ in pairs], "deps": [label for _, label in pairs]}


def place(text, surface):
    start = text.index(surface)
    return {"start": start, "end": start + len(surface), "text": surface}


@pytest.fixture
def gold(tmp_path):
    """A folder of gold: one claim that only the parse finds, one whose end only it knows, and a text with none."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, text, content in (
        ("far", FAR, "the dam leaks"),
        ("long", LONG, "the mill closed"),
        ("plain", PLAIN, None),
    ):
        source = {**place(text, "Ada Vell"), "canonical": "ada-vell"} if content else None
        claim = {"source": source, "cue": place(text, "said"), "content": place(text, content)} if content else None
        claims = [{**claim, "kind": "indirect", "type": "report"}] if claim else []
        entities = [{**source, "type": "person"}] if source else []
        article = {"file": f"{name}.txt", "language": "en", "text": text}
        found = {"article": article, "figures": [], "claims": claims, "entities": entities}
        (folder / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
    return folder


@pytest.fixture
def result(gold, model, tmp_path):
    """Output and scores of the command."""
    into = tmp_path / "scores.json"
    run = CliRunner().invoke(main, ["evaluate", str(gold), "--model", f"en={model}", "--json", str(into)])
    assert run.exit_code == 0, run.output
    return run.output, json.loads(into.read_text(encoding="utf-8"))


def test_the_parser_has_learnt_the_sentences(model):
    nlp = spacy.load(model)
    for text, parse in TRAINED.items():
        assert [f"{token.head.i + 1}:{token.dep_}" for token in nlp(text)] == parse.split()


def test_the_claims_change_as_the_parse_says(model):
    for text, content, rule in ((FAR, "the dam leaks", "parse"), (LONG, "the mill closed", "that+parse")):
        claims = annotate_text(text, "en", model=str(model)).claims
        assert [(c.source_surface, [p.surface for p in c.content], c.rule) for c in claims] == [
            ("Ada Vell", [content], rule)
        ]


def test_the_same_model_gives_the_same_claims(model):
    first, second = (annotate_text(FAR + " " + LONG, "en", model=str(model)).claims for _ in range(2))
    assert first == second


def test_the_delta_counts_what_the_parse_brings(result):
    _, scores = result
    delta = scores["models"]["en"]["delta"]
    assert scores["scores"]["en"]["claims"]["strict"]["ov80.f1"]["value"] == 0
    assert delta["claims/strict/ov80.f1"] == 1


def test_the_ablation_names_the_rules_that_the_parse_touched(result):
    output, scores = result
    rows = {row["rule"]: (row["claims"], row["right"]) for row in scores["models"]["en"]["rules"]}
    assert rows == {"parse": (1, 1), "that+parse": (1, 1)}
    assert {row["rule"] for row in scores["rules"]["en"]} == {"that"}
    assert "that+parse" in output.split("rules of the claims, en with ")[1]
