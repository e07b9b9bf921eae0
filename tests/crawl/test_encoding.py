"""Bytes become the right characters, whatever the header and the page say of them, or leave unsaid."""

import pytest

from crawl.encoding import decode_page, is_utf8

TEXTS = {
    "zh-Hans": "布林德尔穆尔镇议会星期二把最古老的桥卖给了建筑商，价格是三百二"
    "十万克朗。摆渡人说，没有人问过他们的意见，这座桥已经用了二十年。",
    "zh-Hant": "布林德爾穆爾鎮議會星期二把最古老的橋賣給了建築商，價格是三百二"
    "十萬克朗。擺渡人說，沒有人問過他們的意見，這座橋已經用了二十年。",
    "ru": "Совет Бриндлмура продал во вторник старейший мост строителю "
    "за 3,2 млн крон. «Нас никто не спросил», — сказали паромщики.",
    "uk": "Рада Бріндлмура продала у вівторок найстаріший міст "
    "забудовникові. «Нас ніхто не питав», — сказали поромники із її околиць.",
    "ja": "ブリンドルムーアの町議会は火曜日、最も古い橋を建設業者に売"
    "却した。渡し守たちは、誰も意見を聞かなかったと話している。",
    "ko": "브린들무어 시의회는 화요일에 가장 오래된 다리를 "
    "건설업자에게 팔았다. 뱃사공들은 아무도 묻지 않았다고 말했다.",
    "de": "Der Rat von Brindelmoor verkaufte am Dienstag die älteste "
    "Brücke für 3,2 Millionen Kronen. „Niemand fragte uns“, hieß es.",
    "pl": "Rada Brindlemoor sprzedała we wtorek najstarszy most "
    "budowniczemu za 3,2 miliona koron. Przewoźników nikt nie zapytał.",
    "el": "Το συμβούλιο πούλησε την Τρίτη την παλαιότερη γέφυρα "
    "στον εργολάβο. Κανείς δεν ρώτησε τους βαρκάρηδες για αυτό.",
}
ENCODINGS = [
    ("zh-Hans", "gb2312"), ("zh-Hans", "gbk"), ("zh-Hans", "gb18030"), ("zh-Hant", "big5"), ("zh-Hant", "gbk"),
    ("ru", "windows-1251"), ("ru", "koi8-r"), ("uk", "windows-1251"), ("ja", "shift_jis"), ("ja", "euc_jp"),
    ("ko", "euc_kr"), ("de", "windows-1252"), ("pl", "windows-1250"), ("el", "windows-1253"),
]  # fmt: skip
WRONG = ("utf-8", "iso-8859-1", "windows-1251", "koi8-r", "gb2312", "big5")
EASY = {"zh-Hans", "zh-Hant", "ru", "uk", "ja", "ko", "de"}


def page(text, encoding, meta):
    declared = f'<meta charset="{meta}">' if meta else ""
    markup = (
        f"<html><head>{'<!-- -->' * 900}{declared}<title>{text[:20]}</title></head><body><p>{text}</p></body></html>"
    )
    return markup.encode(encoding, "xmlcharrefreplace")


def header(name):
    return {"content-type": f"text/html; charset={name}" if name else "text/html"}


def shown(text, encoding):
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)


@pytest.mark.parametrize(("lang", "encoding"), ENCODINGS)
@pytest.mark.parametrize("place", ["header", "meta", "both"])
def test_a_declared_encoding_is_read(lang, encoding, place):
    body = page(TEXTS[lang], encoding, encoding if place != "header" else "")
    assert shown(TEXTS[lang], encoding) in decode_page(body, header(encoding if place != "meta" else ""))


@pytest.mark.parametrize(("lang", "encoding"), [pair for pair in ENCODINGS if pair[0] in EASY])
def test_an_undeclared_encoding_is_found_out(lang, encoding):
    assert shown(TEXTS[lang], encoding) in decode_page(page(TEXTS[lang], encoding, ""), header(""))


@pytest.mark.parametrize(("lang", "encoding"), [pair for pair in ENCODINGS if pair[0] in EASY - {"de"}])
@pytest.mark.parametrize("said", WRONG)
@pytest.mark.parametrize("place", ["header", "meta", "both"])
def test_a_wrong_declaration_is_found_out(lang, encoding, said, place):
    body = page(TEXTS[lang], encoding, said if place != "header" else "")
    assert shown(TEXTS[lang], encoding) in decode_page(body, header(said if place != "meta" else ""))


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("said", ["", *WRONG])
def test_utf8_is_utf8_whatever_is_declared(lang, said):
    assert TEXTS[lang] in decode_page(page(TEXTS[lang], "utf-8", said), header(said))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_decides(encoding):
    assert TEXTS["ru"] in decode_page(page(TEXTS["ru"], encoding, ""), header("windows-1251"))


def test_a_stray_byte_does_not_make_another_encoding():
    body = page(TEXTS["ru"] * 9, "utf-8", "") + b"\xff"
    assert is_utf8(body)
    assert TEXTS["ru"] in decode_page(body, header(""))


def test_bytes_that_are_no_text_are_still_decoded():
    assert decode_page(b"", header("")) == ""
    assert isinstance(decode_page(bytes(range(256)) * 4, header("no-such-charset")), str)
