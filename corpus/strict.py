"""TOML files read into strict models: an unknown key, a wrong type or a missing key is one clear sentence."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import ParallaxError, nearest, sentence


class Strict(BaseModel):
    """The base of every pack and event model: frozen, and closed to unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


M = TypeVar("M", bound=BaseModel)


def load_toml(path: Path, model: type[M], error: type[ParallaxError]) -> M:
    """The file as a checked model.

    Raises:
        error: the file is missing, is no UTF-8 TOML, or breaks the model; the sentence names file and key.
    """
    return check_toml(path, read_toml(path, error), model, error)


def read_toml(path: Path, error: type[ParallaxError]) -> dict[str, Any]:
    """The file as plain tables; raises `error` where it is missing or is no UTF-8 TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise error(sentence(str(path), found="no such file", expected="a TOML file", todo="check the path")) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as why:
        raise error(sentence(str(path), found=f"unreadable TOML ({why})", expected="a UTF-8 TOML file")) from None


def check_toml(path: Path, data: dict[str, Any], model: type[M], error: type[ParallaxError]) -> M:
    """Tables that were read from a file as a checked model; raises `error` with the file and the key."""
    try:
        return model.model_validate(data)
    except ValidationError as why:
        raise error(explain(path, model, why)) from None


def explain(path: Path, model: type[BaseModel], why: ValidationError) -> str:
    """The first problem of a failed validation, as a sentence with file, key, found, expected."""
    problems = why.errors(include_url=False)
    first = next((p for p in problems if p["type"] == "extra_forbidden"), problems[0])  # a misspelt key explains more
    keys = [str(part) for part in first["loc"]]
    where = f"{path}, {'.'.join(keys) or 'the file'}"
    if first["type"] == "extra_forbidden":
        known = _fields_at(model, keys[:-1])
        return sentence(
            where,
            found=f'the unknown key "{keys[-1]}"',
            expected="a known key",
            todo=nearest(keys[-1], known),
        )
    if first["type"] == "missing":
        return sentence(where, found="nothing", expected=f'the key "{keys[-1]}"', todo="add it")
    shown = repr(first.get("input"))
    return sentence(where, found=shown if len(shown) < 80 else shown[:77] + "...", expected=_expectation(first))


def _expectation(problem: Any) -> str:
    message = str(problem["msg"])
    for lead in ("Input should be ", "Value error, "):
        message = message.removeprefix(lead)
    return message.rstrip(".")


def _fields_at(model: type[BaseModel], keys: list[str]) -> list[str]:
    """The keys known at a place inside nested models; list positions and free keys are passed over."""
    current: type[BaseModel] = model
    for key in keys:
        field = current.model_fields.get(key)
        inner = field and _model_in(field.annotation)
        current = inner or current
    return list(current.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
