"""The quiet ticket that matters: known, and with somebody who can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scoring.figures import take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


QUIET = "ticket:batch-44"


def quiet(maker: Maker) -> None:
    maker.add(37, "ticket.arrived", QUIET, "script", logged=3, channel="portal", skill="apps")
    maker.window(37, "quiet-p1", QUIET, 120)


def start(maker: Maker, at: int, who: str, **more: int) -> int:
    fields: dict[str, int | str] = {"to": who, "waited": 9, "pulled": True, "first": True, **more}
    return maker.put(at, "ticket.started", QUIET, "world", f"analyst:{who}", fields)


def test_knowing_it_and_a_capable_owner_are_both_needed(maker: Maker) -> None:
    quiet(maker)
    start(maker, 45, "ben")
    known = maker.triage(70, QUIET)
    figure = take("capable-owner", maker.log(), kind="quiet-p1")
    assert (figure.value, figure.evidence) == (33, (known,))


@pytest.mark.parametrize(("before", "value"), [(2, 13), (3, None)])
def test_a_ticket_set_to_p1_is_known_while_few_are(
    maker: Maker, before: int, value: int | None
) -> None:
    quiet(maker)
    for at in range(before):
        maker.add(40 + at, "ticket.prioritised", f"ticket:{at}", priority=1, before=3, minutes=1)
    maker.add(48, "ticket.prioritised", QUIET, priority=1, before=3, minutes=1)
    start(maker, 50, "ben")
    assert take("capable-owner", maker.log(), kind="quiet-p1").value == value


@pytest.mark.parametrize(("heard", "value"), [(("shut", "bank"), 23), (("shut",), None)])
def test_a_ticket_is_known_once_all_it_tells_was_heard_elsewhere(
    maker: Maker, heard: tuple[str, ...], value: int | None
) -> None:
    maker.add(
        37, "window.opened", QUIET, "script", seen=False, window="quiet", kind="quiet-p1",
        closes=120, facts=("shut", "bank"),
    )  # fmt: skip
    start(maker, 45, "ben")
    for fact in heard:
        last = maker.add(60, "fact.learned", "lead", "world", "stakeholder:ines", fact=fact)
    figure = take("capable-owner", maker.log(), kind="quiet-p1")
    assert figure.value == value
    assert value is None or figure.evidence == (last,)


def test_an_owner_it_is_taken_from_again_is_no_owner(maker: Maker) -> None:
    """Until it stays; after the window nobody asks any more."""
    quiet(maker)
    maker.triage(40, QUIET)
    start(maker, 45, "ben")
    stays = maker.give(60, QUIET, "ana", move="ben")
    maker.give(70, QUIET, "ana", move="ana")
    maker.give(130, QUIET, "ben", move="ana")
    figure = take("capable-owner", maker.log(), kind="quiet-p1")
    assert (figure.value, figure.evidence) == (23, (stays,))


def test_an_owner_who_cannot_do_it_is_no_owner(maker: Maker) -> None:
    quiet(maker)
    maker.triage(40, QUIET)
    start(maker, 45, "cleo", gap=-2)
    given = maker.give(60, QUIET, "ben", move="cleo", gap=1)
    figure = take("capable-owner", maker.log(), kind="quiet-p1")
    assert (figure.value, figure.evidence) == (23, (given,))


@pytest.mark.parametrize("kind", ["ticket.passed-on", "ticket.let-go"])
def test_an_owner_who_gives_it_up_again_is_no_owner(maker: Maker, kind: str) -> None:
    quiet(maker)
    maker.triage(40, QUIET)
    start(maker, 45, "cleo", gap=-1)
    maker.put(52, kind, QUIET, "world", "analyst:cleo", {"from": "cleo", "why": "skill"})
    given = maker.give(60, QUIET, "ben", gap=1)
    figure = take("capable-owner", maker.log(), kind="quiet-p1")
    assert (figure.value, figure.evidence) == (23, (given,))


def test_a_ticket_never_opened_is_not_known(maker: Maker) -> None:
    quiet(maker)
    start(maker, 45, "ben")
    assert take("capable-owner", maker.log(), kind="quiet-p1").value is None
