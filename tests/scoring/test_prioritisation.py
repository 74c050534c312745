"""Targets that were missed, what was opened first, and a matter seen as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.rubric import Scope
from tests.scoring.figures import PORTAL, take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


def read(maker: Maker, *tickets: tuple[int, str, int]) -> None:
    for at, ticket, priority in tickets:
        maker.triage(at, f"ticket:{ticket}", priority)


def test_targets_missed_leave_the_incident_out(maker: Maker) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    missed = maker.add(
        90, "ticket.breached", "ticket:desk.4", "world", target="respond", priority=3
    )
    maker.add(91, "ticket.breached", "ticket:portal.2", "world", target="respond", priority=1)
    maker.add(
        92, "ticket.breached", "ticket:x", "world", target="resolve", priority=1, incident="portal"
    )
    log = maker.log()
    assert (take("targets-missed", log).value, take("targets-missed", log).evidence) == (
        1, (missed,),
    )  # fmt: skip
    assert take("targets-missed", log, Scope(priority=frozenset({1}))).value == 0


def test_the_first_ticket_of_an_incident_opened_counts_for_it(maker: Maker) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(20, "first-signs", PORTAL, 60)
    maker.triage(22, "ticket:desk.3")
    opened = maker.triage(24, "ticket:portal.1")
    figure = take("first-triage", maker.log(), kind="first-signs")
    assert (figure.value, figure.evidence) == (4, (opened,))


def test_a_contact_that_is_named_counts_for_its_incident(maker: Maker) -> None:
    maker.add(18, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(20, "first-signs", PORTAL, 60)
    maker.add(
        20, "ticket.arrived", "ticket:odd", "script", logged=3, channel="portal", skill="apps",
        part_of="portal",
    )  # fmt: skip
    maker.triage(22, "ticket:desk.3")
    opened = maker.triage(25, "ticket:odd")
    figure = take("first-triage", maker.log(), kind="first-signs")
    assert (figure.value, figure.evidence) == (5, (opened,))


def test_reading_counts_what_was_opened_beside_an_incident_for_nothing(maker: Maker) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    read(maker, (18, "before", 3), (30, "one", 3), (32, "two", 4), (34, "found", 1),
         (36, "portal.2", 3), (90, "after", 3))  # fmt: skip
    maker.add(80, "incident.mitigated", PORTAL, "world", after=60, by="ana")
    figure = take("reading-beside", maker.log())
    assert (figure.value, figure.counted) == (4, 2)


def test_reading_before_counts_ordinary_tickets_until_the_quiet_one_is_known(maker: Maker) -> None:
    maker.window(20, "quiet-p1", "ticket:odd", 60)
    read(maker, (18, "early", 3), (30, "one", 4), (32, "other", 2), (34, "odd", 1), (41, "late", 3))
    figure = take("reading-before", maker.log(), kind="quiet-p1")
    assert (figure.value, figure.counted) == (4, 2)


def test_reading_before_a_ticket_nobody_opened_counts_while_it_mattered(maker: Maker) -> None:
    maker.window(20, "quiet-p1", "ticket:odd", 60)
    read(maker, (18, "early", 3), (41, "one", 3), (61, "after", 3))
    assert take("reading-before", maker.log(), kind="quiet-p1").value == 4


def test_what_was_set_to_p1_is_known_without_opening_it(maker: Maker) -> None:
    maker.window(20, "quiet-p1", "ticket:odd", 60)
    read(maker, (18, "early", 3))
    maker.add(25, "ticket.prioritised", "ticket:odd", priority=1, before=3, minutes=1)
    read(maker, (41, "one", 3))
    assert take("reading-before", maker.log(), kind="quiet-p1").value == 2


def test_a_matter_is_seen_as_one_once_its_incident_is_known(maker: Maker) -> None:
    maker.window(20, "first-signs", PORTAL, 60)
    maker.add(24, "incident.known", "incident:door", service="door")
    known = maker.add(33, "incident.known", PORTAL, service="portal")
    figure = take("seen-as-one", maker.log(), kind="first-signs")
    assert (figure.value, figure.evidence) == (13, (known,))


def test_a_matter_that_nobody_saw_has_no_figure(maker: Maker) -> None:
    maker.window(20, "first-signs", PORTAL, 60)
    assert take("seen-as-one", maker.log(), kind="first-signs").value is None


def test_a_matter_is_seen_and_given_once_it_is_both(maker: Maker) -> None:
    """Whichever comes first; to somebody out of reach it is given to nobody."""
    maker.window(20, "look-alike", PORTAL, 60)
    maker.give(22, PORTAL, "cleo", gap=-2)
    assert take("seen-and-given", maker.log(), kind="look-alike").value is None
    maker.give(26, PORTAL, "ana", move="cleo")
    assert take("seen-and-given", maker.log(), kind="look-alike").value is None
    known = maker.add(33, "incident.known", PORTAL, service="portal")
    maker.give(40, PORTAL, "ana", move="ana")
    figure = take("seen-and-given", maker.log(), kind="look-alike")
    assert (figure.value, figure.evidence) == (13, (known,))


def test_a_matter_that_wanders_is_somebodys_once_it_stays(maker: Maker) -> None:
    maker.window(20, "look-alike", PORTAL, 60)
    maker.add(24, "incident.known", PORTAL, service="portal")
    maker.give(26, PORTAL, "ana")
    stays = maker.give(39, PORTAL, "ben", move="ana")
    figure = take("seen-and-given", maker.log(), kind="look-alike")
    assert (figure.value, figure.evidence) == (19, (stays,))


@pytest.mark.parametrize(("complete", "value"), [(True, 18), (False, None)])
def test_what_is_put_to_somebody_outside_with_all_they_need_is_somebodys(
    maker: Maker, complete: bool, value: int | None
) -> None:
    maker.window(20, "look-alike", PORTAL, 60)
    maker.add(24, "incident.known", PORTAL, service="portal")
    maker.add(
        38, "task.escalated", "stakeholder:boss", task="portal", facts=(), complete=complete,
        again=0, minutes=4,
    )  # fmt: skip
    assert take("seen-and-given", maker.log(), kind="look-alike").value == value
