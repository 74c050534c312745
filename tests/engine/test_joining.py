"""More people on an incident, people who only stand by, and the review afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.acts import shapes
from simulator.engine.world import Factor, Remedy, ReviewSpec, Step, Way

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

REVIEW = ReviewSpec(
    (Factor("no-alarm", "nothing rang"), Factor("alone", "one person knew it"),
     Factor("hidden", "a loose wire", needs=("why",)), Factor("slip", "ana slipped", blames="ana")),
    (Remedy("alarm", "an alarm"), Remedy("pair", "two know it")),
)  # fmt: skip


def outage(kit: Kit, **more: Any) -> Desk:
    """Return a desk of six with one long step; a way out is at hand."""
    fields: dict[str, Any] = {
        "steps": (Step("find", "found", 60),), "review": REVIEW,
        "ways": (Way("over", "workaround", "over the other line", mitigates=True),),
    } | more  # fmt: skip
    team = [kit.analyst(who, skills={"net": 4}) for who in ("ana", "ben", "cy", "di", "ed", "flo")]
    desk = kit.desk(kit.world(
        *team, incidents=(kit.incident(**fields),), storyline=(kit.learn("down", at=12),),
        rules=kit.with_rules(step_sigma=0),
    )).to(12)  # fmt: skip
    desk.do(shapes.Assign("portal", "ana"))
    return desk


def test_who_joins_speeds_the_work_up_to_the_third(kit: Kit) -> None:
    ends = []
    for helpers in (0, 2, 3, 4):
        desk = outage(kit)
        for who in ("ben", "cy", "di", "ed")[:helpers]:
            desk.do(shapes.Join("portal", who))
        desk.to(200)
        ends.append(desk.one("incident.found").at)
    alone, two, three, four = ends
    assert alone > two > three
    # The fourth only stands by.
    assert four >= three


def test_whoever_stands_by_shows_and_is_released(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Join("portal", "ben"))
    desk.do(shapes.Workaround("portal", "over"))
    back = desk.one("incident.mitigated").at
    desk.to(back + 25)
    assert [e.at for e in desk.all("incident.stand-by")] == [back + 10, back + 20]
    desk.do(shapes.Release("portal", "ben"))
    released = desk.one("incident.released")
    assert released.data["idle"] == released.at - back
    assert desk.state.analysts["ben"].task == ""
    desk.to(back + 60)
    assert len(desk.all("incident.stand-by")) == 2


def test_a_review_blames_nobody_and_gives_each_thing_an_owner(kit: Kit) -> None:
    desk = outage(kit)
    assert desk.give(shapes.HoldReview("portal", factors=("alone",))) == "hold-review.early"
    desk.do(shapes.Workaround("portal", "over"))
    assert desk.give(shapes.HoldReview("portal", factors=("hidden",))) == "hold-review.not-found"
    desk.do(shapes.HoldReview("portal", ("ana", "ben"), ("no-alarm", "alone"), ("alarm",),
                              ("ben",), (14,)))  # fmt: skip
    entry = desk.one("incident.reviewed")
    assert (entry.data["blames"], entry.data["owned"], entry.data["days"]) == (False, 1, 14)
    assert ("reviewed", 2) in desk.gains()
    assert desk.give(shapes.HoldReview("portal", factors=("alone",))) == "hold-review.done"


def test_a_review_that_makes_a_person_the_cause_costs_that_person(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Workaround("portal", "over"))
    trust = desk.state.analysts["ana"].trust
    desk.do(shapes.HoldReview("portal", ("ben",), ("slip",)))
    assert desk.one("incident.reviewed").data["blames"] is True
    assert ("blamed", -6) in desk.gains()
    assert desk.state.analysts["ana"].trust == trust + kit.rules.blamed_trust
