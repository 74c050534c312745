"""Each reason for which a window was left unused has words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from scoring.assess import fill
from scoring.debrief.happened import missed_in
from scoring.debrief.misses import unused_words
from scoring.debrief.moment import Case
from scoring.debrief.telling import Telling
from scoring.rubric import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scoring.conftest import Criteria, Maker

PORTAL = "incident:portal"
NAMES = {PORTAL: "the portal", "analyst:ana": "Priya", "analyst:ben": "Mei",
         "stakeholder:cfo": "Marta Lind", "stakeholder:users": "users"}  # fmt: skip
EXECUTIVE, USERS = (Scope(audience=frozenset({one})) for one in ("executive", "users"))


def clock(minute: int) -> str:
    return f"{8 + minute // 60:02}:{minute % 60:02}"


def in_the_portal(measure: str, maker: Maker, make_criterion: Criteria, scope: Scope) -> str:
    """Return what is said of a measure that found nothing in the portal's window."""
    log = maker.log()
    criterion = make_criterion(measure, scope=scope)
    case = Case(log, Telling.of(log, NAMES, clock), criterion, fill(log, criterion), False)
    found = missed_in(case, log.windows[0])
    assert found is not None
    return " ".join(unused_words(found[0]))


def declared(maker: Maker, at: int) -> None:
    maker.add(at, "incident.declared", PORTAL, severity=1, since=20, minutes=2)


def sent(maker: Maker, at: int, who: str, **more: Any) -> None:
    maker.message(at, who, "impact", **more)


REASONS: list[tuple[str, Callable[[Maker], None], Scope, str]] = [
    ("own-hands", lambda m: declared(m, 110), Scope(),
     "Nothing that you did was about the portal by 09:22, half of its time. "
     "At 09:50 you declared the portal, severity 1."),
    ("own-hands", lambda m: declared(m, 30), Scope(),
     "Nothing that you did was about the portal between 08:30 and 10:20."),
    ("executive-words", lambda m: sent(m, 38, "cfo", about="laptops"), EXECUTIVE,
     "You sent Marta Lind no update about the portal from 08:25 to 10:20. "
     "What you wrote to Marta Lind at 08:38 was about another matter."),
    ("first-update", lambda m: sent(m, 38, "users", about="laptops"), USERS,
     "You sent users no first word about the portal before 10:20. "
     "What you wrote to users at 08:38 was about another matter."),
    ("first-update", lambda m: sent(m, 38, "users"), USERS,
     "You wrote to users at 08:38, and named no time for the next word."),
    ("first-update", lambda m: sent(m, 38, "users", next=60, untrue=True), USERS,
     "What you wrote to users at 08:38 said more than was known, or kept back what was."),
    ("delegated-complete", lambda m: given_late(m, 150), Scope(),
     "You gave it to nobody before 10:20; Priya got it from you at 10:30."),
    ("delegated-complete", lambda m: given_late(m, 50, gap=-2), Scope(),
     "You gave it to Priya at 08:50: it was out of reach for Priya."),
    ("seen-and-given", lambda m: moved_on(m), Scope(),
     "It was known for one matter at 08:30. You gave it to Priya, and moved it on later."),
    ("check-ins-kept", lambda m: looked_late(m), Scope(),
     "At 09:10 you looked in on Priya, agreed for 08:50, 20 minutes late."),
    ("way-on", lambda m: None, Scope(),
     "You put no workaround in place for the portal before 10:20, and wrote of none."),
    ("way-on", lambda m: reversed_way(m), Scope(),
     "At 08:50 you put a workaround in place for the portal. You took it back at 09:00."),
    ("closing-word", lambda m: None, USERS,
     "You sent users no word about the portal before 10:20."),
    ("decision-complete", lambda m: None, Scope(), "You wrote down no decision before 10:20."),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "did", "scope", "said"), REASONS)
def test_each_reason_has_its_own_words(
    maker: Maker, make_criterion: Criteria, measure: str, did: Callable[[Maker], None],
    scope: Scope, said: str,
) -> None:  # fmt: skip
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    maker.window(25, "p1-knowable", PORTAL, 140)
    did(maker)
    maker.add(max(140, maker.entries[-1].at), "incident.mitigated", PORTAL, "world", after=120)
    assert in_the_portal(measure, maker, make_criterion, scope) == said


def given_late(maker: Maker, at: int, **more: Any) -> None:
    maker.give(at, PORTAL, "ana", **more)


def moved_on(maker: Maker) -> None:
    maker.add(30, "incident.known", PORTAL, "world", service="portal")
    maker.give(50, PORTAL, "ana")
    maker.give(160, PORTAL, "ben", move="ana")


def looked_late(maker: Maker) -> None:
    maker.add(70, "analyst.checked-in", "analyst:ana", agreed=50, late=20, task="portal", minutes=2)


def reversed_way(maker: Maker) -> None:
    maker.add(50, "incident.workaround", PORTAL, way="again", minutes=2)
    maker.add(60, "incident.reversed", PORTAL, way="again", minutes=2)
