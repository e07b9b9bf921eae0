"""A list of addresses that a user brings: one a line; empty lines and lines that begin with # say nothing."""

from pathlib import Path

from corpus.errors import InputError, sentence

LIST = "(list)"
"""Stands for the outlet of a listed address that belongs to none."""
NO_OWNER = "It stands on a host that no outlet pack of the event names."


def read_urls(path: Path) -> tuple[str, ...]:
    """The addresses of a list in its order, each once.

    Raises:
        InputError: the file is missing, is no UTF-8 text, or holds no address.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as why:
        found, expected = why.strerror or "an error", "a readable file of addresses"
        raise InputError(sentence(str(path), found=found, expected=expected)) from None
    except UnicodeDecodeError:
        raise InputError(sentence(str(path), found="other bytes", expected="UTF-8 text, one address a line")) from None
    urls = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not urls:
        raise InputError(sentence(str(path), found="no address", expected="one address a line"))
    return tuple(dict.fromkeys(urls))
