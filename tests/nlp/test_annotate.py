import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import InputError, PackError
from corpus.ids import article_id, sha256_text
from corpus.store import Corpus
from corpus.tables import ARTICLES, CLAIMS, FIGURES, MENTIONS, REJECTS, Article
from nlp.annotate import annotate_articles, annotate_corpus, annotate_text

TEXTS = {
    "ru": "Мельники продали более 16 млн мешков через 24 тыс. лавок. Об этом заявила компания «Орвел».",
    "en": "Orvel said that rivals copied more than 16 million maps through about 24,000 fake accounts.",
    "zh": "奥维尔公司表示,竞争对手通过约24000个虚假账户复制了超1600万张地图。",
}


def make_article(lang, text, title=None, outlet="gazette"):
    digest = sha256_text(text)
    key = article_id(outlet, None, 1, digest)
    return Article(
        article_id=key, outlet=outlet, lang=lang, title=title, text=text, extractor="test 1", text_sha256=digest
    )


@pytest.mark.parametrize("lang", TEXTS)
def test_the_same_figures_come_out_of_three_languages(lang):
    found = annotate_text(TEXTS[lang], lang)
    assert {16e6, 24e3} <= {f.low for f in found.figures}
    assert [f.comparator for f in found.figures if f.low == 16e6] == ["over"]
    assert found.claims


@pytest.mark.parametrize("lang", TEXTS)
def test_every_span_cuts_out_its_surface(lang):
    text = TEXTS[lang]
    found = annotate_text(text, lang)
    assert all(text[m.start : m.end] == m.surface for m in (*found.mentions, *found.figures))
    assert all(text[s.start : s.end] == s.surface for c in found.claims for s in c.content)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=300), lang=st.sampled_from(sorted(TEXTS)))
def test_no_text_breaks_the_pipeline(text, lang):
    found = annotate_text(text, lang)
    assert all(text[f.start : f.end] == f.surface for f in found.figures)
    assert len({c.claim_id for c in found.claims}) == len(found.claims)


def test_a_text_of_more_than_a_million_characters_is_read():
    text = "The mill stood. " * 70_000 + "It sold 24,000 sacks."
    assert [f.surface for f in annotate_text(text, "en").figures] == ["24,000"]


@pytest.mark.slow
def test_reading_takes_time_in_proportion_to_the_text(grows_linearly):
    sentences = [f"Orvel said that it sold {k} sacks." for k in range(10, 4010)]
    assert grows_linearly(lambda n: annotate_text(" ".join(sentences[:n]), "en"), 1000, times=4)


def test_an_unknown_language_is_an_error_that_lists_the_known_ones():
    with pytest.raises(PackError, match=r"en, .*ru, .*zh"):
        annotate_text("tlhIngan", "tlh")


def test_a_text_without_letters_needs_a_language():
    with pytest.raises(InputError, match="name it with --lang"):
        annotate_text("16 000")


def test_the_stage_writes_tables_and_names_texts_without_a_pack(tmp_path):
    corpus = Corpus(tmp_path)
    articles = [make_article(lang, text, title=text[:20]) for lang, text in TEXTS.items()]
    corpus.write(ARTICLES, [*articles, make_article("tlh", "16 qepmey")])
    annotate_corpus(corpus)
    assert len(corpus.frame(ARTICLES)) == 4
    assert set(corpus.figures.article_id) == {a.article_id for a in articles}
    assert corpus.has(CLAIMS)
    assert corpus.has(MENTIONS)
    rejects = corpus.records(REJECTS)
    assert len(rejects) == 1
    assert rejects[0].stage == "annotate"
    assert "tlh" in rejects[0].reason


def test_the_order_of_articles_does_not_matter(tmp_path):
    articles = [make_article(lang, text) for lang, text in TEXTS.items()]
    one, two = annotate_articles(articles), annotate_articles(articles[::-1])
    assert sorted(map(repr, one.figures)) == sorted(map(repr, two.figures))
    assert sorted(map(repr, one.claims)) == sorted(map(repr, two.claims))


def test_the_stage_run_again_gives_the_same_bytes(tmp_path):
    corpus = Corpus(tmp_path)
    corpus.write(ARTICLES, [make_article(lang, text) for lang, text in TEXTS.items()])
    annotate_corpus(corpus)
    first = {t.name: corpus.files(t)[0].read_bytes() for t in (FIGURES, CLAIMS, MENTIONS)}
    annotate_corpus(corpus)
    assert {t.name: corpus.files(t)[0].read_bytes() for t in (FIGURES, CLAIMS, MENTIONS)} == first


def test_any_spacy_user_can_add_the_components():
    code = (
        "import spacy\nnlp = spacy.blank('en')\nnlp.add_pipe('parallax_figures')\n"
        "doc = nlp('They sold 24,000 sacks.')\nprint(doc._.figures[0].low, doc.spans['parallax_figures'][0])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stdout.split() == ["24000", "24,000"], run.stderr
