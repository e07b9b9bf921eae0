"""One archived page becomes a draft of an article, or one sentence says why not."""

import tomllib

import pytest

from corpus.event import Event
from corpus.tables import Reject
from crawl.articles import Draft, language_of
from crawl.outlet import Outlet
from crawl.reading import PageReader
from crawl.relevance import Relevance
from crawl.rights import RobotsFiles


@pytest.fixture
def read(tiny):
    outlet = Outlet.model_validate(tomllib.loads(tiny.OUTLET) | {"languages": ["en", "ru", "zh-Hans"]})
    event = Event.model_validate(tomllib.loads(tiny.EVENT))
    reader = PageReader({"gazette": outlet}, Relevance(event), RobotsFiles())
    return lambda body, **options: reader.read(tiny.exchange(body, **options))


def test_a_page_becomes_a_draft(read, tiny):
    draft = read(tiny.article(head='<meta name="author" content="Ada Quill">'))
    assert isinstance(draft, Draft)
    assert draft.cleaned.title == "Brindlemoor sells its oldest bridge"
    assert [p[:10] for p in draft.cleaned.paragraphs] == ["The counci", "“Nobody as", "Lorvek pro"]
    assert (draft.outlet, draft.lang, draft.url) == ("gazette", "en", "http://gazette.example/a.html")
    assert (draft.published.at.isoformat(), draft.published.precision) == ("2031-05-06T07:30:00+00:00", "second")
    assert draft.authors == ("Ada Quill",)
    assert draft.extractor.startswith("trafilatura ")


@pytest.mark.parametrize(
    ("selector", "title"),
    [
        ('meta[name="headline"]', "Who bought Brindlemoor's bridge"),
        ("h1", "Brindlemoor sells its oldest bridge"),
        (".gone", "Brindlemoor sells its oldest bridge"),
    ],
)
def test_an_outlets_pack_names_where_its_title_stands(tiny, selector, title):
    pack = tomllib.loads(tiny.OUTLET) | {"languages": ["en"], "selectors": {"title": selector}}
    event = Event.model_validate(tomllib.loads(tiny.EVENT))
    reader = PageReader({"gazette": Outlet.model_validate(pack)}, Relevance(event), RobotsFiles())
    head = '<meta name="headline" content="Who bought  Brindlemoor&#39;s bridge">'
    assert reader.read(tiny.exchange(tiny.article(head=head))).cleaned.title == title


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"status": 404}, "The server answered with status 404."),
        ({"status": 503}, "The server answered with status 503."),
        ({"headers": {"content-type": "application/pdf"}}, 'The server sent "application/pdf", not a page.'),
        ({"headers": {"tdm-reservation": "1"}}, "reserves text and data mining"),
    ],
)
def test_answers_that_are_no_usable_page_say_why(read, tiny, options, told):
    found = read(tiny.article(), **options)
    assert isinstance(found, Reject)
    assert (found.stage, found.where) == ("extract", "http://gazette.example/a.html")
    assert told in found.reason


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("", "The server sent an empty page."),
        ("   \n ", "The server sent an empty page."),
        ("<html><body></body></html>", "No article was found"),
        ("<html><head><title>Brindlemoor sells", "No article was found"),
        ("\x00\x01\x02", "No article was found"),
        ("<p>Error.</p>", "No article was found"),
        ("<" * 20_000, "No article was found"),
    ],
)
def test_pages_without_an_article_say_so(read, body, told):
    found = read(body)
    assert isinstance(found, Reject)
    assert told in found.reason


def test_a_meta_element_reserves_too(read, tiny):
    assert "reserves" in read(tiny.article(head='<meta name="tdm-reservation" content="1">')).reason
    assert isinstance(read(tiny.article(head='<meta name="tdm-reservation" content="0">')), Draft)


def test_a_redirect_is_no_loss(read):
    assert read("", status=301) is None


def test_pages_of_other_days_or_subjects_say_so(read, tiny):
    old = tiny.article().replace("2031-05-06", "2031-01-06")
    assert "outside the event's window" in read(old).reason
    other = tiny.article(title="Town paints its oldest bridge", body=tiny.BODY.replace("Brindlemoor", "the town"))
    assert "contains no term of the event" in read(other.replace("Lorvek", "Someone")).reason


def test_a_date_of_the_announcement_counts_where_the_page_has_none(read, tiny):
    bare = tiny.article().replace("article:published_time", "x")
    note = {"kind": "page", "outlet": "gazette", "found": {"published": "2031-05-07T08:00:00+00:00"}}
    assert read(bare, note=note).published.at.isoformat() == "2031-05-07T08:00:00+00:00"


@pytest.mark.parametrize(
    ("href", "canonical"),
    [
        ("http://gazette.example/bridge", "http://gazette.example/bridge"),
        ("/bridge", "http://gazette.example/bridge"),
        ("http://gazette.example/", None),
        ("http://tideline.example/bridge", None),
        ("", None),
    ],
)
def test_the_canonical_address_is_a_page_of_the_same_outlet(read, tiny, href, canonical):
    assert read(tiny.article(head=f'<link rel="canonical" href="{href}">')).canonical_url == canonical


def test_page_furniture_stays_out(read, tiny):
    body = (
        "<p>Photo: Ansel Rook</p>" + tiny.BODY + "<p>Source: Tideline</p><p>You may also like</p>"
        "<p>Lighthouse sold for 3 million crowns, and 7 other stories that you will want to read today.</p>"
    )
    draft = read(tiny.article(body=body))
    assert len(draft.cleaned.paragraphs) == 3
    assert draft.cleaned.credits == ("Tideline",)


RU = "Совет Бриндлмура продал во вторник старейший мост строителю, а паромщиков об этом никто не спросил. " * 3


@pytest.mark.parametrize(
    ("text", "declared", "among", "lang"),
    [
        (RU, "ru-RU", ["ru"], "ru"),
        (RU, "en", ["en"], "ru"),
        (RU, "en", ["en", "ru"], "ru"),
        (RU, None, [], "ru"),
        (RU, "ru-RU", [], "ru-RU"),
        ("桥已经卖掉了，船夫们却毫不知情。" * 9, "zh-CN", ["zh-Hans"], "zh-Hans"),
        ("桥已经卖掉了，船夫们却毫不知情。" * 9, "zh-Hant", ["zh-Hans", "zh-Hant"], "zh-Hant"),
        ("Мост продан.", None, ["ru"], "ru"),
        ("12 345", "en", ["en"], None),
    ],
)
def test_declarations_spell_the_language_that_the_text_shows(text, declared, among, lang):
    assert language_of(text, declared, among=among) == lang


def test_a_note_of_correction_beside_the_article_is_kept_with_it(read, tiny):
    note = "Correction: The bridge cost 3.2 million crowns, not 32 million."
    teaser = '<aside><a href="/b.html">Correction: The lighthouse was never for sale.</a></aside>'
    html = tiny.article().replace("</body>", f"<footer><p>{note}</p>{teaser}</footer></body>")
    draft = read(html)
    assert draft.corrections == (note,)
