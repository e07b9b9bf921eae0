import hashlib
import math
import tomllib
from collections import defaultdict

import pytest

from corpus.places import data_folder
from corpus.tables import TABLES
from parallax.validate import validate_corpus


@pytest.fixture(scope="module")
def planted():
    return tomllib.loads((data_folder() / "newsroom" / "planted.toml").read_text(encoding="utf-8"))


def digests(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "warc" not in path.parts
    }


def test_the_demo_ends_with_a_summary_and_the_path_of_its_report(demo_run):
    run, out = demo_run
    assert run.stdout.splitlines()[-1] == f"report: {out / 'report' / 'index.html'}"
    assert len(run.stdout.splitlines()) > 5
    assert run.stderr == "", "progress bars are silent where there is no terminal"


def test_every_table_is_there_and_right(demo):
    counts, problems = validate_corpus(demo)
    assert problems == []
    assert set(counts) == {table.name for table in TABLES}
    assert all(counts.values()), counts


@pytest.mark.slow
def test_a_second_demo_gives_the_same_bytes(demo_run, parallax, tmp_path):
    again = tmp_path / "corpus"
    run = parallax("demo", "--out", again)
    assert run.returncode == 0, run.stderr
    assert digests(again) == digests(demo_run[1])


def test_a_folder_with_other_content_is_left_alone(parallax, tmp_path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    run = parallax("demo", "--out", tmp_path)
    assert run.returncode == 2
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


@pytest.fixture(scope="module")
def places(demo):
    """Every figure of the demo with its outlet and its fact; of a corrected article, those of its last version."""
    last = demo.articles.sort_values("version").drop_duplicates(["outlet", "canonical_url"], keep="last")
    figures = demo.figures.merge(last[["article_id", "outlet"]], on="article_id")
    return figures.merge(demo.matrix[["figure_id", "fact_id", "relation"]], on="figure_id", how="left")


def cells_like(places, cell):
    """The rows that say what the planted cell says."""
    found = places[(places.outlet == cell["outlet"]) & (places.field == cell["field"]) & (places.kind == cell["kind"])]
    found = found[(found.comparator == cell["comparator"]) & (found.is_vague == cell["is_vague"])]
    found = found[[_close(low, cell["low"]) for low in found.low]]
    found = found[[_close(high, cell.get("high")) for high in found.high]]
    return found[[(None if unit != unit else unit) == cell.get("unit") for unit in found.unit]]


def _close(left, right):
    if right is None or left is None or math.isnan(left):
        return right is None
    return math.isclose(left, right, rel_tol=1e-6)


def test_every_planted_figure_is_in_the_matrix(places, planted):
    missing = [cell for cell in planted["cells"] if len(cells_like(places, cell)) != cell["n"]]
    assert missing == []


def test_no_other_figure_is_read_from_the_articles(places, planted):
    expected = {key for cell in planted["cells"] for key in cells_like(places, cell).figure_id}
    others = places[~places.figure_id.isin(expected)]
    dates = {other["surface"].replace("\u00a0", " ") for other in planted["others"]}
    assert set(others.kind) <= {"date"}
    assert set(others.surface) <= dates


def facts_of(places, planted):
    facts = defaultdict(set)
    for cell in planted["cells"]:
        facts[cell["fact"]] |= set(cells_like(places, cell).fact_id)
    return facts


def test_no_fact_is_split(places, planted):
    assert {name: ids for name, ids in facts_of(places, planted).items() if len(ids) > 1} == {}


def test_no_facts_are_joined(places, planted):
    names = defaultdict(set)
    for name, ids in facts_of(places, planted).items():
        for key in ids:
            names[key].add(name)
    assert {key: found for key, found in names.items() if len(found) > 1} == {}


def test_the_vague_sum_conflicts_or_is_vaguer(places, planted):
    vague = [cell for cell in planted["cells"] if cell["is_vague"]]
    assert vague
    assert all(set(cells_like(places, cell).relation) <= {"vaguer", "conflicting"} for cell in vague)


def test_rounded_figures_are_marked(places, planted):
    rounded = {(p["outlet"], p["fact"]) for p in planted["planted"] if p["kind"] == "rounded"}
    cells = [c for c in planted["cells"] if (c["outlet"], c["fact"]) in rounded and c["field"] == "text"]
    assert cells
    assert all(set(cells_like(places, cell).relation) == {"rounded"} for cell in cells)


def test_figures_stand_on_the_right_authority(places, planted):
    wrong = [
        (cell["fact"], cell["outlet"], row.surface, row.source)
        for cell in planted["cells"]
        for row in cells_like(places, cell).itertuples()
        if cell.get("sources") and row.source not in cell["sources"]
    ]
    n_sourced = sum(cell["n"] for cell in planted["cells"] if cell.get("sources"))
    assert len(wrong) <= 0.15 * n_sourced, wrong


def test_voices_are_heard_where_they_speak(demo, planted):
    heard = demo.measures[demo.measures.measure == "party_heard"]
    found = {(row.item, row.subject): row.value == 1 for row in heard.itertuples()}
    expected = {(voice["party"], voice["outlet"]): voice["present"] for voice in planted["voices"]}
    assert {key: found[key] for key in expected} == expected


def test_planted_words_are_found_in_their_voice(demo, planted):
    words = demo.wording.merge(demo.articles[["article_id", "outlet"]], on="article_id")
    found = {(w.outlet, w.field, w.surface, w.loaded_class, w.voice) for w in words.itertuples()}
    keys = ("outlet", "field", "surface", "class", "voice")
    assert [row for row in planted["loaded"] if tuple(row[key] for key in keys) not in found] == []


def test_the_report_can_tell_who_adopts_a_word(demo, planted):
    own = demo.measures[demo.measures.measure == "loaded_own"]
    rates = {(row.subject, row.item): row.n for row in own.itertuples()}
    headlines = {row["outlet"] for row in planted["loaded"] if row["voice"] == "own"}
    assert all(rates[outlet, "crime"] for outlet in headlines)
    assert not any(rates[outlet, "crime"] for outlet in ("stvor", "xianchuang"))
    adopted = demo.measures[demo.measures.measure == "loaded_adopted"]
    assert set(zip(adopted.subject, adopted.item, strict=True)) == {("qingchuan", "zh:盗采")}


def test_what_cannot_be_used_is_a_reject_with_its_reason(demo, planted):
    words = {"robots": "robots.txt", "not_found": "404", "no_text": "No article", "tdm_reserved": "tdm-reservation"}
    reasons = dict(zip(demo.rejects["where"], demo.rejects["reason"], strict=True))
    for reject in planted["rejected"]:
        assert words[reject["reason"]] in reasons[reject["url"]]


def test_reprints_are_found_with_and_without_credit(demo):
    outlets = demo.articles.set_index("article_id").outlet
    pairs = [(outlets[r.article_id], outlets[r.original_id], r.is_credited) for r in demo.reuse.itertuples()]
    assert sorted(pairs) == [("qingchuan", "xianchuang", True), ("vsesrazu", "stvor", False)]


def test_a_correction_is_a_second_version_with_its_difference(demo):
    early, late = demo.articles[demo.articles.outlet == "kaikurier"].sort_values("version").itertuples()
    assert (early.version, late.version) == (1, 2)
    assert early.raw_ref.startswith("warc/00001.evening-crawl.warc.gz#")
    assert "14.300" in early.text
    (path,) = (demo.folder / "changes").iterdir()
    assert path.stem == late.article_id
    changed = path.read_text(encoding="utf-8")
    assert "-Der Kartendienst Ortellane" in changed
    assert "+Korrektur: In einer früheren Fassung" in changed
