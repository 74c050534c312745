"""Where a run could have gone another way, by what was lost there: its acts, and what was left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoring.assess import assess
from scoring.log import Log
from scoring.measures import MEASURES
from scoring.unused import stood
from simulator.engine import api
from simulator.runs.alternatives import alternatives
from simulator.runs.first_acts import first_acts, in_turn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoring.log import Window
    from scoring.rubric import Competency, Criterion
    from simulator.engine.acts.base import Act
    from simulator.engine.log import LogEntry
    from simulator.runs.past import Past, Point, Undone
    from simulator.runs.put_off import Other

LATER = {"decision": ("fact.learned",), "analyst": ("incident.known", "ticket.triaged")}
"""After which entries something may be open about a need, by its kind, that was not before."""
BEST = 4
"""The level that a level lost is counted from."""


@dataclass(slots=True)
class Opening:
    """A point of a run at which something else was open."""

    point: Point
    subject: str = ""
    """What was left undone, as a reference; "" at an act."""
    rows: dict[Competency, list[Act]] = field(default_factory=dict)
    """What could have been done about what was left undone, by what it asks for."""
    lost: int = 0
    """Levels of criteria that were lost by it."""

    def others(self, past: Past) -> list[Other]:
        """Return what could have been ordered here instead; [] for nothing."""
        if self.point.act is None:
            return [*in_turn(self.rows.values())]
        return alternatives(api.view(past.before(self.point)), self.point.act, self.lost > 0)


def openings(past: Past) -> list[Opening]:
    """Return the acts of a run and what was left undone, those behind most lost levels first."""
    log = Log(past.run.log)
    lost: Counter[int] = Counter()
    left: dict[Point, Opening] = {}
    for filling in assess(log, past.loaded.rubric).fillings:
        criterion = past.loaded.rubric.criterion(filling.criterion)
        for number in filling.evidence if filling.level is not None else ():
            act = past.act_behind(number)
            if act is not None:
                lost[act] += BEST - (filling.level or BEST)
                continue
            found = _left(past, log, criterion, log.entries[number])
            if found is not None:
                one = left.setdefault(found.point, found)
                one.lost += BEST - (filling.level or BEST)
                one.rows |= found.rows
    acts = [Opening(one.given, lost=lost[one.given.number]) for one in past.acts]
    return sorted((*left.values(), *acts), key=lambda one: (-one.lost, one.point.at))


def _left(past: Past, log: Log, criterion: Criterion, entry: LogEntry) -> Opening | None:
    """Return the opening of a window that was left unused, or of a scene that went unanswered."""
    if entry.kind == "scene.lapsed":
        scene = entry.data.get("scene")
        came = next(e for e in log.of("scene.opened") if e.data.get("scene") == scene)
        return _first(past, [past.undone(came.at, came.number)], f"scene:{scene}", criterion)
    window = next((one for one in log.windows if one.opened == entry.number), None)
    if entry.kind != "window.opened" or window is None:
        return None
    found = stood(log, window, criterion.yields_to, MEASURES[criterion.measure].by_sign)
    if found is None:
        return None
    known = _known(log, window)
    if known is None or criterion.competency == "prioritisation":
        minute = found.since
    else:
        minute = max(found.since, known)
    hidden = known is None or known > minute
    subject = found.entry.subject if hidden and found.entry is not None else window.subject
    kinds = LATER.get(subject.partition(":")[0], ())
    later = sorted({e.at for e in log.of(*kinds) if minute < e.at <= window.closes})
    points = (past.undone(at, window.opened) for at in (minute, *later))
    return _first(past, points, subject, criterion)


def _first(
    past: Past, points: Iterable[Undone], subject: str, criterion: Criterion
) -> Opening | None:
    """Return the first of these points at which something was open about a subject."""
    for point in points:
        acts = first_acts(api.view(past.before(point)), subject, criterion.competency)
        if acts:
            return Opening(point, subject, {criterion.competency: acts})
    return None


def _known(log: Log, window: Window) -> int | None:
    """Return when it was known what a window is about; None where that came only after it.

    Of anything but an incident it is as soon as it is there.
    """
    if not window.subject.startswith("incident:"):
        return 0
    found = (entry.at for entry in log.about(window.subject) if entry.kind == "incident.known")
    return next((minute for minute in found if minute <= window.closes), None)
