"""Claims where the Doc has a dependency parse: Docs made by hand, in several languages and schemes of labels."""

from functools import cache

import pytest
from spacy.tokens import Doc

from nlp.parse import parse_labels, parse_of
from nlp.pipeline import build_pipeline

pipeline = cache(build_pipeline)


def parsed(lang, notation, *, blank=False):
    """The Doc of `word/label/head`, read; heads count from one, 0 is a root.

    A ~ stands where no space follows; `blank` leaves out the parse.
    """
    items = [item.removesuffix("~").rsplit("/", 2) for item in notation.split()]
    heads = [at if head == "0" else int(head) - 1 for at, (_, _, head) in enumerate(items)]
    parse = {} if blank else {"heads": heads, "deps": [label for _, label, _ in items]}
    spaces = [not item.endswith("~") for item in notation.split()]
    nlp = pipeline(lang)
    return nlp(Doc(nlp.vocab, words=[word for word, _, _ in items], spaces=spaces, **parse))


def rows(doc):
    """Source, content and rule of each claim."""
    text = doc.text
    return [
        (
            text[c.source.start : c.source.end] if c.source else None,
            " | ".join(text[p.start : p.end] for p in c.content),
            c.rule,
        )
        for c in doc._.claims
        if c.cue is not None
    ]


ENDS = {
    "en": (
        "Ada/compound/2 Vell/nsubj/3 said/ROOT/0 that/mark/6 the/det/6 mill/nsubj/7 closed/ccomp/3 and/cc/3 the/det/10 "
        "council/nsubj/11 left/conj/3~ ./punct/3",
        ("Ada Vell", "the mill closed and the council left", "that"),
        ("Ada Vell", "the mill closed", "that+parse"),
    ),
    "ru": (
        "Мэр/nsubj/2 сообщил/ROOT/0~ ,/punct/6 что/mark/6 цех/nsubj/6 закрыт/ccomp/2~ ,/punct/9 а/cc/9 "
        "рабочие/nsubj/10 ушли/conj/2~ ./punct/2",
        ("Мэр", "цех закрыт, а рабочие ушли", "that"),
        ("Мэр", "цех закрыт", "that+parse"),
    ),
    "fr": (
        "La/det/2 maire/nsubj/3 dit/ROOT/0 que/mark/7 le/det/6 moulin/nsubj/7 ferme/ccomp/3~ ,/punct/9 et/cc/9 "
        "part/conj/3~ ./punct/3",
        ("La maire", "le moulin ferme, et part", "that"),
        ("La maire", "le moulin ferme", "that+parse"),
    ),
    "de": (
        "Die/nk/2 Sprecherin/sb/3 sagte/ROOT/0~ ,/punct/3 die/nk/6 Mühle/sb/7 schließe/oc/3~ ,/punct/3 und/cd/3 "
        "ging/cj/9~ ./punct/3",
        ("Die Sprecherin", "die Mühle schließe, und ging", "told"),
        ("Die Sprecherin", "die Mühle schließe", "told+parse"),
    ),
    "zh": (
        "市长/nsubj/3~ 昨天/nmod:tmod/3~ 表示/ROOT/0~ ，/punct/3~ 工厂/nsubj/7~ 已经/advmod/7~ 关闭/ccomp/3~ "
        "，/punct/3~ 工人/nsubj/10~ 离开/conj/3~ 。/punct/3~",
        ("市长", "工厂已经关闭，工人离开", "bare"),
        ("市长", "工厂已经关闭", "bare+parse"),
    ),
}
"""By language: a parse, the claim without it, the claim with it."""


@pytest.mark.parametrize("lang", ENDS)
def test_a_content_ends_with_its_clause(lang):
    notation, before, after = ENDS[lang]
    assert rows(parsed(lang, notation, blank=True)) == [before]
    assert rows(parsed(lang, notation)) == [after]


SUBJECTS = [
    (
        "en",
        "A/det/2 report/nsubj/13 on/prep/2 the/det/5 dam/pobj/3 that/nsubj/7 stood/relcl/2 near/prep/7 the/det/10 "
        "town/pobj/8 of/prep/10 Orvel/pobj/11 said/ROOT/0 the/det/15 wall/nsubj/16 leaks/ccomp/13~ ./punct/13",
        ("A report on the dam", "the wall leaks", "bare+parse"),
    ),
    (
        "en",
        "Guards/nsubj/12 of/prep/1 the/det/4 mill/pobj/2 ,/punct/12 whom/dobj/9 the/det/8 council/nsubj/9 "
        "hired/relcl/1 in/prep/9 May/pobj/10 said/ROOT/0 nothing/nsubj/14 burns/ccomp/12~ ./punct/12",
        ("Guards of the mill", "nothing burns", "post+parse"),
    ),
    (
        "en",
        "The/det/2 mill/nsubj/4 was/auxpass/4 closed/ccomp/12~ ,/punct/12 the/det/7 guards/nsubj/12 hired/acl/7 "
        "in/prep/8 May/pobj/9 quietly/advmod/12 said/ROOT/0~ ./punct/12",
        ("the guards", "The mill was closed", "post+parse"),
    ),
]
"""Parses whose subject stands far from the cue, or has a clause of its own, and the claim."""


@pytest.mark.parametrize(("lang", "notation", "expected"), SUBJECTS)
def test_a_source_is_the_subject_of_the_cue(lang, notation, expected):
    assert expected not in rows(parsed(lang, notation, blank=True))
    assert expected in rows(parsed(lang, notation))


@pytest.mark.parametrize(
    ("lang", "notation", "source"),
    [
        (
            "en",
            "Vell/nsubj/10~ ,/punct/1 the/det/4 mayor/appos/1 of/prep/4 Orvel/pobj/5~ ,/punct/1 has/aux/10 "
            "repeatedly/advmod/10 said/ROOT/0 that/mark/14 the/det/13 mill/nsubj/14 closed/ccomp/10~ ./punct/10",
            "Vell",
        ),
        (
            "en",
            "The/det/2 mayor/nsubj/7~ ,/punct/2 Ada/compound/5 Vell/appos/2~ ,/punct/2 said/ROOT/0 that/mark/10 "
            "mills/nsubj/10 closed/ccomp/7~ ./punct/7",
            "Ada Vell",
        ),
        (
            "ru",
            "Директор/nsubj/8 завода/nmod/1~ ,/punct/4 построенного/acl/1 в/case/6 Орвеле/obl/4~ ,/punct/4 "
            "сообщил/ROOT/0~ ,/punct/12 что/mark/12 цех/nsubj/12 закрыт/ccomp/8~ ./punct/8",
            "Директор завода",
        ),
        (
            "fr",
            "La/det/2 maire/nsubj/7~ ,/punct/4 Ada/appos/2 Vell/flat:name/4~ ,/punct/4 dit/ROOT/0 que/mark/11 "
            "le/det/10 moulin/nsubj/11 ferme/ccomp/7~ ./punct/7",
            "Ada Vell",
        ),
        (
            "de",
            "Die/nk/2 Sprecherin/sb/8~ ,/punct/2 die/sb/7 in/mo/7 Orvel/nk/5 wohnt/rc/2~ ,/punct/2 sagte/ROOT/0~  "
            ",/punct/9 dass/cp/14 die/nk/13 Mühle/sb/14 schließe/oc/9~ ./punct/9",
            "Die Sprecherin",
        ),
    ],
)
def test_what_is_said_of_a_speaker_is_left_out_and_a_name_preferred(lang, notation, source):
    assert [row[0] for row in rows(parsed(lang, notation))] == [source]


FOUND = [
    (
        "en",
        "Ada/compound/2 Vell/nsubj/3 said/ROOT/0 in/prep/3 her/poss/6 letter/pobj/4 the/det/8 dam/nsubj/9 "
        "leaks/ccomp/3~ ./punct/3",
        ("Ada Vell", "the dam leaks", "parse"),
    ),
    (
        "ru",
        "Мэр/nsubj/2 сообщил/ROOT/0 в/case/4 четверг/obl/2 цех/nsubj/6 закрыт/ccomp/2~ ./punct/2",
        ("Мэр", "цех закрыт", "parse"),
    ),
]


@pytest.mark.parametrize(("lang", "notation", "expected"), FOUND)
def test_a_cue_with_subject_and_clause_that_no_rule_reads_is_a_claim(lang, notation, expected):
    assert rows(parsed(lang, notation, blank=True)) == []
    assert rows(parsed(lang, notation)) == [expected]


@pytest.mark.parametrize(
    ("label_of_subject", "label_of_clause"),
    [("dep", "ccomp"), ("nsubj", "advcl"), ("nsubjpass", "ccomp"), ("nsubj", "xcomp")],
)
def test_without_subject_or_clause_the_parse_finds_nothing(label_of_subject, label_of_clause):
    notation = FOUND[0][1].replace("nsubj/3", f"{label_of_subject}/3").replace("ccomp", label_of_clause)
    assert rows(parsed("en", notation)) == []


def test_a_cue_without_a_subject_keeps_the_source_of_the_rules():
    notation = ENDS["en"][0].replace("Vell/nsubj/3", "Vell/dep/3")
    assert rows(parsed("en", notation)) == [("Ada Vell", "the mill closed", "that+parse")]


def test_a_cue_without_a_clause_keeps_the_content_of_the_rules():
    notation = ENDS["en"][0].replace("closed/ccomp", "closed/dep")
    assert rows(parsed("en", notation)) == [ENDS["en"][1]]


@pytest.mark.parametrize("label", ["advcl", "dep"])
def test_a_content_is_not_cut_within_its_clause(label):
    notation = (
        "Ada/compound/2 Vell/nsubj/3 said/ROOT/0 that/mark/7 the/det/6 report/nsubj/7 hints/ccomp/3 that/mark/10 "
        f"dams/nsubj/10 leak/{label}/3~ ./punct/3"
    )
    assert rows(parsed("en", notation))[0] == ("Ada Vell", "the report hints that dams leak", "that")


def test_a_content_does_not_go_on_over_a_cue_that_takes_over():
    notation = (
        "Ada/compound/2 Vell/nsubj/3 said/ROOT/0 dams/nsubj/5 leak/ccomp/3~ ,/punct/5 and/cc/5 added/conj/5 "
        "that/mark/11 mills/nsubj/11 burn/ccomp/8~ ./punct/3"
    )
    assert [row[1] for row in rows(parsed("en", notation))] == ["dams leak", "mills burn"]


def test_of_two_subjects_the_nearest_speaks():
    notation = (
        "More/nsubj/9 than/case/3 mills/nmod/1~ ,/punct/9 the/det/8 old/amod/8 town/compound/8 mayor/nsubj/9 "
        "said/ROOT/0 dams/nsubj/11 leak/ccomp/9~ ./punct/9"
    )
    assert [row[0].split()[-1] for row in rows(parsed("en", notation))] == ["mayor"]


def test_the_antecedent_of_a_relative_pronoun_speaks_without_its_preposition():
    notation = (
        "It/nsubj/2 stood/ROOT/0 in/case/5 a/det/5 letter/nmod/2 from/case/7 guards/nmod/5 that/nsubj/10 "
        "quietly/advmod/10 said/acl:relcl/5 dams/nsubj/12 leak/ccomp/10~ ./punct/2"
    )
    assert ("a letter from guards", "dams leak", "bare+parse") in rows(parsed("en", notation))


def test_the_writer_is_no_source():
    assert rows(parsed("en", "we/nsubj/2 said/ROOT/0 dams/nsubj/4 leak/ccomp/2~ ./punct/2")) == []


def test_an_infinitive_is_the_clause_of_a_cue_that_may_govern_one():
    notation = "Ada/nsubj/3 Vell/flat:name/1 affirme/ROOT/0 avoir/aux/5 vendu/xcomp/3 le/det/7 moulin/obj/5~ ./punct/3"
    assert rows(parsed("fr", notation)) == [("Ada Vell", "avoir vendu le moulin", "infinitive")]
    longer = notation.replace("~ ./punct/3", "~ ,/punct/9 et/cc/9 part/conj/3~ ./punct/3")
    assert rows(parsed("fr", longer)) == [("Ada Vell", "avoir vendu le moulin", "infinitive+parse")]


@pytest.mark.parametrize(
    ("lang", "notation", "expected"),
    [
        (
            "en",
            "Ada/compound/2 Vell/nsubj/3 toured/ROOT/0 the/det/5 mill/dobj/3 on/prep/3 Monday/pobj/6~ ,/punct/3 "
            "met/conj/3 its/poss/11 guards/dobj/9 and/cc/9 said/conj/9 on/prep/13 the/det/16 way/pobj/14 "
            "dams/nsubj/18 leak/ccomp/13~ ./punct/3",
            ("Ada Vell", "dams leak", "parse"),
        ),
        (
            "ru",
            "Мэр/nsubj/2 приехал/ROOT/0 в/case/4 Орвел/obl/2~ ,/punct/6 осмотрел/conj/2 цех/obj/6 и/cc/9 "
            "сообщил/conj/2 на/case/11 выезде/obl/9~ ,/punct/14 что/mark/14 закрывает/ccomp/9 его/obj/14~ ./punct/2",
            ("Мэр", "закрывает его", "that+parse"),
        ),
    ],
)
def test_predicates_that_are_joined_share_their_subject(lang, notation, expected):
    assert rows(parsed(lang, notation)) == [expected]


def test_the_content_of_a_quotation_stays_as_the_rules_have_it():
    notation = (
        "“/punct/5~ Mills/nsubj/5 and/cc/2 dams/conj/2 close/ccomp/9~ ,/punct/9~ ”/punct/9 Ada/compound/8 said/ROOT/0 "
        "on/prep/9 Monday/pobj/10~ ./punct/9"
    )
    assert [c[1] for c in rows(parsed("en", notation))] == [c[1] for c in rows(parsed("en", notation, blank=True))]


def as_roots(notation):
    return " ".join(f"{i.removesuffix('~').rsplit('/', 2)[0]}/dep/0" + "~" * i.endswith("~") for i in notation.split())


@pytest.mark.parametrize("lang", ENDS)
def test_a_parse_in_which_every_token_is_a_root_changes_nothing(lang):
    notation, before, _ = ENDS[lang]
    broken = parsed(lang, as_roots(notation))
    assert parse_of(broken) is not None
    assert rows(broken) == [before]


@pytest.mark.parametrize(
    "notation",
    [
        "Vell/ccomp/2 said/ROOT/0 that/nsubj/2 mills/nsubj/2 close/ccomp/2 and/cc/5 burn/conj/5~ ./punct/2",
        "Vell/nsubj/5 said/mark/5 that/mark/5 mills/dep/5 close/ROOT/0 and/cc/5 burn/conj/5~ ./punct/5",
        "Vell/dep/2 said/nsubj/4 that/ccomp/2 mills/ROOT/0 close/nsubj/2 and/cc/5 burn/conj/5~ ./nsubj/2",
        "Vell/nsubj/2 said/ccomp/5 that/mark/2 mills/ccomp/2 close/ROOT/0 and/cc/5 burn/conj/5~ ./ccomp/2",
    ],
)
def test_wrong_heads_do_no_harm_where_they_make_no_sense(notation):
    doc = parsed("en", notation)
    assert [row[0] for row in rows(doc)] == ["Vell"]
    assert all(p.start < p.end for c in doc._.claims for p in c.content)


def test_offsets_count_characters_beyond_the_basic_plane():
    notation = (
        "😀/punct/4~ Ada/compound/3 Vell/nsubj/4 said/ROOT/0 dams/nsubj/6 leak/ccomp/4 and/cc/4 left/conj/4~ ./punct/4"
    )
    assert rows(parsed("en", notation)) == [("Ada Vell", "dams leak", "bare+parse")]


def test_tokens_that_are_not_ours_are_widened_to_words():
    notation = "Ada/compound/2 Vell/nsubj/3 said/ROOT/0 dam/nsubj/7~ -/punct/6~ wall/compound/4 leak/ccomp/3~ ./punct/3"
    assert [row[:2] for row in rows(parsed("en", notation))] == [("Ada Vell", "dam-wall leak")]
    glued = "市长昨天/nsubj/2~ 表示，/ROOT/0~ 工厂已经/nsubj/4~ 关闭，/ccomp/2~ 工人离开。/conj/2~"
    assert [row[1] for row in rows(parsed("zh", glued))] == ["工厂已经关闭"]


def test_without_a_parse_nothing_is_looked_at():
    nlp = pipeline("en")
    assert parse_of(nlp("Ada Vell said that mills close.")) is None
    assert parse_of(nlp.make_doc("")) is None or not parse_of(nlp.make_doc("")).heads


def test_a_long_chain_of_cues_is_read():
    said = " ".join(f"Ada/nsubj/{2 * n + 2} said/ccomp/{2 * n}" for n in range(1, 1500))
    doc = parsed("en", f"Vell/nsubj/2 said/ROOT/0 {said}")
    assert all(0 <= p.start < p.end <= len(doc.text) for c in doc._.claims for p in c.content)


def test_no_label_means_two_things():
    labels = parse_labels()
    groups = [labels.subjects, labels.clauses, labels.infinitives, labels.markers, labels.relatives, labels.joined]
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
