"""`parallax read`: one text as the JSON object that scripts rely on, or many, one object a line."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.errors import InputError, ParallaxError, sentence
from corpus.tables import Claim, Figure, LoadedWord, Mention
from nlp.annotate import Annotations, annotate_text
from nlp.language import load_language, recognise

LINE_KEYS = {"id", "text", "language"}


def read_text(text: str, lang: str | None = None, *, event: Path | None = None) -> dict[str, Any]:
    """What is read in a text, as plain data; offsets are code points of the text as given."""
    language = load_language(lang or recognise(text))
    return {"language": language.code, **as_object(annotate_text(text, language.code, event=event))}


def as_object(found: Annotations) -> dict[str, Any]:
    """The rows of one text as the JSON object of the command `read` (keys may be added, these are fixed)."""
    numbers = {claim.claim_id: n for n, claim in enumerate(found.claims)}
    return {
        "figures": [_figure(f) for f in found.figures],
        "claims": [_claim(c, numbers, found.figures) for c in found.claims],
        "mentions": [_mention(m) for m in found.mentions],
        "wording": [_word(w, numbers) for w in found.wording],
    }


def _figure(f: Figure) -> dict[str, Any]:
    return {
        **_place(f.start, f.end, f.surface),
        "low": f.low,
        "high": f.high,
        "comparator": f.comparator,
        "is_vague": f.is_vague,
        "emphasis": f.emphasis,
        "trend": f.trend,
        "precision": f.precision,
        "kind": f.kind,
        "unit": f.unit,
        "concept": f.concept,
        "counted": _counted(f),
        "actor": f.actor,
        "source": f.source,
        "iso": f.iso,
    }


def _counted(f: Figure) -> dict[str, Any] | None:
    if f.counted_start is None:
        return None
    return {**_place(f.counted_start, f.counted_end, f.counted_surface), "lemma": f.counted_lemma}


def _claim(c: Claim, numbers: dict[str, int], figures: list[Figure]) -> dict[str, Any]:
    source = {"actor": c.source, "resolved_by": c.source_resolved_by}
    return {
        "source": None if c.source_start is None else _place(c.source_start, c.source_end, c.source_surface) | source,
        "cue": None if c.cue_start is None else _place(c.cue_start, c.cue_end, c.cue_surface) | {"class": c.cue_class},
        "content": [_place(s.start, s.end, s.surface) for s in c.content],
        "kind": c.kind,
        "type": c.type,
        "targets": c.targets,
        "hedges": [_place(h.start, h.end, h.surface) | {"class": h.hedge_class} for h in c.hedges],
        "negations": [_place(s.start, s.end, s.surface) for s in c.negations],
        "scare_quotes": [_place(s.start, s.end, s.surface) for s in c.scare_quotes],
        "figures": [n for n, f in enumerate(figures) if _stands_in(f, c)],
        "parent": None if c.parent_claim_id is None else numbers[c.parent_claim_id],
        "is_implicit": c.is_implicit,
        "rule": c.rule,
    }


def _stands_in(f: Figure, c: Claim) -> bool:
    """Whether the claim's content holds the figure; the stop of a last abbreviation belongs to the figure only."""
    end = f.end - f.surface.endswith(".")
    return any(span.start <= f.start and end <= span.end for span in c.content)


def _mention(m: Mention) -> dict[str, Any]:
    place = _place(m.start, m.end, m.surface)
    return {**place, "actor": m.actor, "kind": m.kind, "resolved_by": m.resolved_by, "wikidata": m.wikidata}


def _word(w: LoadedWord, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        **_place(w.start, w.end, w.surface),
        "lemma": w.lemma,
        "class": w.loaded_class,
        "lexicon": w.lexicon,
        "voice": w.voice,
        "is_negated": w.is_negated,
        "claim": None if w.claim_id is None else numbers[w.claim_id],
        "source": w.source,
    }


def _place(start: int | None, end: int | None, text: str | None) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text}


def read_lines(lines: Iterable[str], lang: str | None = None, *, event: Path | None = None) -> Iterator[dict[str, Any]]:
    """One object per line of JSON `{"id", "text", "language"}`, in order; a line that cannot be read gives its error.

    Args:
        lines: JSON texts; blank ones are passed over.
        lang: the language of lines that name none; recognised where it is left out.
        event: an event file whose actors are to be found.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read_line(line, number, lang, event)


def _read_line(line: str, number: int, lang: str | None, event: Path | None) -> dict[str, Any]:
    name: Any = number
    try:
        case = _parse_line(line, number)
        name = case.get("id", number)
        if not isinstance(case.get("text"), str):
            raise InputError(sentence(f"line {number}", found=line.strip()[:60], expected='the string "text"'))
        return {"id": name, **read_text(case["text"], case.get("language") or lang, event=event)}
    except ParallaxError as why:
        return {"id": name, "error": str(why)}


def _parse_line(line: str, number: int) -> dict[str, Any]:
    where = f"line {number}"
    try:
        case = json.loads(line)
    except json.JSONDecodeError as why:
        raise InputError(sentence(where, found=f"broken JSON ({why})", expected='{"id", "text", "language"}')) from None
    if not isinstance(case, dict):
        raise InputError(sentence(where, found=line.strip()[:60], expected='an object {"id", "text", "language"}'))
    return case


def reading_lines(found: dict[str, Any]) -> list[str]:
    """A reading for people: one line per figure, per claim and per loaded word."""
    lines = [f"language: {found['language']}"]
    for f in found["figures"]:
        counted = f" {f['counted']['text']}" if f["counted"] else ""
        whose = "".join(f"  {key}: {f[key]}" for key in ("actor", "source") if f[key])
        lines.append(
            f"figure  {f['text']}{counted}  {_limits(f)}  {f['kind']}{' ' + f['unit'] if f['unit'] else ''}{whose}"
        )
    for c in found["claims"]:
        source = c["source"]["text"] if c["source"] else "(nobody named)"
        cue = c["cue"]["text"] if c["cue"] else "(implicit)"
        lines.append(f"claim   {source} | {cue} | {' … '.join(part['text'] for part in c['content'])}")
    for w in found["wording"]:
        lines.append(f"loaded  {w['text']}  {w['class']}  {w['voice']}{' (negated)' if w['is_negated'] else ''}")
    return lines


def _limits(f: dict[str, Any]) -> str:
    if f["kind"] == "date":
        return f["iso"] or "no full date"
    low, high = (None if v is None else f"{v:,.15g}" for v in (f["low"], f["high"]))
    value = low if low == high else f"{low or ''}..{high or ''}"
    return f"{f['comparator']} {value}{' (vague)' if f['is_vague'] else ''}"
