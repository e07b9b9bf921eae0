"""The pages of two public sets with their gold, as answers of the archive; the sets are not ours and stay outside."""

import gzip
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawl.archive import Exchange


@dataclass(frozen=True)
class Gold:
    """One page with what is known of it; `neutral` (summary, title) neither counts nor is missed in a body."""

    name: str
    exchange: Exchange
    body: str
    half: str = ""
    neutral: str = ""
    title: str | None = None
    published: datetime | None = None
    authors: Sequence[str] = ()


def aeb(folder: Path) -> list[Gold]:
    """The pages of the article extraction benchmark."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        Gold(key, _exchange(folder / "html" / f"{key}.html.gz", row.get("url"), None), row["articleBody"])
        for key, row in sorted(truth.items())
    ]


def fundus(folder: Path) -> list[Gold]:
    """The pages of the fundus fixtures that have a gold body."""
    pages = []
    for info in sorted(folder.glob("*/meta.info")):
        meta = json.loads(info.read_text(encoding="utf-8"))
        for path in sorted(info.parent.glob("*.json")):
            versions = json.loads(path.read_text(encoding="utf-8"))
            names = re.compile(re.escape(path.stem) + r"_\d{4}_\d{2}_\d{2}\.html\.gz")
            files = sorted(name for name in meta if names.fullmatch(name) and (info.parent / name).exists())
            for key, name in _pairs(versions, files, info.parent).items():
                pages.append(_fundus_page(path, key, versions[key], info.parent / name, meta[name]))
    return pages


def _pairs(versions: Mapping[str, Any], files: Sequence[str], folder: Path) -> dict[str, str]:
    """Which file each gold version describes: in order, or, where there are more files, the one with its words."""
    if len(versions) == len(files):
        return dict(zip(sorted(versions), files, strict=True))
    texts = {name: gzip.decompress((folder / name).read_bytes()).decode("utf-8", "replace") for name in files}
    words = {key: [w for w in _body(gold).split() if len(w) > 5][:400] for key, gold in versions.items()}
    return {key: max(files, key=lambda name: sum(w in texts[name] for w in words[key])) for key in versions}


def _fundus_page(path: Path, key: str, gold: Mapping[str, Any], file: Path, meta: Mapping[str, str]) -> Gold:
    is_even = int(hashlib.sha256(path.stem.encode()).hexdigest(), 16) % 2 == 0
    told = gold.get("publishing_date")
    return Gold(
        name=f"{path.parent.name}/{path.stem}/{key}",
        exchange=_exchange(file, meta["url"], meta["crawl_date"]),
        body=_body(gold),
        half="even" if is_even else "odd",
        neutral="\n".join([*gold["body"]["summary"], gold.get("title") or ""]),
        title=gold.get("title"),
        published=datetime.fromisoformat(told) if told else None,
        authors=gold.get("authors") or (),
    )


def _body(gold: Mapping[str, Any]) -> str:
    return "\n".join(line for part in gold["body"]["sections"] for line in (*part["headline"], *part["paragraphs"]))


def _exchange(file: Path, url: str | None, fetched: str | None) -> Exchange:
    at = datetime.fromisoformat(fetched).replace(tzinfo=UTC) if fetched else datetime(2020, 6, 1, tzinfo=UTC)
    body = gzip.decompress(file.read_bytes())
    return Exchange(url=url or "http://any.example/", status=200, headers={}, body=body, fetched_at=at, ref="", note={})
