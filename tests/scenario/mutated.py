"""Scenarios with anything done to them: bytes, lines, values, keys and whole blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from simulator.authoring.starters import KINDS, starter

ROOT = Path(__file__).parents[2]
LONGEST = 300_000
"""Bytes to which a block is repeated at most."""
PIECES: tuple[str, ...] = (
    *"\t: \n[]{}\"'*&!#|?%\\>,=<", "- ", "? ", ": ", "---\n", "...\n", "%YAML 1.1\n", "<<: 1\n",
    "&a ", "*a", "!!python/name:os.system ", "# lint: ignore[L510] ", "# lint: ignore[", "é", "“",
    "\u00a0", "\u200b", "\u202e", "\u2028", "\U0001f525", "\x07", "\x1b[2J", "\x00", "\r", "\ufeff",
    "{{", "{ana.short}", "{", "}}",
)  # fmt: skip
RAW = (b"\xff", b"\xc3", b"\xf4\x90\x80\x80", b"\xed\xa0\x80", b"\x00", b"\xef\xbb\xbf",
       b"\xff\xfe", b"\x85", b"\r\r\n")  # fmt: skip
VALUES: tuple[str, ...] = (
    "", "~", "null", "true", "no", "0", "-1", "1e309", ".nan", "-.inf", "0x7fffffffffffffff",
    "9" * 18, "9" * 19, "9" * 400, "0.7", "0755", "10:30", "25:10", "Fri 23:59", "Xyz 08:00",
    "-5 min", "10", "10 mins", "999999 h", "100000000 min", "1 min", "every 1 min",
    "within 0 min", "{between: [1 min, 9 h]}", "{between: [09:00, 08:00]}", "100%", "1000%",
    "exponential 1 min", "lognormal 20 min", "[]", "{}", "[[]]", "[~, ~]", "{a: {b: [c, {d: e}]}}",
    "[1, two, 3.0, [four]]", "''", '""', '"\\e[31m"', '"\\U00110000"', '"\\ud800"', "|\n  x\n",
    ">-\n  y\n", "é世界", "\U0001f600" * 30, "a" * 70_000, "ana", "cfo", "portal", "payroll-friday",
    "../../etc/passwd", "/dev/zero", "A-Z", "Ana Lopez", "incident.portal.open_for >= 15 min",
    "incident.nobody.open_for >= 15 min", "told.cfo", "known.x == known.y", "clock >= 25:00",
    "team.*.stress > 101", "a >= 1 and b <= 2", "(" * 60, "not not not told.cfo",
    "{all: []}", "{any: [told.cfo, {not: told.cfo}]}", "{not: {not: {not: told.cfo}}}",
    "__import__('os').system('id') == 0", "*a", "&a x", "!!binary x", "{<<: {a: b}}",
)  # fmt: skip
VALUE = re.compile(
    r"(?<=: )(?!\|)[^\s,{}\[\]#][^,{}\[\]\n#]*|(?<=- )[^\s,{}\[\]#:][^,{}\[\]\n#:]*\n"
)
KEY = re.compile(r"\b[a-z_]+(?=:(?:\s|$))", re.MULTILINE)
AMOUNT = re.compile(r"(?<![\w.:-])\d+(?=(?: min| h| per hour|%)?\s*[,\]}\n#-])")
AMOUNTS = (0, 1, 2, 3, 5, 7, 10, 15, 30, 45, 60, 90, 99, 100, 101, 240, 480, 1_440, 1_441, 100_000)
IDENT = re.compile(r"(?<=\bid: )([a-z][a-z0-9-]*)")
Change = Callable[[str, Random], str]


@cache
def originals() -> tuple[str, ...]:
    """Return the short scenarios that are changed: every starter, the tutorial, a rich one."""
    short = [starter(kind, "a-start") for kind in KINDS]
    short += [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "tests/scenario/good.yaml", ROOT / "scenarios/tutorial.yaml")
    ]
    return tuple(short)


@cache
def shipped() -> tuple[str, ...]:
    """Return every shipped scenario."""
    found = sorted((ROOT / "scenarios").glob("*.yaml"))
    return tuple(path.read_text(encoding="utf-8") for path in found)


@cache
def keys() -> tuple[str, ...]:
    """Return every key that a scenario has."""
    return tuple(sorted({key for text in (*originals(), *shipped()) for key in KEY.findall(text)}))


def _piece(text: str, dice: Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(PIECES) + text[at + dice.choice((0, 0, 1, 5, 40)) :]


def _lines(text: str, dice: Random) -> str:
    """Drop, double, swap, indent or join lines."""
    rows = text.split("\n")
    here, there = dice.randrange(len(rows)), dice.randrange(len(rows))
    how = dice.randrange(5)
    if how == 0:
        del rows[here : here + dice.choice((1, 1, 2, 9))]
    elif how == 1:
        rows.insert(there, rows[here])
    elif how == 2:
        rows[here], rows[there] = rows[there], rows[here]
    elif how == 3:
        row = rows[here]
        rows[here] = dice.choice((f" {row}", f"  {row}", row[1:]))
    else:
        rows[here : here + 2] = ["".join(rows[here : here + 2])]
    return "\n".join(rows)


def _value(text: str, dice: Random) -> str:
    """Put another value in the place of one, most of them of another type."""
    spots = list(VALUE.finditer(text))
    if not spots:
        return text
    spot = dice.choice(spots)
    other = dice.choice(VALUES) if dice.random() < 0.7 else dice.choice(spots)[0]
    return text[: spot.start()] + other + text[spot.end() :]


def _amounts(text: str, dice: Random) -> str:
    """Put other amounts in the place of some, each with its unit: mostly this stays a scenario."""
    for _ in range(dice.choice((1, 1, 3))):
        spots = list(AMOUNT.finditer(text))
        if spots:
            spot = dice.choice(spots)
            text = text[: spot.start()] + str(dice.choice(AMOUNTS)) + text[spot.end() :]
    return text


def _key(text: str, dice: Random) -> str:
    """Rename a key: to another one, to a near one, or to what is none."""
    spots = list(KEY.finditer(text))
    if not spots:
        return text
    spot = dice.choice(spots)
    key = spot[0]
    at = dice.randrange(len(key))
    near = key[:at] + key[at + 1 :], key.upper(), key.replace("_", "-"), f"{key}s", f'"{key}"'
    new = dice.choice((dice.choice(keys()), dice.choice(near), dice.choice(VALUES)[:300]))
    return text[: spot.start()] + new + text[spot.end() :]


def _nested(text: str, dice: Random) -> str:
    """Put a deep nest in the place of a value."""
    depth = dice.choice((5, 20, 31, 33, 200, 5_000))
    opening, closing = dice.choice((("[", "]"), ("{a: ", "}"), ("{not: ", "}"), ("{all: [", "]}")))
    inner = dice.choice(("", "told.cfo", "x"))
    nest = opening * depth + inner + closing * dice.choice((depth, depth, 0))
    spots = list(VALUE.finditer(text))
    spot = dice.choice(spots) if spots else None
    return text[: spot.start()] + nest + text[spot.end() :] if spot else text + nest


def _anchored(text: str, dice: Random) -> str:
    """Name a value and use it elsewhere."""
    spots = list(VALUE.finditer(text))
    if len(spots) < 2:
        return text
    one, two = sorted(dice.sample(spots, 2), key=lambda spot: spot.start())
    return text[: one.start()] + "&x " + text[one.start() : two.start()] + "*x" + text[two.end() :]


def _blocks(text: str) -> list[tuple[int, int]]:
    """Return the spans of rows that an item of a list or a key holds with what is under it."""
    rows = text.split("\n")
    deep = [len(row) - len(row.lstrip()) if row.strip() else 99 for row in rows]
    found = []
    for first, depth in enumerate(deep):
        if depth == 99:
            continue
        last = first + 1
        while last < len(rows) and deep[last] > depth:
            last += 1
        found.append((first, last))
    return found


def _block(text: str, dice: Random) -> list[str]:
    """Return the rows of one block."""
    first, last = dice.choice(_blocks(text) or [(0, 1)])
    return text.split("\n")[first:last]


def _moved(text: str, dice: Random) -> str:
    """Move a block elsewhere, or take it out."""
    block, rows = _block(text, dice), text.split("\n")
    at = rows.index(block[0])
    del rows[at : at + len(block)]
    if dice.random() < 0.7:
        at = dice.randrange(len(rows) + 1)
        rows[at:at] = block
    return "\n".join(rows)


def _merged(text: str, dice: Random) -> str:
    """Put a block of another scenario among or in the place of this one's."""
    other = dice.choice(originals() + shipped())
    mine, rows = _blocks(text), text.split("\n")
    first, last = dice.choice(mine or [(0, 1)])
    kept = first if dice.random() < 0.5 else last
    rows[first:kept] = _block(other, dice)
    return "\n".join(rows)


def _repeated(text: str, dice: Random) -> str:
    """Repeat an item many times, mostly under ids of their own."""
    block, rows = _block(text, dice), text.split("\n")
    at = rows.index(block[0])
    size = sum(map(len, block)) + len(block)
    own = dice.random() < 0.8
    for number in range(min(dice.choice((2, 9, 60, 400)), max(1, LONGEST // size))):
        copy = "\n".join(block)
        rows.insert(at, IDENT.sub(rf"\g<1>-{number}", copy) if own else copy)
    return "\n".join(rows)


CHANGES: tuple[tuple[Change, int], ...] = (
    (_piece, 14), (_lines, 9), (_value, 16), (_amounts, 28), (_key, 6), (_nested, 3),
    (_anchored, 2), (_moved, 12), (_merged, 7), (_repeated, 3),
)  # fmt: skip
"""What is done, with how often."""
DONE = [change for change, _ in CHANGES]
OFTEN = [often for _, often in CHANGES]


def mutated(dice: Random) -> bytes:
    """Return a scenario with one to three things done to it, sometimes to its bytes as well.

    Five of six are short ones, so that many can be tried; the others are as long as the shipped.
    """
    text = dice.choice(originals() if dice.random() < 5 / 6 else shipped())
    for change in dice.choices(DONE, OFTEN, k=dice.choice((1, 1, 1, 1, 2, 3))):
        text = change(text, dice)
    data = text.encode("utf-8", "surrogatepass")
    if dice.random() < 0.08:
        at = dice.randrange(len(data) + 1)
        raw = dice.choice((*RAW, dice.randbytes(dice.randint(1, 9))))
        data = data[:at] + raw + data[at + dice.choice((0, 1, 9)) :]
    if dice.random() < 0.02:
        data = data.decode("utf-8", "replace").encode(dice.choice(("utf-16", "cp1252")), "replace")
    return data
