"""Hand-offs of a simulated desk against those of the real logs: `python -m benchmarks handoffs`.

The desk is that of `desk_of_hand_offs`; the real figures are of UCI 498, sections 2.4, 2.5 and 2.7
of the service-desk figures: 24,918 incidents of a whole company with 70 groups. A change of hands
is a change of person here and of group or person there, and ping-pong is a person here and a group
there. What a desk of eight cannot have, the log's waits of weeks and its 216 people, is told
without a bound.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.desk_of_hand_offs import SKILLS, Told, by_people, tickets
from benchmarks.profiles import Likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SHIFTS = 30
MANY = 5
"""Hand-offs from which tickets are counted together."""
MOVED = (54.37, 25.03, 9.16, 4.95, 2.79, 3.69)
"""Tickets by hand-offs, percent."""
BUSINESS_HOURS = (0.33, 13.02, 30.48, 41.55, 54.58, 80.57)
"""Median business hours to resolution by hand-offs."""
REOPENED = (0.46, 1.01, 1.97, 3.00, 2.88, 5.22)
"""Tickets that were reopened by hand-offs, percent."""
PING_PONG, ALL_REOPENED, MEAN_MOVES = 10.55, 1.10, 0.94
BUSIEST_TENTH, BUSIEST_FIFTH = 56, 74
"""Work resolved by these of 216 people, percent; with eight the busiest tenth is one of them."""
OVER_HALF = 55
"""Resolver groups in which one person resolves over half: 18 of 33, percent."""


def rows() -> list[Likeness]:
    """Return every figure that can be compared."""
    found = list(tickets(SHIFTS))
    return [*_moves(found), *_times(found), *_reopened(found), *_people(found)]


def _by_moves(found: Iterable[Told]) -> list[list[Told]]:
    groups: list[list[Told]] = [[] for _ in range(MANY + 1)]
    for one in found:
        groups[min(MANY, one.moves)].append(one)
    return groups


def _name(moves: int) -> str:
    if moves == 1:
        return "one hand-off"
    return f"{moves} hand-offs" if moves < MANY else f"{moves} hand-offs or more"


def _moves(found: Sequence[Told]) -> Iterator[Likeness]:
    for moves, (group, real) in enumerate(zip(_by_moves(found), MOVED, strict=True)):
        yield Likeness(f"tickets with {_name(moves)}", _percent(len(group), found), real, "%", 3)
    mean = sum(one.moves for one in found) / len(found)
    yield Likeness("hand-offs per ticket", mean, MEAN_MOVES, "", 0.1)
    back = _percent(sum(one.back for one in found), found)
    yield Likeness("tickets that came back to who had them", back, PING_PONG, "%", 3)


def _times(found: Sequence[Told]) -> Iterator[Likeness]:
    medians = [median(one.minutes for one in group) for group in _by_moves(found)]
    yield Likeness("median time with none, business hours", medians[0] / 60, BUSINESS_HOURS[0],
                   "h", 0.2)  # fmt: skip
    for moves in range(1, MANY + 1):
        yield Likeness(
            f"median time with {_name(moves)}, times that with none",
            medians[moves] / medians[0], BUSINESS_HOURS[moves] / BUSINESS_HOURS[0], "",
        )  # fmt: skip


def _reopened(found: Sequence[Told]) -> Iterator[Likeness]:
    for moves, (group, real) in enumerate(zip(_by_moves(found), REOPENED, strict=True)):
        share = _percent(sum(one.returned for one in group), group)
        yield Likeness(f"reopened with {_name(moves)}", share, real, "%", 4)
    share = _percent(sum(one.returned for one in found), found)
    yield Likeness("reopened", share, ALL_REOPENED, "%", 1.5)


def _people(found: Sequence[Told]) -> Iterator[Likeness]:
    people = by_people(found)
    yield Likeness("work of the busiest tenth of people", _percent(people[0], found),
                   BUSIEST_TENTH, "%")  # fmt: skip
    yield Likeness("work of the busiest fifth of people", _percent(sum(people[:2]), found),
                   BUSIEST_FIFTH, "%")  # fmt: skip
    over_half = 0
    for skill in SKILLS:
        mine = [one for one in found if one.skill == skill]
        over_half += 2 * by_people(mine)[0] > len(mine)
    yield Likeness("kinds of matter of which one person resolves over half",
                   _percent(over_half, SKILLS), OVER_HALF, "%")  # fmt: skip


def _percent(part: int, whole: Sequence[object]) -> float:
    return 100 * part / len(whole)
