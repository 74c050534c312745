"""Keyed chance: what is drawn depends on who it is for and why, never on what was drawn before.

A fate is drawn at birth from (seed, stream, id). What an act triggers is drawn from (seed, luck,
stream, id, occasion); without the occasion, what can happen twice would always happen again.
"""

from __future__ import annotations

import hashlib
import struct
from functools import lru_cache
from math import isqrt
from typing import TYPE_CHECKING

from simulator.engine.tables import EXPONENTIAL, SCALE, SIZE, decay, lognormal, normal

if TYPE_CHECKING:
    from simulator.engine.world.values import Span

Words = tuple[int, int, int, int, int, int, int, int]
"""Eight independent draws, each 0 to 2**32 - 1."""

_unpack = struct.Struct("<8I").unpack


@lru_cache(maxsize=1024)
def _begun(stream: str, *key: int) -> hashlib.blake2b:
    """Return a hash that has taken up a key and a stream; every draw of the two goes on from it."""
    text = ".".join(map(str, key)).encode()
    return hashlib.blake2b(f"{stream}/".encode(), key=text, digest_size=32)


def fate(seed: int, stream: str, ident: str) -> Words:
    """Return the eight words that belong to an entity from birth."""
    drawing = _begun(stream, seed).copy()
    drawing.update(ident.encode())
    return _unpack(drawing.digest())


def drawn(seed: int, luck: int, stream: str, ident: str, occasion: int = 0) -> Words:
    """Return the eight words of one occasion in one luck."""
    drawing = _begun(stream, seed, luck).copy()
    drawing.update(f"{ident}/{occasion}".encode())
    return _unpack(drawing.digest())


def permille(word: int) -> int:
    """Return the word as 0 to 999."""
    return word * 1000 >> 32


def one_of(word: int, count: int) -> int:
    """Return the word as an index below `count`."""
    return word * count >> 32


def within(word: int, span: Span) -> int:
    """Return the word as a number of the span."""
    return span.low + (word * (span.high - span.low + 1) >> 32)


def spread(word: int, median: int, sigma: int) -> int:
    """Return `median` times a lognormal factor, in ten-thousandths of its unit."""
    if sigma == 0:
        return median * SCALE
    return median * lognormal(sigma)[word * SIZE >> 32]


def exponential(word: int) -> int:
    """Return an exponential draw of mean one, in ten-thousandths."""
    return EXPONENTIAL[word * SIZE >> 32]


def split(word: int, share: int) -> tuple[bool, int]:
    """Return whether a word falls into a share (permille), and what is left of it as a word."""
    cut = (share << 32) // 1000
    if word < cut:
        return True, (word << 32) // cut
    return False, ((word - cut) << 32) // ((1 << 32) - cut)


def gamma(first: int, second: int, shape: int) -> int:
    """Return a gamma draw of mean one from two words, in ten-thousandths.

    `shape` is in thousandths, 1 or more; the variance is one over it. Wilson and Hilferty (1931)
    give the quantile for a shape one higher, where it is good to one part in a hundred; a power of
    a uniform, here the decay of an exponential, brings it down to the shape that is asked for.
    """
    one = 10**6
    above = shape + 1000
    slope = one * one // (3 * isqrt(above * 10**9))
    root = one - one * 1000 // (9 * above) + slope * normal(first * SIZE >> 32) // SCALE
    if root <= 0:
        return 0
    return decay(exponential(second), 10 * shape) * above * root**3 // (shape * one**3)
