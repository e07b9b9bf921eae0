"""Words of packs in both writings of the apostrophe: a text may have either, its characters are never changed."""

from typing import Annotated

from pydantic import AfterValidator


def both_apostrophes(words: list[str]) -> list[str]:
    """The words, and those with an apostrophe in its curved form as well."""
    return list(dict.fromkeys(form for word in words for form in (word, word.replace("'", "’"))))


Words = Annotated[list[str], AfterValidator(both_apostrophes)]
"""A field of a pack that is compared with words of a text as they stand."""
