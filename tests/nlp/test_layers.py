import spacy

from nlp.layers import text_of


def test_the_text_is_kept_with_the_document() -> None:
    doc = spacy.blank("en")("The mill sold 18 sacks. \n\nNobody asked. ")
    assert text_of(doc) == doc.text
    assert text_of(doc) is text_of(doc)


def test_a_copied_part_has_its_own_text() -> None:
    doc = spacy.blank("en")("The mill sold 18 sacks.")
    text_of(doc)
    part = doc[1:4].as_doc(copy_user_data=True)
    assert text_of(part) == part.text


def test_an_empty_document_has_an_empty_text() -> None:
    assert text_of(spacy.blank("en")("")) == ""
