"""Keyed chance: what is drawn depends on who it is for and why, never on what was drawn before.

A fate is drawn at birth from (seed, stream, id). What an act triggers is drawn from (seed, luck,
stream, id, occasion); without the occasion, what can happen twice would always happen again.
"""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING

from simulator.engine.tables import EXPONENTIAL, SCALE, SIZE, lognormal

if TYPE_CHECKING:
    from simulator.engine.world.values import Span

Words = tuple[int, int, int, int, int, int, int, int]
"""Eight independent draws, each 0 to 2**32 - 1."""

_unpack = struct.Struct("<8I").unpack


def fate(seed: int, stream: str, ident: str) -> Words:
    """Return the eight words that belong to an entity from birth."""
    text = f"{stream}/{ident}".encode()
    return _unpack(hashlib.blake2b(text, key=b"%d" % seed, digest_size=32).digest())


def drawn(seed: int, luck: int, stream: str, ident: str, occasion: int = 0) -> Words:
    """Return the eight words of one occasion in one luck."""
    text = f"{stream}/{ident}/{occasion}".encode()
    key = b"%d.%d" % (seed, luck)
    return _unpack(hashlib.blake2b(text, key=key, digest_size=32).digest())


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
