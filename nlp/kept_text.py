"""A tokenizer that keeps each text with its document, which else is put together from the tokens again."""

from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc

from nlp.layers import TEXT_KEY


class TextKeeper:
    """What another tokenizer makes of a text, with the text where `nlp.layers.text_of` looks for it."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The document of a text."""
        doc = self.tokenizer(text)
        doc.user_data[TEXT_KEY] = text
        return doc

    def __getattr__(self, name: str) -> Any:
        """What else the tokenizer can do: it is saved, loaded and given exceptions as before."""
        if name == "tokenizer" or name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.tokenizer, name)

    def __setattr__(self, name: str, value: Any) -> None:
        """Set the tokenizer, or what it goes by."""
        if name == "tokenizer":
            object.__setattr__(self, name, value)
        else:
            setattr(self.tokenizer, name, value)
