"""Pages that only look like articles say why they are none."""

import pytest

from crawl.page import Page
from crawl.walls import wall_of

SHORT = "The council of Brindlemoor sold its oldest bridge on Tuesday to the builder Lorvek, for 3.2 million crowns."
SIX = " ".join([SHORT] * 6)
LONG = f"{SHORT} " * 14


def page(body, head="", lang="en"):
    return Page("http://gazette.example/1", f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>')


ASKED = f"<p>{SIX}</p><p>Subscribe to continue</p>"


def linked(free, n_words=0):
    told = f'"@type": "NewsArticle", "isAccessibleForFree": {free}, "wordCount": {n_words}'
    return f'<script type="application/ld+json">{{{told}}}</script>'


@pytest.mark.parametrize(
    ("body", "head", "text", "title", "lang", "told"),
    [
        ("", "", "The page that you look for has moved.", "Page not found", "en", "nothing at this address"),
        ("", "", "Возможно, она удалена.", "Страница не найдена", "ru", "nothing at this address"),
        ("", "", "您可以返回首页。", "页面不存在", "zh", "nothing at this address"),
        ("", "", "", "404", None, "nothing at this address"),
        ("<h1>We value your privacy</h1>", "", "We use cookies.", "Gazette", "en", "asks for consent"),
        ("", linked("false"), SHORT, "Bridge sold", "en", "behind a payment"),
        ("", linked('"False"'), SHORT, "Bridge sold", "en", "behind a payment"),
        ("", linked("false"), f"{SHORT} {SHORT} {SHORT} The council has not…", "Bridge sold", "en", "behind a payment"),
        ("<p>Subscribe to continue reading</p>", "", SHORT, "Bridge sold", "en", "behind a payment"),
        ("<div>Материал доступен только по подписке</div>", "", "Мост продан.", "Мост", "ru", "behind a payment"),
        ("<p>登录后可继续阅读全文</p>", "", "桥已经卖掉了。", "桥", "zh", "behind a payment"),
        (f"<p>{SIX}</p><h2>Go on</h2><p>Subscribe to continue</p>", "", SIX, "Bridge sold", "en", "behind a payment"),
        (ASKED, linked("false"), SIX, "Bridge sold", "en", "behind a payment"),
        (ASKED, linked("null", 400), SIX, "Bridge sold", "en", "behind a payment"),
        (ASKED, linked("true"), SIX[:-1], "Bridge sold", "en", "behind a payment"),
        ('<div id="root"></div>', "", "", None, None, "only with JavaScript"),
        ("<noscript>Please enable JavaScript to read on.</noscript>", "", "", None, "en", "only with JavaScript"),
    ],
)
def test_a_page_that_is_no_article_says_why(body, head, text, title, lang, told):
    assert told in wall_of(page(body, head), text, title=title, lang=lang)


@pytest.mark.parametrize(
    ("body", "head", "text", "title"),
    [
        ("", "", LONG, "Bridge not found"),
        ("<p>Subscribe to continue reading our newsletter</p>", "", LONG, "Bridge sold"),
        ("", linked("false"), LONG, "Bridge sold"),
        ("", linked("true"), SHORT, "Bridge sold"),
        ("", linked("false"), f"{SHORT} {SHORT} {SHORT} {SHORT}", "Bridge sold"),
        (ASKED, linked("true"), SIX, "Bridge sold"),
        (ASKED, linked("false", len(SIX.split())), SIX, "Bridge sold"),
        ("<p>Subscribe to read more</p>" + "<p>More</p>" * 6 + f"<p>{SIX}</p>", linked("false"), SIX, "Bridge sold"),
        ("<noscript>Please enable JavaScript.</noscript>", "", LONG, "Bridge sold"),
        ("<h2>We value your privacy</h2>", "", LONG, "Bridge sold"),
        ("", "", SHORT, "Bridge sold"),
        (f"<a>Subscribe to read more</a><p>{SIX}</p><p>Contact</p>", "", SIX, "Bridge sold"),
        (f"<p>{SIX}</p>{'<p>More</p>' * 6}<p>Subscribe to read our daily letter</p>", "", SIX, "Bridge sold"),
    ],
)
def test_an_article_is_no_wall(body, head, text, title):
    assert wall_of(page(body, head), text, title=title, lang="en") is None
