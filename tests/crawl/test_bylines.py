"""Bylines are split into names; organisations and the site itself are no persons."""

import json

import pytest

from crawl.bylines import authors_of, is_site, split_names
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


def test_the_publisher_is_the_site():
    said = page(article("Tideline News", publisher={"name": "Tideline"}))
    assert is_site("Tideline News", said, [])
    assert not is_site("Ada Quill", said, [])
