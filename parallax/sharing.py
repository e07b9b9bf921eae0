"""Which texts share enough shingles to be compared: found without comparing every text with every other.

Up to EXACT texts no pair is missed: whoever shares a part of its shingles shares some of its rarer ones, and only those
are looked up. Beyond, sketches of fixed size find the pairs; they miss few that are alike, and more that share little.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from parallax.shingles import Hashes, Numbers, Shingled

EXACT = 20_000
"""Texts of one language up to which all their shingles are held in one index (some 150 bytes a word of text)."""

PERMUTATIONS, BANDS, SEED = 256, 128, 1
"""Of pairs with Jaccard 0.5 a sketch misses none to speak of, at 0.2 five in a thousand, at 0.1 a quarter."""

CHUNK = 2_000
"""Texts that are sketched at once."""


def sharing(texts: Sequence[Shingled], least: float) -> Iterator[tuple[int, int, int]]:
    """Two texts' numbers, the smaller number first, and the shingles they share: `least` of the shorter one's or more.

    The pairs come in order, whatever found them.
    """
    pairs = _indexed(texts, least) if len(texts) <= EXACT else sketched(texts)
    for i, j in sorted(pairs):
        n = texts[i].shares(texts[j])
        if n and n >= least * min(len(texts[i].distinct), len(texts[j].distinct)):
            yield i, j, n


def _indexed(texts: Sequence[Shingled], least: float) -> Iterator[tuple[int, int]]:
    """Every pair that can share so much, from an index of which text has which shingle."""
    sizes = np.array([len(text.distinct) for text in texts], dtype=np.int64)
    names, holders, begins = _index(texts, sizes)
    n_holders = np.diff(begins)
    for number in np.flatnonzero(sizes).tolist():
        groups = np.searchsorted(names, texts[number].distinct)
        needed = max(1, math.ceil(least * int(sizes[number])))
        half = (needed + 1) // 2
        # All but needed - half of its shingles, the rarest first: at least half of what is needed is among them.
        rare = groups[np.argsort(n_holders[groups], kind="stable")][: sizes[number] - needed + half]
        counts = np.bincount(holders[_places(begins[rare], n_holders[rare])], minlength=len(texts))
        for other in np.flatnonzero(counts >= half).tolist():
            # A pair is found from its shorter text; of two that are as long, from the first.
            if (sizes[number], number) < (sizes[other], other):
                yield min(number, other), max(number, other)


def _index(texts: Sequence[Shingled], sizes: Numbers) -> tuple[Hashes, Numbers, Numbers]:
    """All shingles in order, the texts that have them, one after the other, and where each shingle's texts begin."""
    every = np.concatenate([np.empty(0, dtype=np.uint64), *(text.distinct for text in texts)])
    owners = np.repeat(np.arange(len(texts)), sizes)
    order = np.argsort(every, kind="stable")
    ranked = every[order]
    firsts = np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1])[: len(ranked)])
    return ranked[firsts], owners[order], np.append(firsts, len(ranked))


def _places(begins: Numbers, lengths: Numbers) -> Numbers:
    """The numbers of several ranges, one after the other."""
    return np.repeat(begins - np.append(0, np.cumsum(lengths)[:-1]), lengths) + np.arange(int(lengths.sum()))


def sketched(texts: Sequence[Shingled]) -> set[tuple[int, int]]:
    """Pairs of texts whose MinHash sketches agree in at least one band."""
    bands = _bands(texts)
    pairs: set[tuple[int, int]] = set()
    has_shingles = np.array([len(text.distinct) > 0 for text in texts])
    for band in range(BANDS):
        order = np.argsort(bands[:, band], kind="stable")
        order = order[has_shingles[order]]
        cuts = np.flatnonzero(np.diff(bands[order, band])) + 1
        for bucket in np.split(order, cuts):
            members = bucket.tolist()
            pairs.update((a, b) for n, a in enumerate(members) for b in members[n + 1 :])
    return pairs


def _bands(texts: Sequence[Shingled]) -> Hashes:
    """One row a text, one number a band of its sketch."""
    from rensa import RMinHash  # here, because most corpora never need it

    rows = []
    for begin in range(0, len(texts), CHUNK):
        shingles = [text.distinct.tolist() for text in texts[begin : begin + CHUNK]]
        digests = RMinHash.digest_matrix_from_token_hash_sets(shingles, PERMUTATIONS, SEED).to_rows()
        rows.append(np.array(digests, dtype=np.uint64).reshape(len(shingles), BANDS, -1))
    sketch = np.concatenate(rows)
    joined: Hashes = sketch[:, :, 0]
    for column in range(1, sketch.shape[2]):
        joined = (joined << np.uint64(32)) | sketch[:, :, column]
    return joined
