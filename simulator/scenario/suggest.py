"""The nearest right spelling of a wrong name."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CLOSE = 0.7
"""Likeness from which a name is worth suggesting; 0.6 proved too loose for identifiers."""


def _plain(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _one_off(a: str, b: str) -> bool:
    """Return whether one insertion, removal, replacement or swap turns one into the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (
        a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]
    )


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the known names that are close to this one, the closest first."""
    wanted = _plain(name)[:64]
    rows: list[tuple[float, str]] = []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for candidate in known:
        other = _plain(candidate)[:64]
        if other == wanted:
            rows.append((-2.0, candidate))
        elif len(wanted) >= 2 and _one_off(wanted, other):
            rows.append((-1.0, candidate))
        else:
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() >= CLOSE and matcher.quick_ratio() >= CLOSE:
                ratio = matcher.ratio()
                if ratio >= CLOSE:
                    rows.append((-ratio, candidate))
    rows.sort()
    return [candidate for _, candidate in rows[:most]]


def kin(name: str, known: Iterable[str]) -> list[str]:
    """Return the names that begin as one with a dot does, such as criteria of its competency."""
    head, dot, _ = name.partition(".")
    return [one for one in known if dot and one.startswith(f"{head}.")]


def like(name: str, known: Iterable[str]) -> list[str]:
    """Return the names that are close to one; behind the same dot, what stands there counts."""
    head, _, tail = name.partition(".")
    ends = [one.partition(".")[2] for one in kin(name, known)]
    return [f"{head}.{end}" for end in nearest(tail, ends)] if ends else nearest(name, known)


def did_you_mean(names: Sequence[str]) -> str:
    """Return `did you mean "ana"?` for one name or several."""
    quoted = [f'"{name}"' for name in names]
    return f"did you mean {' or '.join(quoted)}?" if quoted else ""


def listed(names: Iterable[str], most: int = 10) -> str:
    """Return names in a row, at most so many."""
    rows = sorted(names)
    more = f" and {len(rows) - most} more" if len(rows) > most else ""
    return ", ".join(rows[:most]) + more
