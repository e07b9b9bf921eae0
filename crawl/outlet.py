"""Outlet packs: one TOML per outlet says who it is, where it announces its articles and how it credits others."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from corpus.errors import PackError, nearest, sentence
from corpus.event import Event, Id
from corpus.strict import Strict, load_toml
from crawl.furniture_pack import Expressions

PACKS = Path(__file__).parent / "outlets"


def _web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("an address that begins with http:// or https://")
    return url


def _template(url: str) -> str:
    if "{term}" not in url:
        raise ValueError('an address with "{term}" where the words to search for stand')
    return _web_address(url)


Address = Annotated[str, AfterValidator(_web_address)]
Host = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
Lang = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class Selectors(Strict):
    """CSS selectors for an outlet's pages, only where the general extraction is known to fail."""

    title: str | None = None
    body: str | None = None
    drop: list[str] = []


class Outlet(Strict):
    """One outlet; it has at least one place where it announces its articles. docs/how-to-add-an-outlet.md explains all.

    Attributes:
        owner: who owns it, as far as it is publicly known.
        feeds: RSS, Atom or JSON feeds.
        sitemaps: sitemaps and news sitemaps; where it is the site's robots.txt, its Sitemap lines count.
        sections: pages with links to articles.
        search: the address of the site's own search, with "{term}" where an event's terms stand.
        articles: regular expressions for path and query of its articles' addresses, to tell them among a page's links;
            without any, dates, numbers and slugs tell them.
        hosts: further hosts that its articles stand on; the home page's host and its subdomains need no mention.
        feed_hosts: further hosts that only its feeds and sitemaps stand on.
        example: the address of one of its articles; `parallax outlets --check` asks whether it still stands there.
        checked: true once a person saw the addresses work on the live site.

    The phrases are added to those of the page's language.
    """

    id: Id
    name: str
    home: Address
    country: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    languages: Annotated[list[Lang], Field(min_length=1)]
    kind: Literal["outlet", "wire", "aggregator", "primary"] = "outlet"
    owner: str | None = None
    sitemaps: list[Address] = []
    sections: list[Address] = []
    search: Annotated[str, AfterValidator(_template)] | None = None
    feeds: list[Address] = Field(default=[], validate_default=True)
    articles: Expressions = []
    hosts: list[Host] = []
    feed_hosts: list[Host] = []
    selectors: Selectors = Selectors()
    credit_phrases: list[str] = []
    cut_phrases: list[str] = []
    furniture_phrases: list[str] = []
    example: Address | None = None
    checked: bool = False

    @field_validator("feeds")
    @classmethod
    def _has_a_source(cls, feeds: list[str], info: ValidationInfo) -> list[str]:
        others = [info.data.get(name, True) for name in ("sitemaps", "sections", "search")]
        if not feeds and not any(others):
            expected = 'an address under "feeds" or "sitemaps" (or "sections", or "search")'
            raise ValueError(f"{expected}, because an outlet pack needs a source")
        return feeds

    @field_validator("example")
    @classmethod
    def _is_its_own(cls, example: str | None, info: ValidationInfo) -> str | None:
        hosts = _own_hosts(info.data.get("home", ""), info.data.get("hosts", []))
        if example is not None and not _stands_on(example, hosts):
            raise ValueError(f"an address on {' or '.join(hosts)}")
        return example

    @property
    def own_hosts(self) -> tuple[str, ...]:
        """The hosts of its articles, without "www."; their subdomains count as well."""
        return _own_hosts(self.home, self.hosts)

    def owns(self, url: str) -> bool:
        """Whether the address stands on one of the outlet's own hosts."""
        return _stands_on(url, self.own_hosts)


def _own_hosts(home: str, others: Iterable[str]) -> tuple[str, ...]:
    return (urlsplit(home).hostname or "").removeprefix("www."), *others


def _stands_on(url: str, hosts: Iterable[str]) -> bool:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return any(host == own or host.endswith("." + own) for own in hosts)


def load_outlet(path: Path) -> Outlet:
    """The pack in a TOML file that is named after the outlet's id; raises PackError with file and key."""
    outlet = load_toml(path, Outlet, PackError)
    if outlet.id != path.stem:
        raise PackError(
            sentence(f"{path}, id", found=f'"{outlet.id}"', expected=f'"{path.stem}"', todo="rename the file or the id")
        )
    return outlet


def load_outlets(*folders: Path) -> dict[str, Outlet]:
    """The packs of these folders by id (ours, if none is named); a later folder's pack replaces an earlier one's."""
    return {path.stem: load_outlet(path) for path in pack_files(*folders).values()}


def pack_files(*folders: Path) -> dict[str, Path]:
    """The pack files by outlet id, as `load_outlets` takes them; raises PackError where a folder is missing."""
    files: dict[str, Path] = {}
    for folder in folders or (PACKS,):
        if not folder.is_dir():
            raise PackError(sentence(str(folder), found="no such folder", expected="a folder of outlet packs"))
        files |= {path.stem: path for path in sorted(folder.glob("*.toml"))}
    return files


def chosen(packs: Mapping[str, Outlet], names: Sequence[str]) -> Mapping[str, Outlet]:
    """The packs of these names, all where none is named; raises PackError for a name that no pack has."""
    for name in names:
        if name not in packs:
            expected = "an outlet that has a pack"
            raise PackError(sentence("outlets", found=f'"{name}"', expected=expected, todo=nearest(name, packs)))
    return {name: packs[name] for name in names or packs}


def packs_of(event: Event, folders: Sequence[Path], *, where: str) -> dict[str, Path]:
    """The pack files of the outlets that an event names.

    Raises:
        PackError: any pack of the folders cannot be used, or the event names no outlet, or one without a pack.
    """
    load_outlets(*folders)
    known = pack_files(*folders)
    if not event.outlets:
        expected = "the ids of the outlets to collect from"
        raise PackError(
            sentence(f"{where}, outlets", found="none", expected=expected, todo=f"known: {', '.join(known)}")
        )
    for name in event.outlets:
        if name not in known:
            raise PackError(
                sentence(
                    f"{where}, outlets",
                    found=f'"{name}"',
                    expected="an outlet that has a pack",
                    todo=nearest(name, known),
                )
            )
    return {name: known[name] for name in event.outlets}
