"""Looking round: which page answers which line. Looking costs no minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.plain import notes, pages
from simulator.cli.plain.phrases import span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.cli.plain.telling import Teller
    from simulator.runs.language.controls import Look
    from simulator.runs.session import Session

PAGES: Mapping[str, Callable[..., list[str]]] = {
    "queue": pages.queue,
    "ticket": pages.ticket,
    "team": pages.team,
    "who": pages.who,
    "people": pages.people,
    "incidents": pages.incidents,
    "facts": notes.facts,
    "promises": notes.promises,
    "agenda": notes.agenda,
    "scenes": notes.scenes,
    "questions": notes.questions,
    "messages": notes.messages,
    "decisions": notes.decisions,
    "conflicts": notes.conflicts,
}
"""The pages that are made from what the lead sees now."""

LATEST = 12
"""Entries that `log` shows when no number is given."""


def look(what: Look, session: Session, teller: Teller) -> list[str]:
    """Return the lines that a look shows."""
    if what.what == "log":
        return _log(int(what.about[0]) if what.about else LATEST, session, teller)
    if what.what == "look":
        return _glance(session, teller)
    return PAGES[what.what](session.view, teller.clock, *what.about)


def _log(number: int, session: Session, teller: Teller) -> list[str]:
    """Return the latest entries with their numbers, which `thank` needs."""
    entries = reversed(session.view.strip(number))
    lines = [f"[{e.number}] {teller.clock(e.at)} {teller.sentence(e)}" for e in entries]
    return lines or ["Nothing has happened yet."]


def _glance(session: Session, teller: Teller) -> list[str]:
    """Return everything at a glance."""
    view, clock = session.view, teller.clock
    head = view.header()
    trend = "growing" if head.trend > 0 else "shrinking" if head.trend < 0 else "steady"
    left = span(session.state.world.length - session.now)
    lines = [
        f"{clock(session.now)}, {left} to go; {head.waiting} waiting, {trend};"
        f" {head.p1} of priority 1; {head.due_soon} due in 15 min",
        *pages.calls(view),
    ]
    for title, page in (
        ("Queue", pages.queue),
        ("Team", pages.team),
        ("Promised", notes.promises),
        ("You", notes.agenda),
        ("Waiting for an answer", notes.scenes),
    ):
        lines += ["", f"{title}:", *page(view, clock)]
    return lines
