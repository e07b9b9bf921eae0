"""`parallax evaluate --model`: what a pipeline with a parser and an entity recogniser, trained here, changes."""

import json
import random

import pytest
import spacy
from click.testing import CliRunner
from spacy.training import Example
from spacy.util import fix_random_seed

from parallax.cli import main
from parallax.scoring.score_table import SCORES

TRAINED = [
    "quenlow said on Monday that the mill was closed.",
    "quenlow said that the mill sold 300 sacks.",
    "On Tuesday quenlow said that the dam was safe.",
    "The council heard that quenlow said no.",
    "The council met on Monday.",
    "The mill sold 300 sacks on Tuesday.",
]
"""A firm that writes itself with a small letter: rules that go by capitals cannot know that it is a name."""

KNOWN = "quenlow said that the mill sold 300 sacks."
PLAIN = "The mill sold 300 sacks on Tuesday."


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A saved pipeline of parser and entity recogniser, trained on a few sentences."""
    fix_random_seed(0)
    random.seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("ner")
    examples = [Example.from_dict(nlp.make_doc(text), annotation_of(nlp, text)) for text in TRAINED]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("model") / "en_small"
    nlp.to_disk(path)
    return path


def annotation_of(nlp, text):
    words = [token.text for token in nlp.make_doc(text)]
    root = words.index("said") if "said" in words else 1
    deps = ["ROOT" if n == root else "dep" for n in range(len(words))]
    at = text.find("quenlow")
    return {"heads": [root] * len(words), "deps": deps, "entities": [(at, at + 7, "ORG")] if at >= 0 else []}


def place(text, surface):
    start = text.index(surface)
    return {"start": start, "end": start + len(surface), "text": surface}


@pytest.fixture
def gold(tmp_path):
    """A folder of gold: one text whose speaker only the model knows, and one that has none."""
    folder = tmp_path / "gold"
    folder.mkdir()
    claim = {
        "source": {**place(KNOWN, "quenlow"), "canonical": "quenlow"}, "cue": place(KNOWN, "said"),
        "content": place(KNOWN, "the mill sold 300 sacks"), "kind": "indirect", "type": "report",
    }  # fmt: skip
    entity = {**place(KNOWN, "quenlow"), "canonical": "quenlow", "type": "organisation"}
    for name, text, claims, entities in (("known", KNOWN, [claim], [entity]), ("plain", PLAIN, [], [])):
        figure = {**place(text, "300"), "value": 300, "comparator": "=", "kind": "count"}
        article = {"file": f"{name}.txt", "language": "en", "text": text}
        found = {"article": article, "figures": [figure], "claims": claims, "entities": entities}
        (folder / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
    return folder


def evaluate(gold, model, into):
    result = CliRunner().invoke(main, ["evaluate", str(gold), "--model", f"en={model}", "--json", str(into)])
    assert result.exit_code == 0, result.output
    return result.output, json.loads(into.read_text(encoding="utf-8"))


def test_the_model_has_learnt_what_the_case_needs(model):
    doc = spacy.load(model)(KNOWN)
    assert doc.has_annotation("DEP")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("quenlow", "ORG")]


def test_the_known_case_changes_and_figures_do_not(gold, model, tmp_path):
    _, result = evaluate(gold, model, tmp_path / "scores.json")
    delta = result["models"]["en"]["delta"]
    assert result["scores"]["en"]["mentions"]["all"]["exact.f1"]["value"] == 0
    assert delta["mentions/all/exact.f1"] == 1
    assert delta["mentions/all/exact.recall"] == 1
    assert delta["claims/strict/source_actor"] == 1, "the speaker is now somebody"
    assert {name for name, value in delta.items() if name.startswith("figures/") and value} == set()


def test_every_delta_is_the_score_with_the_model_less_the_one_without(gold, model, tmp_path):
    _, result = evaluate(gold, model, tmp_path / "scores.json")
    found = result["models"]["en"]
    assert found["model"] == str(model)
    for name, change in found["delta"].items():
        layer, part, score = name.split("/")
        before, after = (
            side[layer].get(part, {}).get(score, {}).get("value") for side in (result["scores"]["en"], found["scores"])
        )
        assert change == (None if None in (before, after) else pytest.approx(after - before, abs=2e-6)), name


def test_the_command_prints_a_row_of_changes_for_each_layer(gold, model, tmp_path):
    output, result = evaluate(gold, model, tmp_path / "scores.json")
    _, changes = output.split(f"with {model} for en: change against the blank pipeline, in points\n")
    rows = dict(line.strip().split(": ") for line in changes.splitlines())
    assert list(rows) == list(SCORES)
    assert rows["mentions"].startswith("exact +100.0, overlap +100.0")
    assert rows["figures"].startswith("found +0.0, strict +0.0, value +0.0")
    assert set(result["scores"]) == {"en"}


def test_a_folder_that_is_no_pipeline_is_one_sentence(gold, tmp_path):
    result = CliRunner().invoke(main, ["evaluate", str(gold), "--model", f"en={tmp_path / 'nothing'}"])
    assert result.exit_code == 2
    assert "expected an installed spaCy pipeline" in result.stderr
