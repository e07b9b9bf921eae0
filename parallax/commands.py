"""What all commands share: the group, its errors, how arguments are read and sentences written."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from corpus.errors import InputError, ParallaxError, sentence
from parallax.house import check_house

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)


class House(click.Group):
    """A command group that prints Parallax's own errors as one sentence and exits with 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            check_house()
            return super().invoke(ctx)
        except ParallaxError as why:
            click.echo(f"parallax: {why}", err=True)
            ctx.exit(2)


def example(text: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command of the group whose help ends in an example."""
    return lambda function: main.command(epilog=f"Example: {text}")(function)


@click.group(cls=House, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="parallax-news", prog_name="parallax")
def main() -> None:
    """One news event from every outlet's point of view.

    \b
    event.toml -> collect (or import) -> annotate -> compare -> report
    """


def trained(pair: str) -> tuple[str, str]:
    """Language and name of a `--model LANG=NAME`; raises InputError where it is none."""
    lang, equals, name = pair.partition("=")
    if not (lang and equals and name):
        raise InputError(sentence("--model", found=pair, expected="LANG=NAME such as ru=ru_core_news_sm"))
    return lang, name


def say(lines: Iterable[str], *, err: bool = False) -> None:
    """Print lines, to standard error where `err`."""
    for line in lines:
        click.echo(line, err=err)


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON; raises InputError where the file cannot be written."""
    try:
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as why:
        raise InputError(sentence(str(path), found=why.strerror or "an error", expected="a writable file")) from None
