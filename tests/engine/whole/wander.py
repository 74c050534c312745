"""A lead who acts at random.

Golden digests are taken from it: leave it as it is, and write a new one beside it.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any, get_args

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element, Given, Note
from simulator.engine.acts.shapes import team

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.acts.base import Act
    from simulator.engine.state import State
    from simulator.engine.world import World


POWERS = ("", "restart", "call", "move")


TRIES = 4
"""How often a lead thinks again about what cannot be done."""


def known_facts(view: api.View) -> tuple[str, ...]:
    """Return what the lead knows."""
    return tuple(one.id for one in view.facts())


class Wanderer:
    """A lead who acts at random: mostly what can be done, now and then what cannot."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.rng = Random(seed)
        self.kinds: set[str] = set()
        self.facts = [fact.id for fact in world.facts]

    def minute_or_none(self, now: int) -> int | None:
        """Return a minute ahead, or none."""
        return self.rng.choice((None, now + self.rng.randint(3, 60)))

    def note(self) -> Note | None:
        """Return a note that may say what nobody knows."""
        parts = [tuple(self.rng.sample(self.facts, self.rng.randint(0, 1))) for _ in range(4)]
        return self.rng.choice((None, Note(*parts)))

    def message(self, view: api.View) -> Act:
        """Return a message of some elements."""
        rng = self.rng
        to = rng.choice(("cfo", "users", "vendor", "boss", "desk"))
        about = rng.choice(("portal", "portal", "backup", ""))
        offered = list(view.wordings(to, about))
        chosen = {one.element: one for one in rng.sample(offered, rng.randint(0, len(offered)))}
        elements = [
            Element(one.element, one.id, view.now + 40 if one.element == "time" else None)
            for one in chosen.values() if one.element != "next-update"
        ]  # fmt: skip
        if rng.random() < 0.6:
            minute = view.now + rng.randint(5, 40)
            elements.append(Element("next-update", rng.choice(("", "again-at")), minute))
        return shapes.Message(to, about, tuple(elements))

    def act(self, view: api.View) -> Act:
        """Return the next act."""
        rng, now = self.rng, view.now
        tickets = [one.id for one in view.tickets()] or ["none"]
        ticket = rng.choice(tickets)
        incident = rng.choice(("portal", "portal", "backup", "gate"))
        task = rng.choice((ticket, incident))
        who = rng.choice([one.id for one in self.world.team])
        other = rng.choice((None, None, "cy", "bo"))
        style: Any = rng.choice(("show", "alongside", "on-call", "hand-over"))
        outcome, may = rng.choice(("", "", "which", "why")), rng.choice(((), ("take-node-out",)))
        if task != "portal":
            outcome, may = "", ()
        terms = (style, outcome, self.minute_or_none(now), self.minute_or_none(now), may, other)
        scene = view.scene() or next(view.scenes(), None)
        if scene is not None and rng.random() < 0.4:
            if rng.random() < 0.25:
                return shapes.NotNow(scene.id)
            return shapes.Answer(scene.id, rng.choice(scene.choices).id)
        waits = [one.id for one in view.incidents() if one.halted_since is not None]
        if waits and rng.random() < 0.3:
            return shapes.GoAhead(rng.choice(waits))
        if now > self.world.length - 25 and rng.random() < 0.2:
            return shapes.HandOver(tuple(tickets[:3]), facts=known_facts(view)[:1])
        seen = [e.number for e in view.strip(12)] or [-1]
        question = rng.choice(("how-far", "needs", "why-easy", "server", "when", "stop", "lead-it"))
        order: Any = rng.choice(("impact", "oldest", "own"))
        words: Any = rng.choice(("behaviour-and-impact", "behaviour-and-impact", "label"))
        held = [one.id for one in view.tickets() if one.who or one.parked_by] or ["none"]
        done = [
            (one.who, one.id) for one in view.all_tickets()
            if one.state == "resolved" and one.who not in ("", "lead")
        ] or [(who, task)]  # fmt: skip
        halted = [one.id for one in view.tickets() if one.halted_since is not None]
        known = known_facts(view)
        rule: Any = rng.choice(("route", "only"))
        after = rng.randint(5, 20)
        roles: Any = ("lead", "operations", "communications", "scribe")
        hows: tuple[Any, ...] = ("users", "monitoring")
        arrived = list(view.all_tickets())
        of, any_ticket = rng.choice([(one.of, one.id) for one in arrived] or [("vpn", "none")])
        skill, step = rng.choice(("net", "app", "net")), rng.choice(get_args(team.CoachStep))
        topics, need = get_args(team.Topic), rng.choice(get_args(team.Need))
        back = [(str(e.data["by"]), e.number) for e in view.strip(60)
                if e.kind == "ticket.returned"]  # fmt: skip
        whose, lapse = rng.choice((*back, (who, seen[0])))
        makers: tuple[Callable[[], Act], ...] = (
            lambda: shapes.Brief(order, rng.choice(("", *known))),
            lambda: shapes.Triage(ticket),
            lambda: shapes.Triage(ticket),
            lambda: shapes.SetPriority(ticket, rng.randint(1, 4)),
            lambda: shapes.Link(incident),
            lambda: shapes.Declare(incident, rng.randint(1, 4)),
            lambda: shapes.Declare("portal", 1),
            lambda: shapes.Assign(task, who, *terms),
            lambda: shapes.Assign(task, who, *terms),
            lambda: shapes.Reassign(task, who, *terms, self.note()),
            lambda: shapes.Reassign(rng.choice(held), who, "on-call", note=self.note()),
            lambda: shapes.GoAhead(rng.choice(("portal", *halted))),
            lambda: shapes.GoAhead(rng.choice(("none", *halted)), rng.choice((None, now + 9))),
            lambda: shapes.Reserve(who, rng.choice(("p1", "planning", "net", "")), now + 30),
            lambda: shapes.StandingOrder(rule, rng.choice(("net", "laptop")), who),
            lambda: shapes.StandingOrder("allow", rng.choice(("spend", "take-node-out")), who),
            lambda: shapes.StandingOrder("escalate", "", rng.choice(("", "vendor")), after),
            lambda: shapes.StandingOrder("tell", "", rng.choice(("cfo", "users")), after),
            lambda: shapes.LiftOrder(rng.randint(1, 3)),
            lambda: shapes.GiveRole("portal", rng.choice(roles), rng.choice((who, "lead"))),
            lambda: shapes.Pair(who, rng.choice(("ana", "bo")), now + 25),
            lambda: shapes.Defer(ticket, self.minute_or_none(now), rng.choice(("", "later"))),
            lambda: shapes.Decline(ticket, rng.choice(("", "not-ours", "mood"))),
            lambda: shapes.CheckIn(who),
            lambda: shapes.Take(task),
            lambda: shapes.Leave(),
            lambda: self.message(view),
            lambda: self.message(view),
            lambda: shapes.Acknowledge(ticket),
            lambda: shapes.Ask(rng.choice((who, "cfo", "dee", "cy")), question),
            lambda: shapes.Escalate("portal", rng.choice(("vendor", "boss")),
                                    rng.choice(POWERS), known),
            lambda: shapes.Workaround("portal", rng.choice(("again", "restart"))),
            lambda: shapes.Workaround("portal", "again"),
            lambda: shapes.Investigate(incident, rng.choice(("", "release", "line", "node"))),
            lambda: shapes.SetSeverity(incident, rng.randint(1, 4)),
            lambda: shapes.Rollback(
                "portal", rng.choice(("old-release", "second-line")),
                rng.choice(("", "again")), rng.random() < 0.7,
            ),
            lambda: shapes.Reverse("portal", rng.choice(("again", "second-line"))),
            lambda: shapes.Verify(incident, rng.choice(hows)),
            lambda: shapes.FreezeChange(rng.choice(("patch", "move"))),
            lambda: shapes.CallVendor("vendor", "portal", rng.choice(("fast", "slow")), known),
            lambda: shapes.CallVendor("vendor", "portal", rng.choice(("fast", "slow")), known),
            lambda: shapes.Join(incident, who),
            lambda: shapes.Release(incident, who),
            lambda: shapes.HoldReview(
                "portal", (who,), (rng.choice(("alone", "no-alarm", "typo")), "alone"),
                ("alarm",), (who,), (14,),
            ),
            lambda: shapes.UnfreezeChange(rng.choice(("patch", "move"))),
            lambda: shapes.Decide("paper", ("bank",), now + 20, "cash"),
            lambda: shapes.SendOnBreak(who),
            lambda: shapes.Listen(who),
            lambda: shapes.TalkThrough("pair", words),
            lambda: shapes.Recognise(who, rng.choice(seen)),
            lambda: shapes.Review(who, task),
            lambda: shapes.OneOnOne(who, tuple(rng.sample(topics, rng.randint(0, 2)))),
            lambda: shapes.Coach(who, skill, step, rng.choice(("", any_ticket))),
            lambda: shapes.Coach(who, skill, step, rng.choice(("", any_ticket))),
            lambda: shapes.GiveFeedback(
                who, rng.choice(("positive", "corrective")), rng.choice((-1, *seen)),
                rng.choice(("", "user")), rng.choice(("", "ask-sooner")),
                rng.choice(("private", "public")), rng.random() < 0.3,
            ),
            lambda: shapes.ApplyStandard(whose, lapse, rng.choice(("reminder", "warning"))),
            lambda: shapes.AskOvertime(who, rng.choice((10, 30, 60))),
            lambda: shapes.Protect(who, now + rng.randint(1, 40)),
            lambda: shapes.AskManager("boss", need, "portal", "restart", known[:1]),
            lambda: shapes.WriteArticle(of, who, rng.choice(("", "cy", "bo"))),
            lambda: shapes.OpenProblem(rng.choice((of, incident)), (any_ticket,)),
            lambda: shapes.ProposeAutomation(of),
            lambda: shapes.Study(rng.choice(("returns", "case-mix")), who),
            lambda: shapes.SampleTickets(who),
            lambda: shapes.Review(*rng.choice(done)),
            lambda: shapes.Withdraw(max(0, self.given - rng.randint(0, 1))),
        )  # fmt: skip
        made = rng.choice(makers)()
        for _ in range(TRIES):
            if view.possible(made) is None:
                break
            made = rng.choice(makers)()
        return made

    def next_act(self, view: api.View) -> Act:
        """Return an act; half of the time one of a kind that is possible and was not given yet."""
        drawn = self.act(view)
        for _ in range(self.rng.choice((0, 12))):
            if drawn.kind not in self.kinds and view.possible(drawn) is None:
                break
            drawn = self.act(view)
        self.kinds.add(drawn.kind)
        return drawn

    given = -1

    def play(self, state: State) -> list[Given]:
        """Play a shift to its end; return what was given."""
        view, acts = api.view(state), []
        while not state.over:
            for _ in range(self.rng.choice((0, 1, 1, 2))):
                acts.append(api.give(state, self.next_act(view)))
                self.given = acts[-1].number
            api.advance(state, min(self.world.length, state.now + self.rng.randint(1, 7)))
        return acts
