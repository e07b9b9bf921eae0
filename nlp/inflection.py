"""The forms of verbs, from tables that a pack gives where no morphology knows its language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.sections.attributions import Irregular, Paradigm


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a verb."""

    finite: tuple[str, ...]
    gerund: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()


class Inflection:
    """Verbs listed and paradigms for all others, tried in order."""

    def __init__(self, irregular: Sequence[Irregular], paradigms: Sequence[Paradigm]) -> None:
        self._irregular = {i.lemma: i for i in irregular}
        self._paradigms = [(re.compile(f"(?:{p.ends})$"), tuple(p.starts), p) for p in paradigms]

    def forms(self, lemma: str) -> Forms:
        """The forms of a base form; the word alone where no paradigm fits."""
        known = self._irregular.get(lemma)
        if known is not None:
            return Forms(tuple(known.finite), tuple(known.gerund), tuple(known.participle))
        for ends, starts, paradigm in self._paradigms:
            m = ends.search(lemma)
            if m is not None and (not starts or lemma.startswith(starts)):
                return _replaced(lemma[: m.start()], paradigm)
        return Forms((lemma,))


def _replaced(stem: str, paradigm: Paradigm) -> Forms:
    led = paradigm.participle_prefix + stem
    return Forms(
        tuple(stem + e for e in paradigm.finite),
        tuple(stem + e for e in paradigm.gerund),
        tuple(led + e for e in paradigm.participle),
    )
