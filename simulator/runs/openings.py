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
from simulator.runs.first_acts import first_acts

if TYPE_CHECKING:
    from scoring.log import Window
    from scoring.rubric import Competency, Criterion
    from simulator.engine.acts.base import Act
    from simulator.engine.log import LogEntry
    from simulator.runs.past import Past, Point

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
    competencies: list[Competency] = field(default_factory=list)
    """What the need asks for."""
    lost: int = 0
    """Levels of criteria that were lost by it."""

    def others(self, past: Past) -> list[Act | None]:
        """Return what could have been ordered here instead; [] for nothing."""
        view = api.view(past.before(self.point))
        if self.point.act is not None:
            return alternatives(view, self.point.act, self.lost > 0)
        return first_acts(view, self.subject, self.competencies)


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
                one.competencies = [*dict.fromkeys((*one.competencies, criterion.competency))]
    acts = [Opening(one.given, lost=lost[one.given.number]) for one in past.acts]
    return sorted((*left.values(), *acts), key=lambda one: (-one.lost, one.point.at))


def _left(past: Past, log: Log, criterion: Criterion, entry: LogEntry) -> Opening | None:
    """Return the opening of a window that was left unused, or of a scene that went unanswered."""
    if entry.kind == "scene.lapsed":
        scene = entry.data.get("scene")
        came = next(e for e in log.of("scene.opened") if e.data.get("scene") == scene)
        return Opening(past.undone(came.at, came.number), f"scene:{scene}", [criterion.competency])
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
    found_at = (Opening(point, subject, [criterion.competency]) for point in points)
    return next((one for one in found_at if one.others(past)), None)


def _known(log: Log, window: Window) -> int | None:
    """Return when it was known what a window is about; None where that came only after it.

    Of anything but an incident it is as soon as it is there.
    """
    if not window.subject.startswith("incident:"):
        return 0
    found = (entry.at for entry in log.about(window.subject) if entry.kind == "incident.known")
    return next((minute for minute in found if minute <= window.closes), None)
