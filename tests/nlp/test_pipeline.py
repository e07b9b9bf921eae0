"""Pipelines: blank where nothing else is named, the user's trained model where one is."""

import pickle
import random

import pytest
import spacy
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.util import fix_random_seed

from corpus.errors import InputError
from nlp.annotate import annotate_text
from nlp.layers import text_of
from nlp.pipeline import COMPONENTS, build_pipeline

SENTENCES = [
    ("Quenlow said on Monday that the mill was closed.", "Quenlow"),
    ("On Tuesday Marbeth said that the dam was safe.", "Marbeth"),
    ("The council heard that Torvane said no.", "Torvane"),
    ("Quenlow said that Marbeth was late.", "Quenlow"),
]


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A small pipeline whose entity recogniser was trained on four sentences."""
    fix_random_seed(0)
    random.seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    examples = [Example.from_dict(nlp.make_doc(text), {"entities": entities_in(text)}) for text, _ in SENTENCES]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("model") / "en_small"
    nlp.to_disk(path)
    return path


def entities_in(text):
    names = {name for _, name in SENTENCES}
    return [(text.index(name), text.index(name) + len(name), "ORG") for name in names if name in text]


def test_a_blank_pipeline_ends_in_our_components():
    assert tuple(build_pipeline("zh").pipe_names) == COMPONENTS


def test_a_text_is_kept_with_its_document():
    text = "Two mills closed.\n\n It\u2019s \u2026 over. "
    doc = build_pipeline("en")(text)
    assert text_of(doc) is text
    assert doc.text == text


def test_a_pipeline_is_saved_and_loaded_with_exceptions_of_its_tokenizer(tmp_path):
    nlp = build_pipeline("en")
    nlp.tokenizer.add_special_case("millco", [{"ORTH": "mill"}, {"ORTH": "co"}])
    nlp.tokenizer.url_match = None
    nlp.to_disk(tmp_path)
    for other in (spacy.load(tmp_path), nlp.from_disk(tmp_path)):
        assert [token.text for token in other("millco closed two mills.")[:3]] == ["mill", "co", "closed"]
        assert other.tokenizer.url_match is None
        assert [figure.low for figure in other("It closed two mills.")._.figures] == [2]


def test_a_tokenizer_goes_to_another_process_whole():
    tokenizer = pickle.loads(pickle.dumps(build_pipeline("en").tokenizer))
    assert text_of(tokenizer("Two mills closed.")) == "Two mills closed."


def test_a_trained_pipeline_keeps_its_own_components_before_ours(trained):
    assert tuple(build_pipeline("en", model=str(trained)).pipe_names) == ("ner", *COMPONENTS)


def test_the_entities_of_a_trained_pipeline_become_mentions(trained):
    text = "Marbeth said that the mill was closed."
    with_model = annotate_text(text, "en", model=str(trained)).mentions
    assert [(m.surface, m.actor, m.kind) for m in with_model] == [("Marbeth", "marbeth", "organisation")]
    assert [m.kind for m in annotate_text(text, "en").mentions] != ["organisation"]


def test_a_model_that_is_not_installed_is_an_error():
    with pytest.raises(InputError, match="expected an installed spaCy pipeline"):
        build_pipeline("en", model="en_core_web_nothing")


def test_a_saved_pipeline_reads_the_same(tmp_path):
    nlp = build_pipeline("ru")
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert layers_of(again(TEXT)) == layers_of(nlp(TEXT))


def test_layers_survive_a_docbin():
    nlp = build_pipeline("ru")
    doc = nlp(TEXT)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    assert layers_of(next(DocBin().from_bytes(stored).get_docs(nlp.vocab))) == layers_of(doc)


@pytest.mark.slow
def test_several_processes_read_the_same():
    nlp = build_pipeline("ru")
    texts = [TEXT, "", TEXT * 2]
    found = [layers_of(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=1)]
    assert found == [layers_of(nlp(text)) for text in texts]


TEXT = "Компания «Орвел» заявила, что продала более 16 млн мешков в марте 2031 года."


def layers_of(doc):
    layers = (doc._.sentences, doc._.figures, doc._.mentions, doc._.claims)
    assert not doc.text or all(layers)
    return [tuple(layer) for layer in layers]
