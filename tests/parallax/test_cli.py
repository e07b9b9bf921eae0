import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from corpus.places import data_folder
from nlp.language import known_languages
from parallax.cli import main

COMMANDS = sorted(main.commands)


def test_the_commands_of_the_contract_are_there():
    promised = {"demo", "collect", "extract", "import", "annotate", "compare", "report", "export", "validate", "read"}
    assert promised | {"actors", "evaluate", "outlets", "languages"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command):
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"parallax {command}" in result.output.split("Example:")[1]


def test_importing_the_face_loads_neither_scrapy_nor_spacy():
    code = "import sys, parallax; print([m for m in ('scrapy', 'spacy') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_help_loads_no_stage():
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom parallax.cli import main\n"
        "CliRunner().invoke(main, ['--help'])\nprint([m for m in ('scrapy', 'spacy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def invoke(*arguments, text=""):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=text)


EVENT = data_folder() / "events" / "anthropic-distillation.toml"
UNUSABLE = {
    "an event that is not there": ("collect", "none.toml", "--into", "c"),
    "a folder that is no corpus": ("annotate", "empty"),
    "a corpus that is not there": ("compare", "nowhere"),
    "an unknown language": ("read", "--lang", "tlh", "text.txt"),
    "a text that is not there": ("read", "none.txt"),
    "no network and no archive": ("collect", EVENT, "--into", "c", "--offline"),
    "a list of addresses that is not there": ("collect", EVENT, "--into", "c", "--urls", "none.txt"),
    "an archive that is not there": ("collect", EVENT, "--into", "c", "--warc", "none.warc.gz"),
    "an outlet without a pack": ("outlets", "--check", "nowhere"),
    "neither file nor lines": ("read",),
    "a model without a language": ("annotate", "empty", "--model", "ru_core_news_sm"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_one_sentence_and_exit_2_for(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.txt").write_text("16 qepmey", encoding="utf-8")
    result = invoke(*UNUSABLE[name])
    assert result.exit_code == 2, result.output
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("parallax: ")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty", "text.txt"]


def test_outlets_are_listed_with_languages_and_kind():
    lines = invoke("outlets", "anthropic", "anadolu").stdout.splitlines()
    assert lines == [
        "anthropic  Anthropic  https://www.anthropic.com  en  primary",
        "anadolu  Anadolu Ajansı  https://www.aa.com.tr  tr  wire",
    ]
    assert len(invoke("outlets").stdout.splitlines()) >= 40


def test_an_unknown_language_lists_the_known_ones():
    result = invoke("read", "--lang", "tlh", "-", text="16")
    assert f"known: {', '.join(known_languages())}" in result.stderr


def test_bytes_that_are_not_utf8_are_placed(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("взято 16".encode("cp1251"))
    result = invoke("read", path)
    assert result.exit_code == 2
    assert "expected UTF-8" in result.stderr
    assert "at 0" in result.stderr


def test_read_prints_one_json_object():
    result = invoke("read", "--lang", "en", "--json", "-", text="The mill sold more than 16 million sacks.\n")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert set(found) == {"language", "figures", "claims", "mentions", "wording"}
    figure = found["figures"][0]
    assert {
        k: figure[k] for k in ("start", "end", "text", "low", "high", "comparator", "is_vague", "kind", "unit")
    } == {
        "start": 24,
        "end": 34,
        "text": "16 million",
        "low": 16e6,
        "high": 16e6,
        "comparator": "over",
        "is_vague": False,
        "kind": "count",
        "unit": None,
    }
    assert figure["counted"]["text"] == "sacks"


def test_read_keeps_newlines_in_its_offsets(tmp_path):
    text = "The mill.\r\n\r\nIt sold 300 sacks.\r\n"
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode())
    figure = json.loads(invoke("read", "--json", "--lang", "en", path).output)["figures"][0]
    assert text[figure["start"] : figure["end"]] == "300"


def test_read_lines_answers_in_order_and_names_the_broken_ones(tmp_path):
    path = tmp_path / "cases.jsonl"
    rows = [
        '{"id": "a", "text": "It sold 300 sacks.", "language": "en"}',
        "{broken",
        '{"id": "c", "text": "Продано 24 тыс. мешков, сообщила компания."}',
        '{"id": "d", "language": "en"}',
        '{"id": "e", "text": "x", "language": "tlh"}',
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    result = invoke("read", "--json", "--lines", path)
    found = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 3
    assert [f["id"] for f in found] == ["a", 2, "c", "d", "e"]
    assert [f.get("language") for f in found] == ["en", None, "ru", None, None]
    assert "line 2" in found[1]["error"]
    assert found[2]["figures"][0]["low"] == 24000.0


def test_a_lone_surrogate_spoils_no_line(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text(
        '{"id": 1, "text": "It \\ud83d sold 300 sacks.", "language": "en"}\n{"id": "\\ud83d"}\n', encoding="utf-8"
    )
    result = invoke("read", "--json", "--lines", path)
    found = [json.loads(line) for line in result.output.splitlines()]
    assert found[0]["figures"][0]["start"] == 10
    assert found[1]["id"] == "\ud83d"
    assert result.exit_code == 3


def test_annotate_names_a_lexicon_that_cannot_be_used_and_writes_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("The firm plundered the archive.", encoding="utf-8")
    invoke("import", tmp_path / "a.txt", "--into", tmp_path / "c")
    (tmp_path / "mine.toml").write_text('name = "mine"\n', encoding="utf-8")
    result = invoke("annotate", tmp_path / "c", "--lexicon", tmp_path / "mine.toml")
    assert result.exit_code == 2
    assert "mine.toml" in result.stderr
    assert not (tmp_path / "c" / "wording.parquet").exists()
