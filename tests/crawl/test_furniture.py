"""Page furniture is told from text by rules, in three languages; nothing is lost without a rule that says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawl.furniture import clean
from crawl.lines import split_lines

EN = (
    "The ferry company Tolland Lines cancelled 40 crossings on Friday after its captains refused to sail.",
    "“We will not take a boat out that has one life jacket for two people,” said the captain Mirja Oakes.",
    "The company says that new jackets will arrive on Monday and that every ticket will be paid back.",
)
RU = (
    "Паромная компания «Толланд» отменила в пятницу 40 рейсов, после того как капитаны отказались выходить в море.",
    "«Мы не выйдем с одним жилетом на двоих», — сказала капитан Мирья Оукс журналистам на причале.",
    "В компании утверждают, что новые жилеты привезут в понедельник, а деньги за билеты вернут всем.",
)
ZH = (
    "渡轮公司托兰周五取消了40个航次，此前多名船长拒绝出海。",
    "“两个人一件救生衣，这样的船我们不开。”船长米尔娅·奥克斯在码头对记者说。",
    "公司表示，新的救生衣将于周一运到，所有船票都会全额退款。",
)
BODIES = {"en": EN, "ru": RU, "zh": ZH}
TITLES = {
    "en": "Ferry captains refuse to sail without life jackets",
    "ru": "Капитаны паромов отказались выходить в море без жилетов",
    "zh": "救生衣不够 渡轮船长集体拒绝出海",
}


def page(lang, *, head=(), middle=(), tail=(), gap="\n\n"):
    first, *rest = BODIES[lang]
    return gap.join([*head, TITLES[lang], first, *middle, *rest, *tail])


@pytest.mark.parametrize("lang", ["en", "ru", "zh"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_a_page_without_furniture_is_its_title_and_paragraphs(lang, gap):
    found = clean(page(lang, gap=gap), lang=lang)
    assert (found.title, found.paragraphs, found.dropped) == (TITLES[lang], BODIES[lang], ())
    assert found.text == "\n\n".join(BODIES[lang])


HEADS = [
    ("en", "Skip to main content", "skip"),
    ("en", "Close ad", "skip"),
    ("en", "Business,", "rubric"),
    ("en", "News / Harbour / Ferries", "rubric"),
    ("en", "Photo: Ansel Rook / Tideline Pictures", "caption"),
    ("en", "Published 6 May 2031, 14:05", "meta"),
    ("en", "Menu", "skip"),
    ("en", "Sport", "navigation"),
    ("en", "May 6, 2031 / 2:05 PM / 2 years ago", "meta"),
    ("en", "Home Menu Search", "skip"),
    ("en", "Home > News > Harbour > Ferries and the people who sail them every day of the week", "rubric"),
    ("ru", "Перейти к содержанию", "skip"),
    ("ru", "ПоделитьсяПоделиться", "skip"),
    ("ru", "Возрастное ограничение 18+", "skip"),
    ("ru", "Капитаны на причале / автор фото Ансель Рук", "caption"),
    ("ru", "Общество,", "rubric"),
    ("ru", "6 мая 2031, 14:05", "meta"),
    ("ru", "06.05.2031, 14:05 · 1 204 просмотра", "meta"),
    ("ru", "Реклама", "skip"),
    ("zh", "关闭广告", "skip"),
    ("zh", "潮声网2031-05-06 14:05:31128人阅读", "meta"),
    ("zh", "首页 > 社会 > 正文", "rubric"),
    ("zh", "2031年05月06日 14:05 来源：潮声网", "meta"),
    ("zh", "2031-05-06  来源: 潮声网 作者:", "meta"),
    ("zh", "日期:2031-05-06 14:05 来源:《潮声》杂志 作者:安然", "meta"),
    ("zh", "时间：2031-05-06 14:05:31   阅读：206   评论：0   收藏：0", "meta"),
    ("zh", "您的位置：首页 > 社会新闻 > 港口 > 正文", "skip"),
]


@pytest.mark.parametrize(("lang", "line", "rule"), HEADS)
def test_lines_above_the_title_are_not_the_title(lang, line, rule):
    found = clean(page(lang, head=[line]), lang=lang)
    assert (found.title, found.paragraphs) == (TITLES[lang], BODIES[lang])
    assert [(d.text, d.rule) for d in found.dropped] == [(line, rule)]


@pytest.mark.parametrize(
    "header", ["date 2031-05-06 ", " date 2031-05 ", " date 2031-05-06  ", "fetched: 2031-05-06T14:05:00Z "]
)
@pytest.mark.parametrize("lang", ["en", "ru", "zh"])
def test_a_crawl_header_glued_to_the_first_line_is_cut_off(lang, header):
    found = clean(header + page(lang), lang=lang)
    assert (found.title, found.paragraphs) == (TITLES[lang], BODIES[lang])
    assert found.dropped[0].rule == "head"


def test_a_crawl_header_glued_to_a_body_without_title_is_cut_off():
    found = clean("date 2031-05-06 " + "\n".join(RU), lang="ru")
    assert (found.title, found.paragraphs) == (None, RU)


def test_a_date_in_the_first_sentence_is_no_header():
    first = "Deadline 2031-05-06 passed without a deal between the captains and the company, the harbour office said."
    assert clean("\n".join([first, *EN]), lang="en").paragraphs == (first, *EN)


MIDDLES = [
    ("en", ["Photo: Ansel Rook / Tideline Pictures"]),
    ("en", ["Image credit: Ansel Rook", "Image credit: Ansel Rook"]),
    ("en", ["Advertisement"]),
    ("en", ["Read also: Harbour fees rise by 12 percent"]),
    ("en", ["Sign up for our morning newsletter and get the harbour in your inbox."]),
    ("en", ["12,408 views"]),
    ("ru", ["Фото: Ансель Рук / «Прилив»"]),
    ("ru", ["Источник изображения: Ансель Рук"]),
    ("ru", ["Изображение создано нейросетью Палитра"]),
    ("ru", ["Портовые сборы вырастут на 12 процентов\nОбщество\nФото:Ансель Рук / Прилив"]),
    ("ru", ["Читайте «Прилив» в Telegram! Только новости порта и погода."]),
    ("ru", ["Подписывайтесь на наш канал в Telegram"]),
    ("ru", ["Просмотров: 12 408"]),
    ("ru", ["Читайте также: Портовые сборы вырастут на 12 процентов"]),
    ("zh", ["图源：潮声网"]),
    ("zh", ["资料图：港口 摄影：安塞尔·鲁克"]),
    ("zh", ["码头上的渡轮 图源：安塞尔"]),
    ("zh", ["扫描下方二维码关注我们"]),
    ("zh", ["潮声网记者 安然 摄"]),
    ("en", ["A ferry at the pier in March. Ansel Rook/File Photo"]),
    ("en", ["Captains at the pier | Shutterstock"]),
    ("zh", ["阅读 12408"]),
]


@pytest.mark.parametrize(("lang", "lines"), MIDDLES)
def test_furniture_between_paragraphs_is_dropped(lang, lines):
    found = clean(page(lang, middle=lines), lang=lang)
    assert (found.title, found.paragraphs) == (TITLES[lang], BODIES[lang])


TAILS = [
    ("en", ["Related articles", "Harbour fees rise by 12 percent", "Lighthouse sold for 3 million"]),
    ("en", ["You may also like", "Seven knots every sailor knows. They are simple.", "4,120 views"]),
    ("en", ["© 2031 Tideline Media. All rights reserved.", "Terms of use"]),
    ("en", ["Tags", "ferries", "captains", "Tolland Lines"]),
    ("en", ["Tags: ferries, captains"]),
    ("ru", ["Читайте также", "Портовые сборы вырастут на 12 процентов", "Маяк продали за 3 млн"]),
    ("ru", ["Авторы\nТеги\nМирон Угольков\nпаромы порт Толланд"]),
    ("ru", ["Самое читаемое", "Семь узлов, которые знает каждый.", "Рыба подешевела вдвое."]),
    ("ru", ["Нашли ошибку? Выделите ее и нажмите Ctrl+Enter"]),
    ("ru", ["© «Прилив», 2031. Все права защищены.", "Реклама на сайте"]),
    ("zh", ["猜你喜欢", "精彩推荐", "港口收费上涨12%", "海潮 浏览 2031 05-06"]),
    ("zh", ["版权与免责声明：本文转载自其他媒体，不代表本网观点。", "灯塔以300万元售出。"]),
    ("zh", ["本站信息来自网络，如有侵权请联系我们删除 沪ICP备00000000号-1"]),
    ("zh", ["责任编辑：安然"]),
    ("zh", ["[责任编辑：安然]", "评论(0)"]),
    ("zh", ["本網站所刊載信息，不代表本網站觀點。"]),
    ("en", ["(Reporting by Ansel Rook. Editing by Mirja Oakes)"]),
    ("ru", ["Текст: Мирон Угольков", "3 комментария", "Новости дня", "Маяк продали."]),
    ("zh", ["【本文结束】如需转载请注明出处"]),
    ("zh", ["相关阅读", "港口收费上涨12%", "灯塔以300万元售出"]),
]


@pytest.mark.parametrize(("lang", "lines"), TAILS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_stands_after_the_text_is_dropped(lang, lines, gap):
    found = clean(page(lang, tail=lines, gap=gap), lang=lang)
    assert (found.title, found.paragraphs) == (TITLES[lang], BODIES[lang])


@pytest.mark.parametrize(("lang", "heading"), [("en", "Read more"), ("ru", "Читайте также"), ("zh", "相关阅读")])
def test_an_inset_of_links_ends_where_the_text_goes_on(lang, heading):
    link = {"en": "Harbour fees rise again", "ru": "Портовые сборы снова растут", "zh": "港口收费再次上涨"}[lang]
    found = clean(page(lang, middle=[heading, link]), lang=lang)
    assert found.paragraphs == BODIES[lang]


@pytest.mark.parametrize(
    ("lang", "line", "credits"),
    [
        ("en", "Source: Tideline", ("Tideline",)),
        ("en", "via Tideline", ("Tideline",)),
        ("en", "This article was originally published by Tideline", ("Tideline",)),
        ("ru", "Источник: Прилив", ("Прилив",)),
        ("ru", "Источники: Прилив, Волна", ("Прилив", "Волна")),
        ("ru", "По материалам Tideline.", ("Tideline",)),
        ("zh", "来源：潮声网", ("潮声网",)),
        ("zh", "（来源：潮声网）", ("潮声网",)),
        ("zh", "转载自：潮声网", ("潮声网",)),
    ],
)
def test_credit_lines_leave_the_text_and_become_credits(lang, line, credits):
    found = clean(page(lang, tail=[line]), lang=lang)
    assert (found.paragraphs, found.credits) == (BODIES[lang], credits)


@pytest.mark.parametrize(
    ("lang", "line", "credits"),
    [
        ("zh", "日期:2031-05-06 14:05 来源:《潮声》杂志 作者:安然", ("《潮声》杂志",)),
        ("zh", "2031-05-06 14:05  来源: 潮声网 作者:", ("潮声网",)),
        ("zh", "2031年05月06日 14:05 来源：潮声网", ("潮声网",)),
        ("ru", "06.05.2031, 14:05 | Источник: Новости порта", ("Новости порта",)),
        ("zh", "2031-05-06 14:05:31 阅读 128", ()),
    ],
)
def test_a_source_among_date_and_counters_is_a_credit(lang, line, credits):
    assert clean(page(lang, head=[line]), lang=lang).credits == credits


def test_a_dateline_credits_its_agency_and_stays_in_the_text():
    first = "潮声网5月6日消息，渡轮公司托兰周五取消了40个航次，此前多名船长拒绝出海。"
    found = clean("\n".join([TITLES["zh"], first, *ZH[1:]]), lang="zh")
    assert (found.credits, found.paragraphs[0]) == (("潮声网",), first)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "en",
            "Source of the trouble: the jackets were bought in 2019 and never counted, a former clerk said. He left.",
        ),
        ("en", "Photographs of the deck show 12 jackets for 24 berths."),
        ("en", "Related claims were made in March by the crew of a second ship."),
        ("en", "Follow the money, the captain said."),
        ("en", "A sharp turn"),
        ("ru", "Источник в порту рассказал, что жилеты закупили еще в 2019 году и ни разу не пересчитывали."),
        ("ru", "Фотографии палубы показывают 12 жилетов на 24 места."),
        ("ru", "Читайте договор внимательно, посоветовал пассажирам юрист компании."),
        ("ru", "Комментарии компании капитаны назвали отговорками и потребовали извинений."),
        ("zh", "来源不明的救生衣共有12件，港务局表示将展开调查。"),
        ("zh", "评论人士认为，公司早就知道救生衣不够。"),
        ("zh", "她在声明中说："),
    ],
)
def test_sentences_that_begin_like_furniture_are_text(lang, line):
    found = clean(page(lang, middle=[line]), lang=lang)
    assert line in found.paragraphs


def test_a_title_from_elsewhere_is_taken_out_of_the_text():
    found = clean(page("en"), lang="en", title=f"«{TITLES['en']}»")
    assert (found.title, found.paragraphs) == (f"«{TITLES['en']}»", EN)


def test_a_title_from_elsewhere_leaves_another_first_line_alone():
    found = clean(page("en"), lang="en", title="Quite another headline over the same text")
    assert found.paragraphs == (TITLES["en"], *EN)


@pytest.mark.parametrize("lang", ["en", "ru", "zh"])
def test_the_title_as_a_pictures_text_is_dropped_with_its_caption(lang):
    found = clean(page(lang, middle=[TITLES[lang] + "\nM. Oakes"]), lang=lang)
    assert found.paragraphs == BODIES[lang]
    assert {d.rule for d in found.dropped} == {"repeated", "caption"}


def test_a_sentence_that_stands_twice_is_kept_twice():
    assert clean(page("en", middle=["It was cold.", "It was cold."]), lang="en").paragraphs.count("It was cold.") == 2


@pytest.mark.parametrize("lang", ["en", "ru", "zh"])
def test_a_text_that_begins_with_a_sentence_has_no_title(lang):
    assert clean("\n".join(BODIES[lang]), lang=lang).title is None


def test_subheadings_and_lists_stay_in_the_text():
    lines = ["What the crew wants", "- one jacket for each berth", "- a drill every month"]
    assert clean(page("en", middle=lines), lang="en").paragraphs == (EN[0], *lines, *EN[1:])


def test_a_language_without_a_pack_uses_what_every_language_uses():
    found = clean("Kapteinene nekter å seile\n\n" + "\n\n".join(EN) + "\n\n© 2031 Tideline", lang="nb")
    assert (found.title, found.paragraphs) == ("Kapteinene nekter å seile", EN)


@pytest.mark.parametrize("text", ["", "\n \n", "\u00a0"])
def test_an_empty_text_is_nothing(text):
    found = clean(text, lang=None)
    assert (found.title, found.paragraphs, found.dropped) == (None, (), ())


PIECES = st.sampled_from(
    [*EN, *RU, *ZH, *(line for _, line, _ in HEADS), *(x for _, lines in MIDDLES + TAILS for x in lines), "", "A line"]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["en", "ru", "zh", None]))
def test_every_line_is_kept_or_dropped_by_a_named_rule(lines, lang):
    text = "\n".join(lines)
    found = clean(text, lang=lang)
    kept = [*found.paragraphs, *(d.text for d in found.dropped), *([found.title] if found.title else [])]
    assert sorted(kept) == sorted(line.text for line in split_lines(text))
    assert all(d.rule for d in found.dropped)
    assert all(paragraph in text for paragraph in found.paragraphs)


CORRECTIONS = {
    "en": (
        "Correction: The company has 40 jackets, not 400.",
        "Correction",
        "Update: All tickets were paid back by Monday.",
    ),
    "ru": (
        "Исправлено: у компании 40 жилетов, а не 400.",
        "Исправление",
        "UPD: Деньги за билеты вернули к понедельнику.",
    ),
    "zh": (
        "更正：公司有40件救生衣，而非400件。",
        "更正",
        "更新：公司周一表示，所有船票已经全额退款，渡轮已经恢复航行。",
    ),
}


@pytest.mark.parametrize("lang", BODIES)
def test_notes_of_correction_stay_in_the_text_and_are_told(lang):
    note, heading, update = CORRECTIONS[lang]
    headed = BODIES[lang][2].replace("40", "41") + BODIES[lang][0]
    found = clean("\n\n".join([*BODIES[lang], note, update, heading, headed]), lang=lang)
    assert found.paragraphs == (*BODIES[lang], note, update, heading, headed)
    assert found.corrections == (note, update, headed)


@pytest.mark.parametrize(
    "note",
    [
        "Correction (May 7, 2031): The ferry has one captain.",
        "Clarification. The ferry has one captain and one mate.",
        "(Corrects number of captains in second paragraph)",
        "Editor's note: An earlier version of this story gave the wrong number of captains.",
    ],
)
def test_a_note_of_correction_has_many_forms(note):
    assert clean("\n\n".join([*EN, note]), lang="en").corrections == (note,)


@pytest.mark.parametrize("line", ["Corrections officers searched the ferry.", "Update the map, said the captain."])
def test_a_sentence_that_begins_like_a_note_is_none(line):
    found = clean("\n\n".join([*EN, line]), lang="en")
    assert (found.paragraphs, found.corrections) == ((*EN, line), ())


@pytest.mark.parametrize(
    ("lang", "line", "author"),
    [
        ("en", "By Ansel Rook, Tolland", "Ansel Rook"),
        ("ru", "Ансель Рук", "Ансель Рук"),
        ("zh", "记者 米尔娜", "米尔娜"),
    ],
)
@pytest.mark.parametrize("place", [1, 4])
def test_a_byline_at_either_end_is_no_text(lang, line, author, place):
    lines = [TITLES[lang], *BODIES[lang]]
    found = clean("\n\n".join([*lines[:place], line, *lines[place:]]), lang=lang, authors=[author])
    assert (found.paragraphs, [(d.rule, d.text) for d in found.dropped]) == (BODIES[lang], [("byline", line)])


BIOGRAPHIES = [
    (
        "en",
        "Our harbour reporter Ansel Rook has written about ferries for The Tolland Ledger since 2019.",
        "Ansel Rook",
    ),
    ("ru", "Ансель Рук пишет о паромах и портах для «Вестника Толланда» с 2019 года.", "Ансель Рук"),
    ("zh", "米尔娜自2019年起为《托兰日报》报道港口与渡轮，现居托兰，另著有两本关于渡轮历史的书。", "米尔娜"),
]


@pytest.mark.parametrize(("lang", "line", "author"), BIOGRAPHIES)
def test_what_is_said_of_an_author_behind_the_text_is_no_text(lang, line, author):
    found = clean(page(lang, tail=[line]), lang=lang, authors=[author])
    assert (found.paragraphs, [(d.rule, d.text) for d in found.dropped]) == (BODIES[lang], [("biography", line)])


@pytest.mark.parametrize(
    ("authors", "line"),
    [
        (["Rook"], "Rook has written about ferries for The Tolland Ledger since the spring of 2019."),
        (["Ansel Rook"], "The captains wrote to the company in March and in April, as the reporter Ansel Rook found."),
        (["Ansel Rook"], "Correction: Ansel Rook's report gave the number of cancelled crossings as 400, not 40."),
    ],
)
def test_what_only_mentions_an_author_or_corrects_stays(authors, line):
    assert line in clean(page("en", tail=[line]), lang="en", authors=authors).paragraphs


def test_an_author_who_is_in_the_news_stays_in_the_text():
    line = "Ansel Rook, who had sailed on the last ferry, reported from the pier until the evening."
    assert line in clean(page("en", middle=[line], tail=EN), lang="en", authors=["Ansel Rook"]).paragraphs
