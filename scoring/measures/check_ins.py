"""Check-ins: whether the lead comes back at the agreed times, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.log import bare, whole
from scoring.measures.common import GIVEN, OVER, PARKED, cite, concerns, permille, spans, within
from scoring.measures.registry import Figure, NoNeed, measure, no_need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry


AGAIN = ("ticket.started", "incident.resumed")
"""What shows that somebody goes on with it."""


class Agreed(NamedTuple):
    """One agreed check-in."""

    given: LogEntry
    kept: LogEntry | None
    """The look-in that held it."""
    moot: bool
    """Whether there was nothing to look in on at its minute, or it was no longer agreed."""


def agreed(log: Log, scope: Scope) -> list[Agreed]:
    """Return each check-in that was agreed on, in order."""
    held = log.of("analyst.checked-in")
    found: list[Agreed] = []
    for given in log.of(*GIVEN):
        minute = whole(given.data.get("check_in"), -1)
        person = str(given.data.get("to", ""))
        if minute < 0 or (scope.person and person != scope.person):
            continue
        kept = next(
            (
                look
                for look in held
                if bare(look.subject) == person
                and look.at >= given.at
                and whole(look.data.get("agreed"), -1) == minute
                and "late" not in look.data
            ),
            None,
        )
        found.append(Agreed(given, kept, kept is None and moot(log, given, minute)))
    return found


def moot(log: Log, given: LogEntry, minute: int) -> bool:
    """Return whether a look agreed on for a minute was off before it, or had lost its matter.

    The work was done, had moved on, or was set aside; or the same person had been given something
    after it, by which whatever is agreed then stands alone.
    """
    if minute >= log.end:
        return True
    person, aside = given.data.get("to"), False
    for entry in log.of(*GIVEN, *OVER, *PARKED, *AGAIN, "ticket.resolved"):
        if entry.number <= given.number or entry.at > minute:
            continue
        if entry.kind in GIVEN and entry.data.get("to") == person:
            return True
        if entry.subject != given.subject:
            continue
        if entry.kind in PARKED or entry.kind in AGAIN:
            aside = entry.kind in PARKED
        else:
            return True
    return aside


def unasked_looks(log: Log, scope: Scope) -> list[LogEntry]:
    """Return the look-ins that nobody had agreed on."""
    stretches = spans(log, scope.during)
    return [
        entry
        for entry in log.of("analyst.checked-in")
        if whole(entry.data.get("agreed"), -1) < 0
        and within(stretches, entry.at)
        and (not scope.person or concerns(entry, scope.person))
    ]


@no_need("check-ins-kept")
def done_before(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return why no look was needed: nothing was given away, or it was done before that."""
    found = agreed(log, criterion.scope)
    if unasked_looks(log, criterion.scope):
        return None
    if any(held_looks(log, criterion.scope, spans(log, criterion.scope.during))):
        return None
    if not found and not given_away(log, window, criterion.scope):
        return NoNeed("no opportunity", window.opened)
    if not found or any(not one.moot for one in found):
        return None
    return NoNeed("prevented", found[0].given.number)


def given_away(log: Log, window: Window, scope: Scope) -> bool:
    """Return whether the lead gave a window's work to somebody while the window was open.

    Work that nobody was given asks for no look; that it was not given is another criterion's.
    """
    return any(
        entry.at <= window.closes and (not scope.person or entry.data.get("to") == scope.person)
        for entry in (log.about(window.subject) if window.subject != "desk" else log.of(*GIVEN))
        if entry.kind in GIVEN
    )


@measure(
    "check-ins-kept", unit="permille", better="more", takes={"person", "during"},
    needs=("analyst.checked-in", *GIVEN), source="incident-practice 2; behaviours 7",
    act_minutes=5, over_all=True,
)  # fmt: skip
def check_ins_kept(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of agreed check-ins that were held, each look-in not agreed on counting against it.

    None where none was agreed and nobody was looked in on.
    """
    stretches = spans(log, scope.during)
    due = [one for one in agreed(log, scope) if not one.moot and within(stretches, one.given.at)]
    unasked = unasked_looks(log, scope)
    held = held_looks(log, scope, stretches)
    missed = [one.given for one in due if one.kept is None]
    counted = len(held) + len(missed) + len(unasked)
    if not counted:
        return Figure(None)
    return Figure(permille(len(held), counted), cite([*missed, *unasked, *held]), counted)


def held_looks(
    log: Log, scope: Scope, stretches: Sequence[tuple[int, int]] | None
) -> list[LogEntry]:
    """Return the look-ins in time that held what was agreed, one for each person and minute."""
    found: dict[tuple[str, int], LogEntry] = {}
    for entry in log.of("analyst.checked-in"):
        minute = whole(entry.data.get("agreed"), -1)
        meant = not scope.person or concerns(entry, scope.person)
        in_time = minute >= 0 and "late" not in entry.data
        if in_time and meant and within(stretches, entry.at):
            found.setdefault((entry.subject, minute), entry)
    return list(found.values())
