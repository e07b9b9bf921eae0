"""Of several readings of a page one is taken, and says why; what stands elsewhere in the page stays out."""

import json

import pytest

from crawl.blocks import blocks_of
from crawl.body import Structure
from crawl.choosing import choose_reading
from crawl.outlet import Selectors
from crawl.page import Page
from crawl.state import state_text

FIRST = "The council of Brindlemoor sold its oldest bridge on Tuesday to the builder Lorvek, for 3.2 million crowns."
SECOND = "“Nobody asked the ferrymen,” said Ada Quill, who has carried passengers across the river for twenty years."
THIRD = "Lorvek promised to keep the bridge open to carts and to repair its second arch before the winter floods begin."
FOURTH = "The builder will also pay for a new landing stage at the mill, where the ferry has moored since last spring."
OTHER = "A lighthouse on the northern cape was sold for 9 million crowns, and its keeper has moved into the village."
STORY = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FOURTH))


def page(body, head=""):
    return Page(
        "http://gazette.example/1", f"<html><head><title>Bridge sold</title>{head}</head><body>{body}</body></html>"
    )


def read(body, head="", selectors=None):
    return choose_reading(page(body, head), Selectors.model_validate(selectors or {}))


def lines(reading):
    return [line for line in reading.text.split("\n") if line]


def linked(**said):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


def test_a_plain_article_is_taken_with_its_reason():
    found = read(f"<article><h1>Bridge sold</h1>{STORY}</article>")
    assert lines(found)[-4:] == [FIRST, SECOND, THIRD, FOURTH]
    assert found.extractor.startswith("trafilatura ")
    assert found.extractor.endswith(": it holds most of the page's running text")


@pytest.mark.parametrize(
    "furniture",
    [
        f'<div class="related-stories"><p>{OTHER}</p></div>',
        f'<section id="moreOn"><p>{OTHER}</p></section>',
        f"<aside><p>{OTHER}</p></aside>",
        f'<figure><img src="a.jpg"><figcaption>{OTHER}</figcaption></figure>',
        f'<div style="display:none"><p>{OTHER}</p></div>',
        f'<div class="box"><div><p><a href="/2">{OTHER}</a></p></div></div>',
    ],
)
@pytest.mark.parametrize("place", [2, 4])
def test_what_stands_apart_in_the_page_stays_out(furniture, place):
    parts = [f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FOURTH)]
    body = "".join([*parts[:place], furniture, *parts[place:]])
    assert lines(read(f"<article><h1>Bridge sold</h1>{body}</article>"))[-4:] == [FIRST, SECOND, THIRD, FOURTH]


def test_a_furniture_word_on_the_article_itself_does_not_hide_it():
    found = read(f'<div class="main-with-sidebar"><div class="paywall related">{STORY}</div></div>')
    assert lines(found)[-4:] == [FIRST, SECOND, THIRD, FOURTH]


def test_the_next_article_on_the_page_belongs_to_others():
    following = f"<article><h1>Lighthouse sold</h1><p>{OTHER}</p><p>{OTHER[::-1]}.</p></article>"
    found = read(f"<main><article><h1>Bridge sold</h1>{STORY}</article>{following}</main>")
    assert OTHER not in found.text
    assert FOURTH in found.text


def test_headings_and_lists_between_paragraphs_are_the_articles_own():
    entries = "<ul><li>3.2 million crowns for the bridge</li><li>A landing stage</li></ul>"
    listed = f"<div><h2>What Lorvek pays</h2></div>{entries}"
    found = read(
        f"<article><h1>Bridge sold</h1><p>{FIRST}</p><p>{SECOND}</p>{listed}<p>{THIRD}</p><p>{FOURTH}</p></article>"
    )
    assert "What Lorvek pays" in found.text
    assert "A landing stage" in found.text


@pytest.mark.parametrize(
    "place",
    [
        f'<div class="image-text"><p>{OTHER}</p></div>',
        f'<blockquote class="tweet"><p>{OTHER}</p></blockquote>',
        f'<div class="part"><section><p>{OTHER}</p></section></div>',
        "<div><div><ul><li>Nine million crowns for the northern lighthouse</li></ul></div></div>",
        "<div><div><pre>bridge = 3.2</pre></div></div>",
    ],
)
def test_text_between_the_articles_paragraphs_belongs_to_it_wherever_it_stands(place):
    parts = [f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FOURTH)]
    found = read(f"<article><h1>Bridge sold</h1>{''.join([*parts[:2], place, *parts[2:]])}</article>")
    assert len(lines(found)[-5:]) == 5
    assert lines(found)[-2:] == [THIRD, FOURTH]
    assert lines(found)[-3] in place


@pytest.mark.parametrize("is_agreed", [True, False])
def test_what_two_readings_found_stays_and_what_one_found_elsewhere_goes(is_agreed):
    aside = "The northern lighthouse with its keeper and a garden of two acres, for nine million crowns"
    html = f"<article><div class='a'>{STORY}</div><div class='b'><div><b>{aside}</b></div></div></article>"
    found = Structure(page(html)).article("\n".join([FIRST, SECOND, THIRD, FOURTH, aside]), lambda: aside * is_agreed)
    assert found.split("\n") == [FIRST, SECOND, THIRD, FOURTH, *[aside] * is_agreed]


HEADLINE = "The northern lighthouse is sold to a painter"


@pytest.mark.parametrize("place", [2, 4])
@pytest.mark.parametrize("rubric", ["", '<span><a href="/coast">Coast</a></span>', "<div>Read also</div>"])
def test_the_lead_of_another_article_in_a_card_stays_out(rubric, place):
    card = f'<div class="excerpt">{rubric}<div><a href="/2">{HEADLINE}</a><div><p>{OTHER}</p></div></div></div>'
    texts = [FIRST, SECOND, f"{THIRD} {FOURTH}", f"{FOURTH} {THIRD}"]
    parts = [f"<div><p>{text}</p></div>" for text in texts]
    found = read(f"<article><h1>Bridge sold</h1>{''.join([*parts[:place], card, *parts[place:]])}</article>")
    assert OTHER not in found.text
    assert [line for line in lines(found) if line in texts] == texts


@pytest.mark.parametrize("href", ["/1#mill", "http://other.example/2"])
def test_a_linked_heading_that_leads_to_no_other_article_makes_no_card(href):
    part = (
        f'<div class="part"><div><h3><a href="{href}">{HEADLINE}</a></h3><section><p>{OTHER}</p></section></div></div>'
    )
    found = read(f"<article><h1>Bridge sold</h1><p>{FIRST}</p>{part}<p>{SECOND} {THIRD}</p><p>{FOURTH}</p></article>")
    assert OTHER in found.text


def test_a_page_of_briefs_under_linked_headings_keeps_them():
    briefs = [
        f'<div class="brief"><h3><a href="/{i}">{HEADLINE} {i}</a></h3><p>{text}</p></div>'
        for i, text in enumerate((FIRST, SECOND, THIRD, FOURTH), 2)
    ]
    found = read(f"<article><h1>Briefs</h1>{''.join(briefs)}</article>")
    assert all(text in found.text for text in (FIRST, SECOND, THIRD, FOURTH))


def test_a_list_that_leads_elsewhere_as_a_whole_stays_out_with_its_longer_entries():
    entries = "".join(f'<li>Coast: <a href="/{i}">{HEADLINE}, part {i}</a></li>' for i in range(2, 6))
    told = f'<li>What the painter wants with it, and what it costs: <a href="/6">{HEADLINE[:20]} there</a></li>'
    parts = f"<p>{FIRST}</p><p>{SECOND}</p><ul>{entries}{told}</ul><p>{THIRD}</p><p>{FOURTH}</p>"
    found = read(f"<article><h1>Bridge sold</h1>{parts}</article>")
    assert lines(found)[-4:] == [FIRST, SECOND, THIRD, FOURTH]


def test_what_stands_behind_the_articles_paragraphs_in_another_place_stays_out():
    appeal = [
        "The Gazette asks every reader for 5 crowns a month.",
        "It has done so since the long winter three years ago.",
    ]
    told = [text.replace("the", word) for word in ("the", "that", "this") for text in (FIRST, SECOND, THIRD, FOURTH)]
    parts, behind = ("".join(f"<p>{text}</p>" for text in texts) for texts in (told, appeal))
    text = f'<div class="text">{parts}</div><div><div class="help">{behind}</div></div>'
    assert (
        Structure(page(f"<article><h1>Bridge sold</h1>{text}</article>"))
        .article("\n".join([*told, *appeal]))
        .split("\n")
        == told
    )


@pytest.mark.parametrize("cover", ['aria-hidden="true"', 'style="display:none"', "hidden"])
def test_a_paragraph_that_a_script_covers_is_the_articles_own(cover):
    texts = [FIRST, SECOND, THIRD, FOURTH, OTHER]
    body = "".join(f"<p {f'class=more {cover}' if i == 2 else ''}>{text}</p>" for i, text in enumerate(texts))
    found = Structure(page(f"<article><h1>Bridge sold</h1>{body}</article>")).article("\n".join(texts))
    assert found.split("\n") == texts


def test_an_article_of_one_long_paragraph_keeps_the_short_lines_around_it():
    lists = "<p>Sold: one bridge</p><ul><li>Price: 3.2 million crowns</li></ul>"
    found = read(
        f"<div><div class='entry'><h1>Bridge sold</h1>{lists}<p>{FIRST} {SECOND} {THIRD} {FOURTH}</p></div></div>"
    )
    assert "3.2 million crowns" in found.text.split(FIRST)[0]


@pytest.mark.parametrize("name", ["tag-link", "related", "author-link"])
def test_a_link_in_a_sentence_is_part_of_it_whatever_its_class_says(name):
    linked_words = FIRST.replace("Brindlemoor", f'<a class="{name}" href="/tags/5">Brindlemoor</a>')
    opening = SECOND.replace("said", f'<a class="{name}" href="/tags/6">said</a>')
    found = read(f"<article><h1>Bridge sold</h1><p>{linked_words}</p><p>{opening}</p><p>{THIRD}</p></article>")
    assert lines(found)[-3:] == [FIRST, SECOND, THIRD]


def test_a_quotation_in_a_figure_is_text_and_its_caption_is_none():
    caption = "<figcaption>Ada Quill, who rows the ferry.</figcaption>"
    quoted = f"<figure><blockquote><p>{OTHER}</p></blockquote>{caption}</figure>"
    parts = f"<p>{FIRST}</p><p>{SECOND}</p>{quoted}<p>{THIRD}</p><p>{FOURTH}</p>"
    told = [FIRST, SECOND, OTHER, THIRD, FOURTH]
    found = "\n".join([*told, "Ada Quill, who rows the ferry."])
    assert Structure(page(f"<article><h1>Bridge sold</h1>{parts}</article>")).article(found).split("\n") == told


def test_a_paragraph_that_was_passed_over_is_known_by_its_own_class():
    texts = [FIRST, SECOND, THIRD, FOURTH, OTHER]
    body = "".join(f'<div class="part{i}"><p class="story">{text}</p></div>' for i, text in enumerate(texts))
    advert = "<div class='part9'><p class='offer'>The Gazette is on sale for 3 crowns wherever boats land.</p></div>"
    found = Structure(page(f"<article><h1>Bridge sold</h1>{body}{advert}</article>")).article("\n".join(texts[:4]))
    assert found.split("\n") == texts


def test_a_heading_that_was_passed_over_stands_where_paragraphs_do():
    texts = [text.replace("the", word) for word in ("the", "that", "this") for text in (FIRST, SECOND, THIRD, FOURTH)]
    parts = [f'<div class="body"><p>{text}</p></div>' for text in texts]
    parts[2] = parts[2].replace("<p>", "<h2>What Lorvek says</h2><p>")
    found = Structure(page(f"<article><h1>Bridge sold</h1>{''.join(parts)}</article>")).article("\n".join(texts))
    assert found.split("\n") == [*texts[:2], "What Lorvek says", *texts[2:]]


@pytest.mark.parametrize("box", ["{}", '<div class="box"><div>{}</div></div>'])
def test_a_table_of_the_article_stays_row_by_row(box):
    rows = [("Bridge", "Price"), ("Brindlemoor", "3.2 million"), ("Mill", "40")]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    parts = f"<p>{FIRST}</p><p>{SECOND}</p>{box.format(f'<table>{table}</table>')}<p>{THIRD}</p><p>{FOURTH}</p>"
    found = read(f"<article><h1>Bridge sold</h1>{parts}</article>")
    assert lines(found)[-7:] == [FIRST, SECOND, *map(" | ".join, rows), THIRD, FOURTH]


def test_a_heading_keeps_its_time():
    heading = '<h3><span class="time">14:05</span> The mill follows</h3>'
    parts = f"<p>{FIRST}</p><p>{SECOND}</p>{heading}<p>{THIRD}</p><p>{FOURTH}</p>"
    found = read(f"<article><h1>Bridge sold</h1>{parts}</article>")
    assert lines(found)[-3:] == ["14:05 The mill follows", THIRD, FOURTH]


def test_hints_where_a_word_may_be_broken_are_no_letters():
    broken = FIRST.replace("council", "coun\u00adcil")
    parts = f"<p>{broken}</p><p>{SECOND}</p><p>{THIRD}</p>"
    assert FIRST in read(f"<article><h1>Bridge sold</h1>{parts}</article>").text


def test_structured_text_goes_before_a_page_that_shows_only_a_part():
    whole = "\n".join([FIRST, SECOND, THIRD, FOURTH, OTHER])
    found = read(f"<article><h1>Bridge sold</h1><p>{FIRST}</p><p>{SECOND}</p></article>", linked(articleBody=whole))
    assert (found.reader, lines(found)) == ("JSON-LD", [FIRST, SECOND, THIRD, FOURTH, OTHER])
    assert found.reason == "it holds what the page shows, and goes on"


def test_structured_text_that_does_not_agree_is_left():
    found = read(f"<article><h1>Bridge sold</h1>{STORY}</article>", linked(articleBody=f"{OTHER} " * 9))
    assert found.reader != "JSON-LD"
    assert OTHER not in found.text


def test_structured_text_is_read_out_of_its_markup():
    body = f"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;br/&gt;{THIRD}&lt;/p&gt;"
    assert lines(read("<p>Loading</p>", linked(articleBody=body))) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "script",
    [
        lambda told: (
            f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"body": told}})}</script>'
        ),
        lambda told: (
            f"<script>window.state = {json.dumps({'a': [{'content': t, 'type': 'p'} for t in told]})}; go();</script>"
        ),
        lambda told: f"<script>self.push([1,{json.dumps(''.join(f'<p>{t}</p>' for t in told))}])</script>",
        lambda told: f"<script>function f(x) {{ return x[0]; }} var data = {json.dumps([told, {'x': 1}])};</script>",
    ],
)
def test_an_article_that_stands_only_in_scripts_is_found_there(script):
    noise = f"<script>var config = {json.dumps({'keys': ['a_b=c;{}'] * 99})}</script>"
    found = read(f'<div id="root"></div>{noise}{script([FIRST, SECOND, THIRD, FOURTH])}')
    assert found.reader == "page state"
    assert lines(found) == [FIRST, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize("script", ["", "{{{{", "var a = {b: 1}; [1, 2", "[" * 5000, '{"a": ' * 2000])
def test_scripts_without_a_text_have_none(script):
    assert state_text(page(f"<script>{script}</script>")) is None


def test_an_outlets_own_selector_goes_first():
    found = read(
        f'<div class="x"><p>{OTHER}</p></div><div class="story">{STORY}<i>Ad: 5 crowns</i></div>',
        selectors={"body": ".story", "drop": ["i"]},
    )
    assert (found.extractor, OTHER in found.text, "Ad:" in found.text) == (
        "outlet pack: its selector finds the text",
        False,
        False,
    )
    assert read(f"<article>{STORY}</article>", selectors={"body": ".gone"}).reader != "outlet pack"


def test_what_an_outlet_names_to_drop_goes_without_a_selector_of_the_text():
    told = f"<p>{FIRST}</p><p>{SECOND}</p><p class='fact'>{OTHER}</p><p>{THIRD}</p><p>{FOURTH}</p>"
    body = f"<article><h1>Bridge sold</h1>{told}</article>"
    assert OTHER in read(body).text
    assert lines(read(body, selectors={"drop": [".fact", "article .fact"]}))[-4:] == [FIRST, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize("body", ["", "<p>Error.</p>", "<nav><a href='/'>Home</a></nav>"])
def test_a_page_without_a_text_has_none_that_says_anything(body):
    found = read(body)
    assert found is None or len(found.text) < 20


def test_blocks_keep_the_pages_spaces_and_know_their_links():
    tree = page(
        '<p>It cost 3\u00a0200 <b>crowns</b><br>and <a href="/x">a ferry</a>.</p>tail<div>one<div>two</div>three</div>'
    ).tree
    blocks = blocks_of(tree)
    assert [b.text for b in blocks] == ["It cost 3\u00a0200 crowns\nand a ferry.", "tail", "one", "two", "three"]
    assert 0.1 < blocks[0].link_share < 0.4
    assert blocks[3].link_share == 0
