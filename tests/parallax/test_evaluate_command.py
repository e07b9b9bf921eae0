import json

import pytest
from click.testing import CliRunner

from parallax.cli import main

TEXTS = {"en": "Ada Holm said that the mill sold 300 sacks.", "ru": "Ада Хольм заявила, что продано 300 мешков."}


def write_gold(folder, language):
    """A gold file that holds one figure and, so, a claim that the reader finds and gold does not have."""
    text = TEXTS[language]
    start = text.index("300")
    figure = {"start": start, "end": start + 3, "text": "300", "value": 300, "comparator": "=", "kind": "count"}
    article = {"file": "a.txt", "language": language, "text": text}
    path = folder / f"{language}.json"
    gold = {"article": article, "figures": [figure], "claims": [], "entities": []}
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return path


def invoke(*arguments):
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_the_command_prints_tables_and_writes_json(tmp_path):
    both = [write_gold(tmp_path, language) for language in TEXTS]
    into = tmp_path / "scores.json"
    result = invoke(*both, "--json", into)
    assert result.exit_code == 0, result.output
    for layer in ("figures (", "claims (", "mentions (", "rules of the claims, all"):
        assert layer in result.output
    assert set(json.loads(into.read_text(encoding="utf-8"))["scores"]) == {"en", "ru", "all"}


def test_the_command_says_why_one_document_has_no_interval(tmp_path):
    result = invoke(write_gold(tmp_path, "en"))
    assert "no interval: there is one document" in result.output
    assert "[" not in result.output.split("mentions (")[0].split("claims (")[0]


@pytest.mark.parametrize(
    "arguments", [("none.json",), ("en.json", "--json", "nowhere/s.json"), ("en.json", "--model", "ru=x")]
)
def test_one_sentence_and_exit_2(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_gold(tmp_path, "en")
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stderr.startswith("parallax: ")


def test_the_command_refuses_the_test_split(tmp_path):
    (tmp_path / "test").mkdir()
    path = write_gold(tmp_path / "test", "en")
    assert "--test" in invoke(path).stderr
    assert invoke(path, "--test").exit_code == 0
