"""All case and number forms of single words, where a morphology knows them."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from tools.packs.cldr import unique

_KINDS = ("NOUN", "NUMR", "ADJF")


@cache
def _analyzer(code: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=code)


def inflected(forms: Iterable[str], code: str, morphology: str | None) -> list[str]:
    """The forms, and behind them the rest of their lexemes; the forms alone where the pack names no morphology."""
    own = list(forms)
    if morphology is None:
        return unique(own)
    return unique([*own, *(other for form in own for other in _lexeme(form, code))])


def _lexeme(form: str, code: str) -> list[str]:
    if not form.isalpha() or len(form) < 3:
        return []
    parses = [p for p in _analyzer(code).parse(form) if p.tag.POS in _KINDS and p.is_known]
    best = next((p for p in parses if p.tag.POS == "NUMR"), parses[0] if parses else None)
    return [other.word for other in best.lexeme] if best else []
