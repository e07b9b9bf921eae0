from datetime import date

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.event import Event
from nlp.actors import Roster, find_mentions
from nlp.claims import Reading, find_claims
from nlp.language import load_language
from nlp.layers import Claim

EVENT = Event.model_validate(
    {
        "id": "river",
        "title": "Who poisoned the Sorga",
        "window": {"start": date(2031, 5, 1), "end": date(2031, 5, 20)},
        "terms": {"*": ["Sorga"]},
        "actors": [
            {"id": "borex", "name": "Borex", "kind": "organisation", "aliases": {"*": ["Borex"]}},
            {"id": "cindra", "name": "Cindra", "kind": "organisation", "aliases": {"*": ["Cindra"]}},
        ],
    }
)

Row = tuple[str | None, str | None, str]


def read(text: str, lang: str) -> Reading:
    language = load_language(lang)
    return find_claims(text, language, find_mentions(text, language, Roster(EVENT, language)))


def row(text: str, claim: Claim) -> Row:
    source = text[claim.source.start : claim.source.end] if claim.source else None
    cue = text[claim.cue.start : claim.cue.end] if claim.cue else None
    return source, cue, " … ".join(text[p.start : p.end] for p in claim.content)


def rows(text: str, lang: str) -> list[Row]:
    return [row(text, c) for c in read(text, lang).claims if not c.is_implicit]


RU: list[tuple[str, Row]] = [
    ("Borex заявила, что вода чистая.", ("Borex", "заявила", "вода чистая")),
    ("В Borex подчёркивают: вода чистая.", ("Borex", "подчёркивают", "вода чистая")),
    ("В компании уверены. В Borex сообщили, что воду проверили.", ("Borex", "сообщили", "воду проверили")),
    ("«Вода чистая», — сказал Клим Вяткин.", ("Клим Вяткин", "сказал", "Вода чистая")),
    ("Клим Вяткин сказал: «Вода чистая».", ("Клим Вяткин", "сказал", "Вода чистая")),
    ("«Вода чистая, — сказал Клим Вяткин. — Мы её пьём».", ("Клим Вяткин", "сказал", "Вода чистая … Мы её пьём")),
    ("«Вода чистая», — сказал Клим Вяткин. «Мы её пьём».", ("Клим Вяткин", "сказал", "Вода чистая … Мы её пьём")),
    ("Вода, по словам эколога, чистая.", ("эколога", "по словам", "Вода … чистая")),
    ("По данным Borex, воду очистили в мае.", ("Borex", "По данным", "воду очистили в мае")),
    ("Согласно докладу Borex, воду очистили.", ("Borex", "Согласно", "воду очистили")),
    ("Как отмечает издание Trellwave, воду очистили.", ("Trellwave", "отмечает", "воду очистили")),
    ("Вода, как утверждает Borex, чистая.", ("Borex", "утверждает", "Вода … чистая")),
    ("Воду очистили. Об этом сообщила Borex.", ("Borex", "сообщила", "Воду очистили")),
    ("Отмечается, что воду очистили.", (None, "Отмечается", "воду очистили")),
    ("Borex обвинила Cindra в отравлении реки.", ("Borex", "обвинила", "Cindra в отравлении реки")),
    ("Мэр назвал завод «позором города».", ("Мэр", "назвал", "завод «позором города»")),
    ("Мэр выступил на площади, назвав завод «позором города».", ("Мэр", "назвав", "завод «позором города»")),
    ("Вяткин ответил резко, написав, что река мертва.", ("Вяткин", "написав", "река мертва")),
    ("Borex пообещала очистить реку.", ("Borex", "пообещала", "очистить реку")),
    ("Мэр призвал жителей не пить воду.", ("Мэр", "призвал", "жителей не пить воду")),
    ("Borex опубликовала доклад, в котором обвиняет Cindra во лжи.", ("Borex", "обвиняет", "Cindra во лжи")),
    ("Эксперты считают, что река оживёт.", ("Эксперты", "считают", "река оживёт")),
    ("Глава фонда Клим Вяткин, комментируя доклад, заявил, что река жива.", ("Клим Вяткин", "заявил", "река жива")),
    ("Мэр рассказал о сливе отходов.", ("Мэр", "рассказал", "сливе отходов")),
    ("Якобы воду отравили ночью.", (None, "Якобы", "воду отравили ночью")),
    ("Представители Borex заявили, что воду проверили.", ("Представители Borex", "заявили", "воду проверили")),
    ("«Воду проверили», — говорится в сообщении.", ("сообщении", "говорится", "Воду проверили")),
    ("По его словам, вода чистая.", ("его", "По его словам", "вода чистая")),
    ("Вода, по её мнению, чистая.", ("её", "по её мнению", "Вода … чистая")),
    ("По последним данным мэрии, воду очистили.", ("мэрии", "По последним данным", "воду очистили")),
    ("По предварительным данным, воду очистили.", (None, "По предварительным данным", "воду очистили")),
    ("По слухам, воду отравили.", (None, "По слухам", "воду отравили")),
    ("Клим Вяткин уверен, что вода чистая.", ("Клим Вяткин", "уверен", "вода чистая")),
    ("«Вода чистая», — убеждена Ада Вяткина.", ("Ада Вяткина", "убеждена", "Вода чистая")),
    ("Borex настаивает на том, чтобы воду проверили.", ("Borex", "настаивает", "воду проверили")),
    ("Мэр поинтересовался, когда очистят воду.", ("Мэр", "поинтересовался", "очистят воду")),
]

QUOTED_NAMES: list[tuple[str, Row]] = [
    ("Завод «Borex» заявил, что вода чистая.", ("Borex", "заявил", "вода чистая")),
    ("По данным «Borex», воду очистили.", ("Borex", "По данным", "воду очистили")),
    ("«Воду пьют», — сказал «Волне» директор «Borex» Клим Вяткин.", ("Клим Вяткин", "сказал", "Воду пьют")),
    ("Воду очистили. Об этом говорится в заявлении Borex.", ("заявлении Borex", "говорится", "Воду очистили")),
]

EN: list[tuple[str, Row]] = [
    ('"The river is dead," Mr. Marsh said.', ("Marsh", "said", "The river is dead")),
    ("Odell Marsh said on Saturday he would go.", ("Odell Marsh", "said", "he would go")),
    (
        "A survey by the council in 2014 found that wells are dry.",
        ("A survey by the council", "found", "wells are dry"),
    ),
    ("Some complained that the river was dead.", ("Some", "complained", "the river was dead")),
    ("Borex said that the water was clean.", ("Borex", "said", "the water was clean")),
    ("Borex said the water was clean.", ("Borex", "said", "the water was clean")),
    ("The water was clean, Borex said.", ("Borex", "said", "The water was clean")),
    ("The water, she added, was clean.", ("she", "added", "The water … was clean")),
    ('"The water is clean," said Odell Marsh.', ("Odell Marsh", "said", "The water is clean")),
    ('"The water," Odell Marsh said, "is clean."', ("Odell Marsh", "said", "The water … is clean.")),
    ('"It is clean," Odell Marsh said. "We drink it."', ("Odell Marsh", "said", "It is clean … We drink it.")),
    ('Odell Marsh said: "The water is clean."', ("Odell Marsh", "said", "The water is clean.")),
    ("According to Borex, the water was clean.", ("Borex", "According to", "the water was clean")),
    ("The water was clean, according to Borex.", ("Borex", "according to", "The water was clean")),
    ("As Odell Marsh notes, the water was clean.", ("Odell Marsh", "notes", "the water was clean")),
    ("Borex accused Cindra of poisoning the river.", ("Borex", "accused", "Cindra of poisoning the river")),
    ('Odell Marsh called the plant "a shame".', ("Odell Marsh", "called", 'the plant "a shame"')),
    ("Odell Marsh, the mayor of Vell, said the river was dead.", ("Odell Marsh", "said", "the river was dead")),
    ("Borex promised to clean the river.", ("Borex", "promised", "to clean the river")),
    ("Critics warned that the river would die.", ("Critics", "warned", "the river would die")),
    ("A spokesman for Borex said the river was clean.", ("A spokesman for Borex", "said", "the river was clean")),
    ("Cindra denied that it poisoned the river.", ("Cindra", "denied", "it poisoned the river")),
    ('"Who drinks this water?" Odell Marsh asked.', ("Odell Marsh", "asked", "Who drinks this water?")),
    ('"Close the plant!" Odell Marsh said to the crowd.', ("Odell Marsh", "said", "Close the plant!")),
    ('"It is clean now!" beamed Odell Marsh.', ("Odell Marsh", "beamed", "It is clean now!")),
    (
        '"The water is clean," Odell Marsh, a chemist from Vell, told the paper.',
        ("Odell Marsh", "told", "The water is clean"),
    ),
    ('"It is clean," Odell Marsh said, and a guard cut in. "Go home."', ("Odell Marsh", "said", "It is clean")),
    ("''The water is clean,'' said Odell Marsh.", ("Odell Marsh", "said", "The water is clean")),
    (
        "The plant was closed, the Vell Courier's Odell Marsh reported.",
        ("Odell Marsh", "reported", "The plant was closed"),
    ),
    (
        "While it rained, the plant was closed, Mr. Marsh said.",
        ("Marsh", "said", "While it rained, the plant was closed"),
    ),
    ('It was never clean," Odell Marsh said.', ("Odell Marsh", "said", "It was never clean")),
    ('Odell Marsh continued, "You see what they did.', ("Odell Marsh", "continued", "You see what they did")),
    ("Marsh met the mayor and said later that it was clean.", ("Marsh", "said", "it was clean")),
    (
        "An official, who asked not to be named, said the river was dead.",
        ("An official", "said", "the river was dead"),
    ),
    ("Odell Marsh said it was clean and warned that they would close.", ("Odell Marsh", "said", "it was clean")),
    (
        "Odell Marsh said it was clean and warned that they would close.",
        ("Odell Marsh", "warned", "they would close"),
    ),
    ("The river is expected to flood the town.", (None, "is expected to", "The river … flood the town")),
    ("Marsh maintains the river is clean.", ("Marsh", "maintains", "the river is clean")),
    (
        "Odell Marsh left the hall on Friday, saying the river was dead.",
        ("Odell Marsh", "saying", "the river was dead"),
    ),
    (
        '"Borex said that the river was clean, and I think it is," said Odell Marsh.',
        ("Borex", "said", "the river was clean, and I think it is"),
    ),
]

ZH: list[tuple[str, Row]] = [
    ("造纸公司Borex（BX）发布声明，指控Cindra污染河水。", ("Borex", "指控", "Cindra污染河水")),
    ("Borex首席执行官马里奥·维尔特说，河水干净。", ("马里奥·维尔特", "说", "河水干净")),
    ("Borex表示,河水是干净的。", ("Borex", "表示", "河水是干净的")),
    ("Borex称河水是干净的。", ("Borex", "称", "河水是干净的")),
    ('Borex发言人表示:"河水是干净的。"', ("Borex", "表示", "河水是干净的。")),
    ("“河水是干净的，”Borex说。", ("Borex", "说", "河水是干净的")),
    ("Borex发布声明,指控Cindra污染河流。", ("Borex", "指控", "Cindra污染河流")),
    ("据Borex报道,河水已被净化。", ("Borex", "报道", "河水已被净化")),
    ("据悉,河水已被净化。", (None, "据悉", "河水已被净化")),
    ("专家认为河流将恢复。", ("专家", "认为", "河流将恢复")),
    ("随后Borex也在官网表示,河水是干净的。", ("Borex", "表示", "河水是干净的")),
    ("市长承诺净化河水。", ("市长", "承诺", "净化河水")),
    ("Cindra否认污染河流。", ("Cindra", "否认", "污染河流")),
    ("Borex告诉本报记者，河水是干净的。", ("Borex", "告诉", "河水是干净的")),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Borex denied wrongdoing and said it hires only trained crews.",
            [("Borex", "denied", "wrongdoing"), ("Borex", "said", "it hires only trained crews")],
        ),
        (
            "Borex rejected reports of a merger and called them “idle gossip”.",
            [("Borex", "rejected", "reports of a merger"), ("Borex", "called", "them “idle gossip”")],
        ),
        (
            "Borex denied taking bribes and asking for favours.",
            [("Borex", "denied", "taking bribes and asking for favours")],
        ),
    ],
)
def test_an_object_ends_where_the_same_speaker_speaks_on(text: str, expected: list[Row]) -> None:
    assert rows(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), [*RU, *QUOTED_NAMES])
def test_claims_of_russian_constructions(text: str, expected: Row) -> None:
    assert expected in rows(text, "ru")


@pytest.mark.parametrize(("text", "expected"), EN)
def test_claims_of_english_constructions(text: str, expected: Row) -> None:
    assert expected in rows(text, "en")


@pytest.mark.parametrize(("text", "expected"), ZH)
def test_claims_of_chinese_constructions(text: str, expected: Row) -> None:
    assert expected in rows(text, "zh")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Завод завалили сообщениями о воде."),
        ("ru", "Обвинения прозвучали вчера."),
        ("ru", "Река течёт на север, а мост стоит."),
        ("en", "The report of the plans is in the mail."),
        ("en", "The river was told of by nobody."),
        ("en", "It takes two states to build a bridge."),
        ("en", "Odell Marsh maintained the boilers of the plant."),
        ("en", "Odell Marsh held a cup of tea."),
        ("en", "Odell Marsh feels cold."),
        ("en", "The office had issued written warnings."),
        ("zh", "这份指控报告发布后不久,河水上涨。"),
        ("zh", "公司名称很长。"),
    ],
)
def test_homographs_of_cues_make_no_claim(lang: str, text: str) -> None:
    assert rows(text, lang) == []


@pytest.mark.parametrize(
    "text",
    [
        '"I think the water is clean," said Odell Marsh.',
        '"People say the water is clean," said Odell Marsh.',
        '"I don’t know if the water is clean," said Odell Marsh.',
    ],
)
def test_how_one_talks_is_no_claim_of_its_own(text: str) -> None:
    assert [source for source, _, _ in rows(text, "en")] == ["Odell Marsh"]


def test_a_call_that_nobody_is_said_to_make_is_not_the_next_speakers() -> None:
    text = '"Close the plant!" The mayor said that the river was dead.'
    assert rows(text, "en") == [("The mayor", "said", "the river was dead")]


def test_coordinated_cues_share_their_subject() -> None:
    text = "В Borex заявили, что река становится чище, и призвали к проверкам."
    assert [r[:2] for r in rows(text, "ru")] == [("Borex", "заявили"), ("Borex", "призвали")]
    assert rows(text, "ru")[0][2] == "река становится чище"


def test_a_noun_that_speaks_is_the_last_speaker() -> None:
    text = "Borex заявила, что Cindra отравила реку. В компании отметили, что воду проверили."
    assert [c.source.actor for c in read(text, "ru").claims if c.source] == ["borex", "borex"]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("ru", "«Вода чистая», — сказал Вяткин.", "direct"),
        ("ru", "Вяткин сказал, что вода «почти чистая».", "mixed"),
        ("ru", "Вяткин сказал, что вода чистая.", "indirect"),
        ("en", '"The water is clean," Marsh said.', "direct"),
        ("ru", "«Вор хитёр, а хозяин говорит, что вора нет».", "indirect"),
        ("zh", "Borex表示河水“基本干净”。", "mixed"),
    ],
)
def test_quotation_marks_give_the_kind(lang: str, text: str, kind: str) -> None:
    assert [c.kind for c in read(text, lang).claims] == [kind]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Borex обвинила Cindra во лжи.", "accusation"),
        ("ru", "Borex опровергла, что вода грязная.", "denial"),
        ("ru", "Borex предупредила, что дамба рухнет.", "warning"),
        ("ru", "Borex призвала закрыть завод.", "call_to_action"),
        ("ru", "Borex пообещала закрыть завод.", "announcement"),
        ("en", "Borex denied that the water was dirty.", "denial"),
        ("en", "Borex urged the town to act.", "call_to_action"),
        ("zh", "Borex警告大坝将倒塌。", "warning"),
    ],
)
def test_cue_and_content_give_the_type(lang: str, text: str, expected: str) -> None:
    assert [c.type for c in read(text, lang).claims] == [expected]


def test_an_answer_to_an_accuser_is_a_rebuttal() -> None:
    text = "Borex accused Cindra of poisoning the river. Cindra accused Borex of fraud."
    assert [c.type for c in read(text, "en").claims] == ["accusation", "rebuttal"]


def test_targets_are_the_others_in_the_content() -> None:
    assert [c.targets for c in read("Borex accused Cindra of fraud.", "en").claims] == [("cindra",)]


def test_a_claim_inside_another_names_its_parent() -> None:
    text = "Critics say that Borex claims that the water is clean."
    claims = read(text, "en").claims
    assert [row(text, c)[1] for c in claims] == ["say", "claims"]
    assert [c.parent for c in claims] == [None, 0]


def test_hedges_have_a_class() -> None:
    text = "По версии Borex, река может погибнуть."
    (claim,) = read(text, "ru").claims
    assert [(text[h.start : h.end], h.hedge_class) for h in claim.hedges] == [
        ("По версии Borex", "attribution"),
        ("может", "modal"),
    ]


def test_speech_about_the_accused_goes_on_without_a_cue() -> None:
    text = "Borex обвинила Cindra в отравлении реки. Cindra слила 5 тонн кислоты. Река течёт на север."
    implicit = [row(text, c) for c in read(text, "ru").claims if c.is_implicit]
    assert implicit == [("Borex", None, "Cindra слила 5 тонн кислоты")]


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        ("ru", "Borex обвинила Cindra в отравлении реки", ("Borex", "обвинила", "Cindra в отравлении реки")),
        ("en", "Aquila Group: River is dead", ("Aquila Group", None, "River is dead")),
        ("zh", "Borex指控Cindra污染河流 市长表态", ("Borex", "指控", "Cindra污染河流")),
    ],
)
def test_headlines_attribute_too(lang: str, title: str, expected: Row) -> None:
    assert expected in rows(title, lang)


def test_a_quotation_of_several_paragraphs_is_one_direct_claim() -> None:
    text = 'Borex在官网声明称:\n\n"我们发现,Cindra污染了河流。\n\n其手段为 "夜排" 方式。\n\n必须停止。"\n\n河水上涨。'
    claims = [c for c in read(text, "zh").claims if c.parent is None]
    assert [(c.kind, row(text, c)[0]) for c in claims] == [("direct", "Borex")]
    assert row(text, claims[0])[2] == text[text.index('"') + 1 : text.rindex('"')]


def test_the_component_reads_and_writes_layers() -> None:
    nlp = spacy.blank("en")
    for name in ("parallax_sentences", "parallax_actors", "parallax_claims"):
        nlp.add_pipe(name)
    doc = nlp("Borex said the water was clean.")
    assert [c.rule for c in doc._.claims] == ["bare"]
    assert [s.text for s in doc.spans["parallax_claims"]] == ["the water was clean"]


@pytest.mark.parametrize("lang", ["de", "en", "ru", "uk", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "«",
        "teilte , " * 200,
        "sagte, dass " * 200,
        '"' * 500,
        "сказал: «" * 50,
        "said, " * 200,
        "称" * 300,
        "слово " * 500,
    ],
)
def test_odd_texts_are_read_without_a_claim_too_many(lang: str, text: str) -> None:
    assert len(read(text, lang).claims) <= len(text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Borex",
                " said",
                " that",
                " «",
                "»",
                '"',
                ", ",
                ". ",
                ":",
                " — ",
                "сказал",
                " что",
                "表示",
                "称",
                "，",
                "。",
                " он",
                "\n\n",
                " по словам ",
                "据",
                " 5",
                "«а",
                " a-t-il dit",
                " qu'",
                "« ",
                " dijo",
                " que",
                " —",
                " aurait été dit",
                "мол",
                " teilte",
                " mit",
                " dass",
                " soll",
                " so ",
                " nach Angaben ",
                " Laut ",
                " habe",
            ]
        ),
        max_size=40,
    ),
    st.sampled_from(("de", "en", "es", "fr", "ru", "uk", "zh")),
)
@example([" «", ", ", "»", " dijo"], "es")
@example(["« ", "»", " a-t-il dit"], "fr")
@example(["«Oui», a-t-il dit. ", "« , »"], "fr")
def test_claims_cut_out_their_spans_whatever_the_marks(parts: list[str], lang: str) -> None:
    text = "".join(parts)
    reading = read(text, lang)
    for claim in reading.claims:
        spans = [
            *claim.content,
            *claim.hedges,
            *claim.negations,
            *claim.scare_quotes,
            *filter(None, (claim.source, claim.cue)),
        ]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert claim.parent is None or 0 <= claim.parent < len(reading.claims)
    assert reading == read(text, lang)


def test_a_pack_without_cues_makes_no_topic_of_a_headline_a_claim() -> None:
    assert not find_claims("الميناء: «سنعود غدا»", load_language("ar")).claims


SILENT = [
    ("en", "Borex accused Cindra of theft. Cindra declined to comment."),
    ("ru", "Borex обвинила Cindra в краже. Cindra отказалась от комментариев."),
    ("uk", "Borex звинуватила Cindra у крадіжці. Cindra відмовилася від коментарів."),
    ("zh", "Borex指控Cindra窃取配方。Cindra拒绝置评。"),
    ("de", "Borex beschuldigte Cindra des Diebstahls. Cindra lehnte eine Stellungnahme ab."),
    ("fr", "Borex accuse Cindra de vol. Cindra a refusé de commenter."),
    ("es", "Borex acusa a Cindra de robo. Cindra no quiso hacer comentarios."),
    ("it", "Borex accusa Cindra di furto. Cindra non ha commentato."),
    ("pt", "A Borex acusa a Cindra de roubo. Cindra não quis comentar."),
    ("pl", "Borex oskarżył Cindra o kradzież. Cindra odmówił komentarza."),
    ("cs", "Borex obvinil Cindra z krádeže. Cindra odmítl komentovat."),
]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_an_accusation_does_not_go_on_where_the_accused_is_silent(lang: str, text: str) -> None:
    assert [c.type for c in read(text, lang).claims] == ["accusation"]


def test_what_a_speaker_told_without_an_accusation_does_not_go_on() -> None:
    assert len(read("Borex said Cindra opened a mill. Cindra sells flour.", "en").claims) == 1


FALSE_THINGS = [
    ("es", "Borex afirmó que Cindra usó cuentas falsas.", "Borex afirmó que el informe es falso."),
    ("fr", "Borex affirme que Cindra a utilisé de faux comptes.", "Borex affirme que le rapport est faux."),
    ("pt", "A Borex afirmou que a Cindra usou contas falsas.", "A Borex afirmou que o relatório é falso."),
    ("it", "Borex ha affermato che Cindra usa account falsi.", "Borex ha affermato che il rapporto è falso."),
    ("pl", "Borex twierdzi, że Cindra ma 20 fałszywych kont.", "Borex twierdzi, że raport jest fałszywy."),
]


@pytest.mark.parametrize(("lang", "accusing", "denying"), FALSE_THINGS)
def test_false_things_accuse_and_a_false_statement_is_denied(lang: str, accusing: str, denying: str) -> None:
    assert [c.type for c in read(accusing, lang).claims] == ["accusation"]
    assert [c.type for c in read(denying, lang).claims] == ["denial"]


HELD_AT_A_DISTANCE = [
    ("en", "The north dam was reportedly sold.", "The north dam was … sold"),
    ("en", "The clerk said that Borex had allegedly copied it.", "Borex had … copied it"),
    ("fr", "Borex a prétendument copié la recette.", "Borex a … copié la recette"),
    ("es", "Borex supuestamente copió la receta.", "Borex … copió la receta"),
    ("pl", "Borex rzekomo skopiował przepis.", "Borex … skopiował przepis"),
    ("cs", "Borex údajně zkopíroval recept.", "Borex … zkopíroval recept"),
]


@pytest.mark.parametrize(("lang", "text", "content"), HELD_AT_A_DISTANCE)
def test_a_word_of_distance_inside_a_clause_holds_all_of_it(lang: str, text: str, content: str) -> None:
    assert content in [row(text, c)[2] for c in read(text, lang).claims]


SET_AGAINST = [
    ("en", "Borex says Cindra stole it, while Cindra says that it is clean.", "Cindra stole it"),
    ("en", "Borex says that Cindra stole it, but Cindra says that it is clean.", "Cindra stole it"),
    ("en", "Borex says Cindra stole it; Cindra says it is clean.", "Cindra stole it"),
    ("ru", "Borex заявляет, что Cindra украла карту, а Cindra говорит, что купила её.", "Cindra украла карту"),
    ("ru", "Borex пишет, что Cindra украла карту, тогда как Cindra пишет, что нет.", "Cindra украла карту"),
    ("uk", "Borex заявляє, що Cindra вкрала мапу, а Cindra каже, що купила її.", "Cindra вкрала мапу"),
    ("zh", "Borex声称Cindra抄袭了地图，而Cindra则表示是买来的。", "Cindra抄袭了地图"),
    ("zh", "Borex声称Cindra抄袭了地图，Cindra则否认抄袭。", "Cindra抄袭了地图"),
    ("de", "Borex behauptet, dass Cindra log, während Cindra sagt, sie habe es nicht.", "Cindra log"),
    ("fr", "Borex affirme que Cindra a menti, mais Cindra assure qu'elle a raison.", "Cindra a menti"),
    ("es", "Borex afirma que Cindra mintió, mientras que Cindra asegura que no.", "Cindra mintió"),
    ("it", "Borex afferma che Cindra ha mentito, mentre Cindra dice che non è vero.", "Cindra ha mentito"),
    ("pt", "A Borex afirma que a Cindra mentiu, enquanto a Cindra diz que não.", "a Cindra mentiu"),
    ("pl", "Borex twierdzi, że Cindra kłamie, a Cindra mówi, że nie.", "Cindra kłamie"),
    ("cs", "Borex tvrdí, že Cindra lže, zatímco Cindra říká, že ne.", "Cindra lže"),
]


@pytest.mark.parametrize(("lang", "text", "first"), SET_AGAINST)
def test_what_one_says_ends_where_another_is_set_against_it(lang: str, text: str, first: str) -> None:
    claims = read(text, lang).claims
    assert row(text, claims[0])[2] == first
    assert [c.parent for c in claims] == [None] * len(claims)


RELATIVE = [
    ("en", "Cindra, which denies the charges, said it would fight.", "the charges"),
    ("ru", "Cindra, которая отрицает обвинения, заявила, что подаст в суд.", "обвинения"),
    ("de", "Cindra, das die Vorwürfe bestreitet, kündigte an, sich zu wehren.", "die Vorwürfe"),
    ("fr", "Cindra, qui nie les accusations, a annoncé qu'elle partirait.", "les accusations"),
    ("es", "Cindra, que niega las acusaciones, anunció que se irá.", "las acusaciones"),
]


@pytest.mark.parametrize(("lang", "text", "content"), RELATIVE)
def test_an_object_in_a_relative_clause_ends_with_it(lang: str, text: str, content: str) -> None:
    first, second = read(text, lang).claims
    assert (row(text, first)[2], second.parent) == (content, None)


def test_an_age_is_no_statement_of_whose_it_is() -> None:
    text = "Dana Kell, 45, said she would resign."
    assert [row(text, c) for c in read(text, "en").claims] == [("Dana Kell", "said", "she would resign")]


BACK = [
    ("de", "Die Mühle ist zu. Das gab Borex am Montag bekannt.", ("Borex", "gab", "Die Mühle ist zu")),
    ("de", "Die Mühle ist zu. Das sagte Dana Kell.", ("Dana Kell", "sagte", "Die Mühle ist zu")),
    ("fr", "Le moulin est fermé. C'est ce qu'a annoncé Borex lundi.", ("Borex", "a annoncé", "Le moulin est fermé")),
    ("es", "El molino cerró. Así lo anunció Borex el lunes.", ("Borex", "anunció", "El molino cerró")),
    ("it", "Il mulino è chiuso. Lo ha annunciato Borex lunedì.", ("Borex", "ha annunciato", "Il mulino è chiuso")),
    ("pt", "O moinho fechou. É o que afirma a Borex.", ("a Borex", "afirma", "O moinho fechou")),
    ("pl", "Młyn jest zamknięty. Poinformował o tym Borex.", ("Borex", "Poinformował", "Młyn jest zamknięty")),
    ("cs", "Mlýn je zavřený. Uvedla to společnost Borex.", ("Borex", "Uvedla", "Mlýn je zavřený")),
    ("ru", "Мельница закрыта. Сообщила об этом Borex.", ("Borex", "Сообщила", "Мельница закрыта")),
]


@pytest.mark.parametrize(("lang", "text", "expected"), BACK)
def test_a_sentence_that_only_says_who_spoke_tells_the_one_before(lang: str, text: str, expected: Row) -> None:
    assert [row(text, c) for c in read(text, lang).claims] == [expected]


NOT_BACK = [
    ("de", "Das erwartete Mehl ist weg."),
    ("es", "El molino cerró. Lo que dijo Borex es falso."),
]


@pytest.mark.parametrize(("lang", "text"), NOT_BACK)
def test_a_pronoun_that_is_no_object_tells_nothing_of_the_sentence_before(lang: str, text: str) -> None:
    assert read(text, lang).claims == ()


def test_a_quotation_over_paragraphs_without_marks_between_is_direct() -> None:
    text = "«Река чистая.\n\nМы её проверили», — сказал Клим Вяткин."
    (claim,) = read(text, "ru").claims
    assert (claim.kind, row(text, claim)[2]) == ("direct", "Река чистая.\n\nМы её проверили")


def test_a_quotation_goes_on_behind_a_stop_and_a_dash() -> None:
    text = "„Rzeka jest czysta – powiedział Borex. – I nikt jej nie zatruł”."
    assert [row(text, c)[2] for c in read(text, "pl").claims] == ["Rzeka jest czysta … I nikt jej nie zatruł"]


def test_a_list_of_accused_without_end_is_read_to_the_end() -> None:
    (claim,) = read("Борекс и Синдра и " * 1500 + "обвинили в краже.", "ru").claims
    assert claim.source is None


def test_a_last_name_alone_is_the_one_that_was_named_before() -> None:
    text = "Tom Vale and Dana Kell left. Vale said that Kell was ill. Then Kell said it was late."
    assert [c.source.actor for c in read(text, "en").claims if c.source is not None] == ["tom-vale", "dana-kell"]


def test_a_last_word_of_two_names_is_nobodys() -> None:
    text = "North Mills closed and South Mills opened. The owners of Mills said that it was over."
    assert "mills" in {m.actor for m in read(text, "en").mentions}
