"""Importing texts: what is good becomes articles, what is not becomes a reject, and nothing is doubled or lost."""

import json
from hashlib import sha256

import pytest

from corpus.errors import EventError, InputError
from corpus.places import data_folder
from corpus.provenance import read_run
from corpus.store import Corpus
from corpus.tables import ARTICLES, REJECTS
from crawl.importing import import_files

TEXT = (
    "Brindlemoor sells its oldest bridge\n\n"
    "Photo: Ansel Rook\n\n"
    "The council sold the bridge on Tuesday to the builder Lorvek for 3.2\u00a0million crowns.\n\n"
    "“Nobody asked the ferrymen,” said Ada Quill, who has rowed across the river for twenty years.\n\n"
    "Source: Tideline\n"
)
LINE = {"text": TEXT, "outlet": "herald", "url": "http://herald.example/1", "published_at": "2031-05-06"}


@pytest.fixture
def put(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()

    def write(name, content):
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def corpus(tmp_path):
    return Corpus(tmp_path / "corpus")


def jsonl(*rows):
    return "".join((row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)


def load(corpus, *files, **options):
    return import_files(files, corpus, progress=False, **options)


def test_a_text_becomes_an_article_without_its_furniture(put, corpus):
    path = put("gazette.txt", TEXT)
    report = load(corpus, path)
    (article,) = corpus.records(ARTICLES)
    assert (report.n_articles, report.n_new, report.n_rejects) == (1, 1, 0)
    assert (article.outlet, article.lang, article.version) == ("gazette", "en", 1)
    assert article.title == "Brindlemoor sells its oldest bridge"
    assert article.text.startswith("The council sold the bridge on Tuesday")
    assert "3.2\u00a0million" in article.text
    assert article.text.count("\n\n") == 1
    assert article.credits == ["Tideline"]
    assert article.fetched_at is None
    assert article.extractor.startswith("parallax-news ")


def test_raw_bytes_and_dropped_lines_are_kept(put, corpus):
    path = put("gazette.txt", TEXT)
    load(corpus, path)
    (article,) = corpus.records(ARTICLES)
    raw, _, name = article.raw_ref.partition("#")
    assert (corpus.folder / raw).read_bytes() == path.read_bytes()
    assert (raw, name) == (f"raw/{sha256(path.read_bytes()).hexdigest()}.txt", "gazette.txt")
    dropped = (corpus.folder / "furniture" / f"{article.article_id}.txt").read_text(encoding="utf-8")
    assert dropped == "caption\tPhoto: Ansel Rook\ncredit\tSource: Tideline\n"


def test_the_run_record_names_inputs_and_tables(put, corpus):
    load(corpus, put("gazette.txt", TEXT))
    stage = read_run(corpus.folder)["stages"]["import"]
    assert list(stage["inputs"].values()) == [sha256(TEXT.encode()).hexdigest()]
    assert stage["outputs"]["articles"]["rows"] == 1


def test_a_manifest_says_whose_text_it_is(put, corpus):
    manifest = put(
        "manifest.csv",
        "file,outlet,url,lang,published_at\na.txt,herald,http://herald.example/1,en-GB,2031-05-06T09:00+02:00\n",
    )
    load(corpus, put("a.txt", TEXT), put("b.txt", TEXT.replace("Ada", "Eda")), manifest=manifest)
    by_outlet = {a.outlet: a for a in corpus.records(ARTICLES)}
    assert sorted(by_outlet) == ["herald"]
    assert [(r.where, r.reason) for r in corpus.records(REJECTS)] == [
        ("b.txt", "It has no row in the manifest manifest.csv.")
    ]
    herald = by_outlet["herald"]
    assert (herald.url, herald.lang) == ("http://herald.example/1", "en-GB")
    assert (herald.published_at.isoformat(), herald.published_precision) == ("2031-05-06T07:00:00+00:00", "minute")


@pytest.mark.parametrize("outlet", ["../../etc", "a/b", ".hidden", "<script>"])
def test_an_outlet_that_would_leave_the_folder_is_refused(put, corpus, outlet):
    line = json.dumps({"text": TEXT, "outlet": outlet})
    report = load(corpus, put("many.jsonl", line + "\n"))
    assert (report.n_articles, report.n_rejects) == (0, 1)
    assert "letters, digits" in report.rejects[0].reason


def test_an_import_for_another_event_is_refused(put, corpus):
    first = data_folder() / "newsroom" / "event.toml"
    other = put("other.toml", first.read_text(encoding="utf-8").replace('id = "', 'id = "other-', 1))
    load(corpus, put("a.txt", TEXT), event=first)
    with pytest.raises(InputError, match="import into another folder"):
        load(corpus, put("b.txt", TEXT), event=other)


HEADER = "file,outlet,url,lang,published_at\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("file,outlet,url,lang\na.txt,h,,en\n", 'line 1: found the header "file,outlet,url,lang"'),
        ("", "line 1: found an empty file"),
        (HEADER + "a.txt,h,,en\n", "line 2: found 4 cells, expected 5"),
        (HEADER + "a.txt,h,,en,\na.txt,h,,en,\n", 'line 3: found "a.txt" again'),
        (HEADER + "a.txt,h,,en,the sixth of May\n", "line 2, published_at: found 'the sixth of May'"),
        (HEADER + "a.txt,h,,en us,\n", "line 2, lang: found 'en us'"),
        (b"\xff\xfe\xfa", "found unreadable CSV"),
        (HEADER + '"a.txt,h', "found unreadable CSV"),
    ],
)
def test_a_manifest_that_cannot_be_used_is_one_sentence_and_nothing_is_written(put, corpus, content, told):
    with pytest.raises(InputError) as why:
        load(corpus, put("a.txt", TEXT), manifest=put("manifest.csv", content))
    assert told in str(why.value)
    assert not corpus.folder.exists()


def test_lines_of_jsonl_become_articles(put, corpus):
    text = "Старый маяк у мыса продали за три миллиона крон. Это уже третья сделка за год, говорят рыбаки. " * 3
    other = {"text": text, "title": "Маяк", "authors": ["Мирон Угольков"], "outlet": "volna"}
    report = load(corpus, put("texts.jsonl", jsonl(LINE, other)))
    assert (report.n_articles, report.n_rejects) == (2, 0)
    herald, volna = sorted(corpus.records(ARTICLES), key=lambda a: a.outlet)
    assert (herald.outlet, herald.url, herald.published_precision) == ("herald", "http://herald.example/1", "day")
    assert (volna.title, volna.lang, volna.authors) == ("Маяк", "ru", ["Мирон Угольков"])
    assert volna.raw_ref.endswith("#texts.jsonl:2")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": "a', "bad.jsonl:2: found broken JSON"),
        ("[1, 2]", "bad.jsonl:2"),
        ('{"title": "no text"}', 'bad.jsonl:2, text: found nothing, expected the key "text"'),
        ('{"text": ""}', "bad.jsonl:2, text: found ''"),
        ('{"text": 5}', "bad.jsonl:2, text: found 5"),
        ('{"text": "x", "titel": "y"}', 'found the unknown key "titel", expected a known key; did you mean "title"?'),
        ('{"text": "x", "published_at": "soon"}', "bad.jsonl:2, published_at: found 'soon'"),
        ('{"text": "123 456"}', "no letters"),
        ('{"text": "© 2031 Tideline Media"}', "Nothing is left"),
        ('{"text": "half \\ud83d of a pair"}', "text: found 'half \\ud83d of a pair', expected a valid string"),
        ('{"\\ud83d": 1, "text": "x"}', "the file: found '\\ud83d', expected a valid string"),
        (b'{"text": "caf\xe9"}', "the byte 0xe9 at 13, which is not utf-8"),
        ("[" * 100_000, "found broken JSON"),
    ],
)
def test_a_bad_line_is_a_reject_and_the_rest_is_imported(put, corpus, line, told):
    line = line if isinstance(line, bytes) else line.encode("utf-8")
    path = put("bad.jsonl", jsonl(LINE).encode() + line + b"\n\n" + jsonl(LINE | {"outlet": "volna"}).encode())
    report = load(corpus, path)
    (reject,) = report.rejects
    assert (report.n_articles, report.n_rejects, reject.where) == (2, 1, "bad.jsonl:2")
    assert told in reject.reason
    assert "\n" not in reject.reason
    assert corpus.records(REJECTS) == [reject]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "found an empty file"),
        ("blank.txt", b" \n\n", "found an empty file"),
        ("empty.jsonl", b"", "found an empty file"),
        ("cyrillic.txt", "Маяк продали".encode("cp1251"), "which is not utf-8"),
        ("torn.txt", b"\xff\xfeM\x00a", "which is not utf-16"),
    ],
)
def test_a_bad_file_is_a_reject_and_the_rest_is_imported(put, corpus, name, content, told):
    report = load(corpus, put("good.txt", TEXT), put(name, content))
    (reject,) = report.rejects
    assert (report.n_articles, reject.where) == (1, name)
    assert told in reject.reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_declared_encoding_is_read(put, corpus, encoding, name):
    content = TEXT if name == "a.txt" else jsonl(LINE | {"outlet": "a"})
    load(corpus, put(name, content.encode(encoding)))
    (article,) = corpus.records(ARTICLES)
    assert article.title == "Brindlemoor sells its oldest bridge"


def test_the_same_file_again_changes_nothing(put, corpus):
    files = [put("a.txt", TEXT), put("b.jsonl", jsonl(LINE, "{"))]
    load(corpus, *files)
    before = {p: p.read_bytes() for p in sorted(corpus.folder.rglob("*")) if p.is_file()}
    assert load(corpus, *files).n_new == 0
    assert {p: p.read_bytes() for p in sorted(corpus.folder.rglob("*")) if p.is_file()} == before


def test_another_file_adds_and_keeps_earlier_rejects(put, corpus):
    load(corpus, put("a.txt", TEXT), put("empty.txt", ""), put("b.jsonl", jsonl("{")))
    report = load(corpus, put("c.txt", TEXT.replace("Ada", "Eda")), put("b.jsonl", jsonl(LINE)))
    assert (report.n_new, report.n_rejects) == (2, 0)
    assert len(corpus.records(ARTICLES)) == 3
    assert [r.where for r in corpus.records(REJECTS)] == ["empty.txt"]


def test_another_text_at_the_same_address_is_its_next_version(put, corpus):
    load(corpus, put("a.jsonl", jsonl(LINE)))
    load(corpus, put("b.jsonl", jsonl(LINE | {"text": TEXT.replace("3.2", "2.3")})))
    versions = sorted(corpus.records(ARTICLES), key=lambda a: a.version)
    assert [a.version for a in versions] == [1, 2]
    assert len({a.article_id for a in versions}) == 2
    assert "2.3" in versions[1].text


def test_the_event_is_copied_beside_the_tables(put, corpus, tiny):
    event = put("event.toml", tiny.EVENT)
    load(corpus, put("a.txt", TEXT), event=event)
    assert (corpus.folder / "event.toml").read_bytes() == event.read_bytes()
    assert corpus.event.id == "bridge"
    load(corpus, put("a.txt", TEXT), event=corpus.folder / "event.toml")


def test_an_event_that_cannot_be_used_stops_the_import_before_it_writes(put, corpus, tiny):
    with pytest.raises(EventError, match='unknown key "windows"'):
        load(corpus, put("a.txt", TEXT), event=put("event.toml", tiny.EVENT.replace("[window]", "[windows]")))
    assert not corpus.folder.exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [("missing.txt", "found no such file"), ("page.docx", 'found the ending ".docx", expected one of')],
)
def test_files_that_cannot_be_read_at_all_stop_the_import_before_it_writes(put, corpus, tmp_path, name, told):
    if name != "missing.txt":
        put(name, "x")
    with pytest.raises(InputError) as why:
        load(corpus, put("a.txt", TEXT), tmp_path / "in" / name)
    assert told in str(why.value)
    assert not corpus.folder.exists()


def test_imports_into_two_folders_are_the_same_bytes(put, tmp_path):
    files = [put("a.txt", TEXT), put("b.jsonl", jsonl(LINE, "{"))]
    one, two = Corpus(tmp_path / "one"), Corpus(tmp_path / "two")
    load(one, *files)
    load(two, *reversed(files))
    for name in ("articles.parquet", "rejects.parquet", "run.json"):
        assert (one.folder / name).read_bytes() == (two.folder / name).read_bytes()
