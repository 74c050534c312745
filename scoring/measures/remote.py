"""Who works from home: how late what is said in the room reaches them, and their share of talk.

What a lead says in the room is a briefing, or a word to the whole desk. Talk is what the lead
spends on one person of the team: looks in, questions, thanks, talks, and work given away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import bare, listed, whole
from scoring.measures.common import GIVEN, cite, half_up, permille, spans, within
from scoring.measures.registry import Figure, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Scope
    from simulator.engine.log import LogEntry

ALOUD = ("order.briefed", "desk.told")
"""What is said in the room."""
TALK = (
    "analyst.checked-in", "analyst.asked", "analyst.listened-to", "analyst.recognised",
    "analyst.reviewed", "analyst.one-on-one", "analyst.coached", "analyst.given-feedback", *GIVEN,
)  # fmt: skip
"""What the lead says to one person."""


@measure(
    "remote-lag", unit="minutes", better="less", takes={"during"},
    needs=("shift.opened", *ALOUD, "analyst.heard"), source="behaviours 100", over_all=True,
)  # fmt: skip
def remote_lag(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Mean minutes until what was said in the room reached who works from home.

    What never reached somebody counts to the end. None where nobody works from home, or nothing
    was said in the room.
    """
    stretches = spans(log, scope.during)
    said = [entry for entry in log.of(*ALOUD) if within(stretches, entry.at)]
    rows: list[tuple[int, LogEntry]] = []
    for entry in said:
        heard = {one.subject: one for one in log.of("analyst.heard") if one.because == entry.number}
        for who in log.remote:
            reached = heard.get(f"analyst:{who}")
            late = log.end - entry.at if reached is None else whole(reached.data.get("minutes"))
            rows.append((late, entry if reached is None else reached))
    if not rows:
        return Figure(None)
    rows.sort(key=lambda row: -row[0])
    mean = half_up(sum(late for late, _ in rows), len(rows))
    return Figure(mean, cite(entry for _, entry in rows), len(rows))


@measure(
    "remote-share", unit="permille", better="more", takes={"during"},
    needs=("shift.opened", *TALK), source="behaviours 100", over_all=True, late_counts=True,
)  # fmt: skip
def remote_share(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Share of the lead's talk that went to who works from home, against their share of the team.

    All of it where they had as much as their number, or more. None where nobody works from home,
    or the lead spoke with nobody.
    """
    stretches = spans(log, scope.during)
    talk = [
        entry for entry in log.of(*TALK) if within(stretches, entry.at) and _to(entry) in log.team
    ]
    minutes = sum(_minutes(entry) for entry in talk)
    away = listed(log.of("shift.opened")[0].data.get("absent"))
    here, remote = ([who for who in group if who not in away] for group in (log.team, log.remote))
    if not remote or not minutes:
        return Figure(None)
    theirs = [entry for entry in talk if _to(entry) in remote]
    fair = minutes * len(remote)
    had = sum(_minutes(entry) for entry in theirs) * len(here)
    return Figure(min(1000, permille(had, fair)), cite(theirs or talk), len(talk))


def _to(entry: LogEntry) -> str:
    """Return to whom something was said."""
    return str(entry.data.get("to", "")) if entry.kind in GIVEN else bare(entry.subject)


def _minutes(entry: LogEntry) -> int:
    return whole(entry.data.get("minutes"))
