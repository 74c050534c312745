"""The queue: what a profile says with a scenario's own figures in it, or a plain queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.world import (
    Callers,
    Moment,
    PriorityShare,
    Profile,
    TicketKind,
    TicketSpec,
    always,
)
from simulator.scenario.build_texts import ids
from simulator.scenario.nodes import Block

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.scenario.build_tickets import TicketBuilder
    from simulator.scenario.models.tickets import (
        MixItem,
        Priorities,
        ProfileFile,
        ProfileKind,
        Queue,
    )
    from simulator.scenario.nodes import Node, Placed
    from simulator.scenario.work import Work

MOST_WAITING = 500
"""Most tickets that can wait when a shift begins."""
SHAPED = ("profile", "per_day", "hourly", "weekly", "dispersion", "priorities", "mix")
"""Keys of a queue with a profile."""
PLAIN = ("effort", "skill", "priority")
"""Keys that a plain queue has besides its rate."""


class QueueBuilder:
    """Makes the engine's profile of a queue."""

    def __init__(self, tickets: TicketBuilder, block: Node, skills: Mapping[str, str]) -> None:
        self.tickets = tickets
        self.problems = tickets.problems
        self.block = block
        self.skills = skills

    def profile(self) -> Profile | None:
        """Return the profile of the queue, None where the scenario has only written tickets."""
        queue = self.tickets.queue
        if queue is None:
            return None
        self._one_way(queue)
        if queue.poisson is not None:
            return self._plain(queue, queue.poisson, queue.effort)
        return self._shaped(queue, self.tickets.profile)

    def _one_way(self, queue: Queue) -> None:
        """Report keys of a plain queue and of one with a profile that stand together."""
        given = queue.model_fields_set
        wrong = SHAPED if queue.poisson is not None else PLAIN
        for key in (one for one in wrong if one in given):
            self.problems.add(
                "V229",
                f'a queue with "poisson" has no "{key}"'
                if queue.poisson is not None
                else f'"{key}" belongs to a queue with "poisson"',
                self._key(key),
                help="queue: {poisson: 20 per hour, effort: exponential 20 min}",
            )

    def _plain(self, queue: Queue, rate: int, work: Work | None) -> Profile | None:
        if work is None:
            self.problems.add(
                "K103", 'this queue has no "effort"', self._key("poisson"),
                help="effort: exponential 20 min",
            )  # fmt: skip
            return None
        skill = queue.skill or (next(iter(self.skills)) if len(self.skills) == 1 else "")
        kind = TicketKind(
            id="ticket", subjects=("Ticket",), skill=str(skill),
            effort=work.median, exponential=work.exponential,
            # Without a skill it is work that everybody does at their own pace.
            quick=work.quick, quick_effort=work.quick_median, difficulty=2 if skill else 1,
            logged=queue.priority or 3, true=queue.priority or 3,
        )  # fmt: skip
        return Profile(
            0, (0,) * 24, ((kind, 1000),), backlog=tuple(self._backlog(queue)), steady=rate
        )

    def _shaped(self, queue: Queue, file: ProfileFile | None) -> Profile:
        per_day = queue.per_day if queue.per_day is not None else file.per_day if file else 0
        hourly = queue.hourly or (file.hourly if file else [0] * 24)
        weekly = queue.weekly or (file.weekly if file else None)
        dispersion = queue.dispersion or (file.dispersion if file else 2000)
        priorities = queue.priorities or (file.priorities if file else None)
        return Profile(
            per_day=per_day,
            hourly=_hundredths(hourly),
            mix=self._mix(queue, file),
            dispersion=(dispersion + 50) // 100,
            backlog=tuple(self._backlog(queue)),
            weekly=tuple(weekly or [100] * 7),
            weekend=() if file is None or queue.hourly else _hundredths(file.weekend or ()),
            priorities=_priorities(priorities) if priorities else (),
            callers=_callers(file, per_day) if file else None,
        )

    def _mix(self, queue: Queue, file: ProfileFile | None) -> tuple[tuple[TicketKind, int], ...]:
        items: Sequence[MixItem | ProfileKind] = queue.mix or (file.kinds if file else ())
        shares = [(item.id, item.share) for item in items if item.share is not None]
        if shares:
            total = sum(share for _, share in shares)
            if not 990 <= total <= 1010:
                self.problems.add(
                    "V224", f"the shares of the mix add up to {total / 10:g}%, not 100%",
                    shares[0][0],
                )  # fmt: skip
        elif file is not None:
            self.problems.add(
                "K103", 'the queue has no "mix", and its profile brings none',
                self._key("profile"),
                help="mix:\n  - {id: vpn, share: 100%, skill: network, effort: 20 min}",
            )  # fmt: skip
        return tuple((self.tickets.kind(str(i), None, str(i), i), share) for i, share in shares)

    def _key(self, name: str) -> Placed | None:
        return self.block.key(name) if isinstance(self.block, Block) else None

    def _backlog(self, queue: Queue) -> list[TicketSpec]:
        waiting: list[TicketSpec] = []
        used: dict[str, int] = {}
        for item in queue.backlog:
            like = str(item.like or "") or None
            stem = str(item.id or item.like or "waiting")
            for _ in range(item.count):
                used[stem] = used.get(stem, 0) + 1
                name = stem if item.id and item.count == 1 else f"{stem}-{used[stem]}"
                kind = self.tickets.kind(like or name, item, like, item.id or item.like)
                waiting.append(
                    TicketSpec(
                        name, kind, Moment("", always(0)), sent_back_by=ids(item.sent_back_by)
                    )
                )
                if len(waiting) > MOST_WAITING:
                    self.problems.add(
                        "V205",
                        f"at most {MOST_WAITING} tickets can wait when the shift begins",
                        item.id or item.like,
                    )
                    return waiting
        return waiting


def _hundredths(shares: Sequence[int]) -> tuple[int, ...]:
    """Return permille as hundredths of a percent."""
    return tuple(share * 10 for share in shares)


def _priorities(given: Priorities) -> tuple[PriorityShare, ...]:
    """Return the rows of a table of priorities; without a row of its own one is logged as it is."""
    rows = []
    for true, part in given.rows():
        logged = part.logged.shares() if part.logged else tuple(
            1000 * (other == true) for other in (1, 2, 3, 4)
        )  # fmt: skip
        rows.append(PriorityShare(true, part.share, logged))
    return tuple(rows)


def _callers(file: ProfileFile, per_day: int) -> Callers | None:
    """Return the callers of a desk of this size; a desk twice as busy has twice as many."""
    if file.callers is None:
        return None
    people = file.callers.people * per_day // max(1, file.per_day)
    return Callers(max(10, people), file.callers.busiest)
