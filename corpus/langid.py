"""Which language a text is in: py3langid over the whole text, narrowed by its script; never asked about snippets."""

from collections.abc import Collection

SCRIPTS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("\u3040", "\u30ff", frozenset({"ja"})),
    ("\uac00", "\ud7af", frozenset({"ko"})),
    ("\u4e00", "\u9fff", frozenset({"zh", "ja"})),
    ("\u0400", "\u04ff", frozenset({"ru", "uk", "bg", "be", "mk", "sr", "kk", "ky", "mn"})),
    ("\u0590", "\u05ff", frozenset({"he"})),
    ("\u0600", "\u06ff", frozenset({"ar", "fa", "ur", "ps", "ug"})),
    ("\u0900", "\u097f", frozenset({"hi", "mr", "ne"})),
)
"""First and last character of a script's block, and the languages the classifier knows that are written in it."""

SHARE_OF_SCRIPT = 0.3
"""A third of the letters decides: Latin names are common in Cyrillic and Chinese news, not the other way round."""

SURE_LETTERS = 25
"""Below about four words the classifier confuses neighbours (German and Afrikaans)."""

OWN_LETTERS: dict[str, str] = {
    "uk": "іїєґ", "be": "ўі", "mk": "ѓќѕџљњј", "sr": "ђћџљњј", "kk": "әғқңөұүһі", "ky": "өүң", "mn": "өү",
}  # fmt: skip
"""Letters of a Cyrillic alphabet of which every sentence or two has one: without any, it is another language."""
NEVER_LETTERS: dict[str, str] = {"bg": "ыэё", "uk": "ыэёъ", "mk": "ыэёщъьюяй", "sr": "ыэёщъьюяй", "ru": "іїєґўђћџљњј"}
"""Letters that an alphabet does not have; a text with a few of them is another language."""
SHARE_OF_FOREIGN = 0.005
"""Names and quotations bring a foreign letter now and then; more than one in two hundred is no accident."""


def identify(text: str, *, among: Collection[str] = ()) -> str | None:
    """The language of a text as a BCP 47 base tag; None where there are no letters to tell from.

    `among` names the languages to prefer where the text is too short for the classifier to be sure.
    """
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return None
    allowed = _by_script(letters)
    if allowed and not allowed.isdisjoint(NEVER_LETTERS):
        allowed = _by_letters("".join(letters).lower(), allowed)
    if len(letters) < SURE_LETTERS:
        allowed = (frozenset(among) & allowed if allowed else frozenset(among)) or allowed
    if allowed and len(allowed) == 1:
        return next(iter(allowed))
    ranked = _ranked(text)
    return next((code for code, _ in ranked if not allowed or code in allowed), ranked[0][0])


def _by_script(letters: list[str]) -> frozenset[str] | None:
    for first, last, languages in SCRIPTS:
        share = sum(first <= c <= last for c in letters) / len(letters)
        if share >= (0.05 if languages == {"ja"} else SHARE_OF_SCRIPT):
            return languages
    return None


def _by_letters(letters: str, allowed: frozenset[str]) -> frozenset[str]:
    """The languages whose alphabet fits the letters; all if none does."""
    fitting = frozenset(
        code
        for code in allowed
        if (code not in OWN_LETTERS or any(c in letters for c in OWN_LETTERS[code]))
        and sum(letters.count(c) for c in NEVER_LETTERS.get(code, "")) <= SHARE_OF_FOREIGN * len(letters)
    )
    return fitting or allowed


def _ranked(text: str) -> list[tuple[str, float]]:
    from py3langid.langid import rank  # half a second and 100 MB: only where a text has to be classified

    ranked: list[tuple[str, float]] = rank(text)
    return ranked
