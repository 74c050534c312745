"""Acts that are refused on desks of their own, each made for one reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Note
from simulator.engine.world import Authority, ConflictSpec, Contacts, Permit, Step, Way
from tests.engine.busy import busy_world

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from tests.engine.conftest import Desk, Kit


def linked(kit: Kit) -> tuple[Desk, Act]:
    """A duplicate that is folded into its incident cannot be given away."""
    incident = kit.incident(contacts=Contacts(kit.kind("login"), ((0, 2000),)))
    desk = kit.desk(kit.world(incidents=(incident,), storyline=(kit.learn("down", at=20),))).to(20)
    for act in (shapes.Declare("portal"), shapes.Link("portal")):
        desk.do(act)
    ticket = next(t.id for t in desk.state.tickets.values() if t.linked)
    return desk, shapes.Assign(ticket, "ana")


def mended(kit: Kit) -> tuple[Desk, Act]:
    """An incident that is mended for good cannot be declared."""
    steps = (Step("fix", "done", 5, effect="resolves"),)
    world = kit.world(incidents=(kit.incident(steps=steps),), storyline=(kit.learn("down", at=20),))
    (desk := kit.desk(world).to(20)).do(shapes.Assign("portal", "ana"))
    return desk.to(60), shapes.Declare("portal")


def back_again(kit: Kit) -> tuple[Desk, Act]:
    """Where the service is back, there is nothing to work around."""
    steps = (Step("fix", "done", 5, effect="mitigates"),)
    incident = kit.incident(steps=steps, ways=(Way("again", "workaround", "try again"),))
    world = kit.world(incidents=(incident,), storyline=(kit.learn("down", at=20),))
    desk = kit.desk(world).to(20)
    desk.do(shapes.Assign("portal", "ana"))
    return desk.to(60), shapes.Workaround("portal", "again")


def one_s_own(kit: Kit) -> tuple[Desk, Act]:
    """What the lead has in hand is left, not moved."""
    desk = kit.desk(busy_world(kit)).to(3)
    desk.give(shapes.Take("second"))
    return desk.to(5), shapes.Reassign("second", "cy")


def not_here(kit: Kit) -> tuple[Desk, Act]:
    """A scenario names the acts it uses."""
    desk = kit.desk(kit.world(acts=frozenset({"brief"})))
    assert desk.give(shapes.Brief()) == ""
    return desk, shapes.Listen("ana")


def somebody_else_s_word(kit: Kit) -> tuple[Desk, Act]:
    """A go-ahead that is the manager's to give."""
    steps = (Step("stop", "stopped", 5, asks="stop"),)
    world = kit.world(
        incidents=(kit.incident(steps=steps, permits=(Permit("stop", "stop it"),)),),
        stakeholders=(kit.person("boss", "manager"),), storyline=(kit.learn("down", at=20),),
        authority=Authority(ask={"stop": "boss"}),
    )  # fmt: skip
    desk = kit.desk(world).to(20)
    desk.do(shapes.Assign("portal", "ana"))
    assert desk.give(shapes.Take("portal")) == "authority.ask"
    return desk, shapes.GoAhead("portal")


def taken_twice(kit: Kit) -> tuple[Desk, Act]:
    """A ticket that the lead is at already."""
    desk = kit.desk(busy_world(kit)).to(20)
    act = shapes.Take(next(api.view(desk.state).tickets()).id)
    assert desk.give(act) == ""
    return desk, act


def rung(kit: Kit, channel: str = "phone") -> Desk:
    """Ana answers the telephones and is with somebody; ben does not."""
    ana, ben = kit.analyst("ana", skills={"net": 4}), kit.analyst("ben")
    return kit.desk(kit.world(
        ana, ben, phones=("ana",), tickets=(kit.ticket("call", at=5, channel=channel),),
    )).to(6)  # fmt: skip


def on_the_telephone(kit: Kit) -> tuple[Desk, Act]:
    return rung(kit), shapes.Listen("ana")


def at_the_counter(kit: Kit) -> tuple[Desk, Act]:
    return rung(kit, "walk-up"), shapes.Take("call")


def answers_already(kit: Kit) -> tuple[Desk, Act]:
    return rung(kit), shapes.Phones("ana")


def answers_not(kit: Kit) -> tuple[Desk, Act]:
    return rung(kit), shapes.Phones("ben", on=False)


def waits_outside(kit: Kit) -> tuple[Desk, Act]:
    rules = kit.with_rules(outside_waits=True, on_user=1000)
    return kit.desk(kit.world(tickets=(kit.ticket("a"),), rules=rules)).to(8), shapes.Take("a")


def lapse_of_ana(kit: Kit) -> Desk:
    """A ticket of ana's has come back."""
    return kit.alone(kit.ticket("a", effort=1, returns=1000)).to(100)


def answered_lapse(kit: Kit) -> tuple[Desk, Act]:
    """A lapse is answered once."""
    desk = lapse_of_ana(kit)
    act = shapes.ApplyStandard("ana", desk.all("ticket.returned")[0].number)
    desk.do(act)
    return desk, act


def at_your_word(kit: Kit) -> tuple[Desk, Act]:
    """What the lead ordered between two who quarrel is nobody's lapse."""
    pair = ConflictSpec("pair", ("ana", "ben"), 51, 1, "They do not talk.")
    desk = kit.pair(
        kit.ticket("a", effort=90), conflicts=(pair,), storyline=(kit.learn("why"),)
    ).to(5)
    desk.do(shapes.Reassign("a", "ben", note=Note(tested=("why",))))
    return desk, shapes.ApplyStandard("ben", desk.one("ticket.refused").number)


def thanked_twice(kit: Kit) -> tuple[Desk, Act]:
    """A deed is thanked for once."""
    desk = kit.alone(kit.ticket("a", effort=1)).to(5)
    act = shapes.Recognise("ana", desk.one("ticket.resolved").number)
    desk.do(act)
    return desk, act


def learned_enough(kit: Kit) -> tuple[Desk, Act]:
    """One thing learned in a shift is enough."""
    desk = kit.alone(kit.ticket("a", effort=1)).to(5)
    desk.state.analysts["ana"].grown = True
    return desk, shapes.Coach("ana", "net", "gaps")


def answered_request(kit: Kit) -> tuple[Desk, Act]:
    """The manager has answered already."""
    desk = kit.desk(busy_world(kit)).to(20)
    desk.do(shapes.AskManager("boss", "time", facts=("down",)))
    return desk.to(40), shapes.AskManager("boss", "time")


def at_home(kit: Kit) -> tuple[Desk, Any]:
    """Somebody who knows more works from home."""
    gus = kit.analyst("gus", skills={"net": 4}, remote=True)
    world = kit.world(kit.analyst("ana", skills={"net": 2}), gus)
    return kit.desk(world).to(3), shapes.Pair("ana", "gus", 60)


SITUATIONS: dict[str, Any] = {
    "pair.remote": at_home,
    "standard.done": answered_lapse, "standard.your-order": at_your_word,
    "recognise.done": thanked_twice, "coach.enough": learned_enough,
    "manager.answered": answered_request,
    "ticket.on-hold": waits_outside,
    "person.on-call": on_the_telephone, "person.with-visitor": at_the_counter,
    "phones.on": answers_already, "phones.off": answers_not,
    "take.already": taken_twice,
    "ticket.linked": linked, "incident.resolved": mended, "workaround.too-late": back_again,
    "reassign.yours": one_s_own, "act.not-here": not_here, "authority.ask": somebody_else_s_word,
}  # fmt: skip
