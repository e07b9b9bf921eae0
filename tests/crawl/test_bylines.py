"""Bylines are split into names; organisations and the site itself are no persons."""

import json

import pytest

from crawl.bylines import authors_of, byline_of, is_person, is_site, split_names
from crawl.page import Page


def page(*things, head=""):
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)
    return Page("http://gazette.example/1", f"<html><head>{scripts}{head}</head><body></body></html>")


def article(author, **said):
    return {"@type": "NewsArticle", "author": author, **said}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ada Quill", ["Ada Quill"]),
        ("By Ada Quill and Tom Reed", ["Ada Quill", "Tom Reed"]),
        ("Von Ada Quill (aq) und Tom Reed, Brindelmoor", ["Ada Quill", "Tom Reed", "Brindelmoor"]),
        ("Автор: Вера Ольшанцева и Пётр Лунь", ["Вера Ольшанцева", "Пётр Лунь"]),
        ("记者：林望、周川", ["林望", "周川"]),
        ("Byron Wells", ["Byron Wells"]),
        ("desk@gazette.example", []),
        ("", []),
        ("Ada Quill has written about rivers " * 5, []),
    ],
)
def test_a_byline_is_split_into_names(written, names):
    assert list(split_names(written)) == names


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ([{"@type": "Person", "name": "Ada Quill"}, {"@type": "Organization", "name": "Wire"}], ("Ada Quill",)),
        ({"@type": "Organization", "name": "Wire"}, ("Wire",)),
        ({"@type": "Person", "name": ["Ada Quill", "Tom Reed"]}, ("Ada Quill", "Tom Reed")),
        ("Ada Quill, Tom Reed", ("Ada Quill", "Tom Reed")),
        ({"@id": "#ada"}, ("Ada Quill",)),
        (None, ()),
    ],
)
def test_persons_go_before_organisations(author, names):
    known = {"@type": "Person", "@id": "#ada", "name": "Ada Quill"}
    assert authors_of(page(article(author), known), None, []) == names


def test_the_site_is_an_author_only_where_nobody_else_is_named():
    said = page(article("The Gazette"), head='<meta name="author" content="Tom Reed">')
    assert authors_of(said, None, ["The Gazette"]) == ("Tom Reed",)
    assert authors_of(page(article("The Gazette")), "Ada Quill; Tom Reed", ["The Gazette"]) == ("Ada Quill", "Tom Reed")
    assert authors_of(page(article("The Gazette")), None, ["The Gazette"]) == ("The Gazette",)


def test_a_newsroom_that_its_data_name_goes_before_a_guess():
    said = page(article({"@type": "Organization", "name": "Tideline Wire"}))
    assert authors_of(said, "Ada Quill", ["The Gazette"]) == ("Tideline Wire",)


@pytest.mark.parametrize("name", ["author", "Author", "DC.creator", "article:author", "parsely-author"])
def test_meta_elements_of_several_names_tell_authors(name):
    head = f'<meta name="{name}" content="Ada Quill"><meta name="{name}" content="Tom Reed">'
    assert authors_of(page(head=head), "Someone Else", []) == ("Ada Quill", "Tom Reed")


def test_an_address_behind_the_sites_host_names_nobody():
    head = '<meta name="author" content="gazette.example, Brindlemoor, Valdoria">'
    assert authors_of(page(head=head), "Ada Quill", ["gazette.example"]) == ("Ada Quill",)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<p>By <a>Ada Quill</a> and Tom Reed</p>", ["Ada Quill", "Tom Reed"]),
        ("<ul><li>Von: Ada QUILL, Tom van der Reed</li></ul>", ["Ada QUILL", "Tom van der Reed"]),
        ("<p>(作者：林望、周川)</p><p>作者：林望、周川</p>", ["林望", "周川"]),
        ("<p>By the river stood a bridge</p><p>By Tuesday</p><p>By Ada Quill</p>", ["Ada Quill"]),
        ("<p>By Ada Quill, who has written about rivers for twenty years</p>", []),
    ],
)
def test_a_byline_is_a_line_of_names_alone(body, names):
    assert byline_of(Page("http://gazette.example/1", f"<html><body>{body}</body></html>")) == names


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Ada Quill", True),
        ("Tom van der Reed", True),
        ("林望", True),
        ("Quill", False),
        ("Quelle sid", False),
        ("Ada Quill: Rivers", False),
        ("© Tideline Wire", False),
        ("Ada Quill Leads Our Desk For Rivers", False),
    ],
)
def test_a_persons_name_has_its_shape(name, is_one):
    assert is_person(name) is is_one


def test_the_publisher_is_the_site():
    said = page(article("Tideline News", publisher={"name": "Tideline"}))
    assert is_site("Tideline News", said, [])
    assert not is_site("Ada Quill", said, [])
