"""How forms are written in a pack."""


def lowered(form: str) -> str:
    """The form in lower case with as many characters: the dotted capital I becomes one small letter, as in a text."""
    return form.replace("\u0130", "i").lower()
