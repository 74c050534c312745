"""A small made-up desk: what a lead sees on it, to read lines against."""

from __future__ import annotations

from simulator.engine.authority import Power
from simulator.engine.rules import Rules
from simulator.engine.seen import (
    AnalystView,
    ChangeView,
    ChoiceView,
    ConflictView,
    DecisionView,
    FactView,
    IncidentView,
    QuestionView,
    SceneView,
    StakeholderView,
    TicketView,
    WordingView,
)
from simulator.engine.world import (
    Clause,
    Contract,
    Factor,
    IncidentSpec,
    Remedy,
    ReviewSpec,
    StakeholderSpec,
    Way,
    World,
    always,
)


class Sight:
    """What a lead sees on a small made-up desk: just enough of a View to read lines against."""

    now = 25
    world = World(
        id="small", version="1", hash="", title="Small", starts=4 * 1440 + 480, length=210,
        rules=Rules(), team=(),
        incidents=(
            IncidentSpec(
                "portal", "Payroll portal", "portal", "network", always(0), (),
                ways=(Way("try-again", "workaround", "users try again"),
                      Way("restart", "rollback", "restart it")),
                review=ReviewSpec((Factor("no-alarm", "nothing rang", ("only-node-c",)),
                                   Factor("hidden", "a loose wire", ("why",))),
                                  (Remedy("alarm", "an alarm"),)),
            ),
        ),
        stakeholders=(
            StakeholderSpec("paylane", "Paylane", "Paylane", "vendor", contract=Contract(
                (Clause("answer-p1", "within half an hour", 30),), always(50))),
        ),
    )  # fmt: skip

    def tickets(self) -> list[TicketView]:
        """Return three open tickets."""
        return [ticket(204, "Portal times out"), ticket(207, "Batch 44"), ticket(216, "Dock")]

    waiting = tickets

    def powers(self) -> list[Power]:
        """Return one power that needs the CFO's word."""
        return [Power("send-on-break", "ask", "cfo", None)]

    def ticket(self, key: str) -> TicketView:
        """Return one of them."""
        return next(t for t in self.all_tickets() if t.id == key)

    def withdrawable(self) -> int:
        """Return that act 7 can be taken back."""
        return 7

    def all_tickets(self) -> list[TicketView]:
        """Return one more, which was resolved."""
        return [*self.tickets(), ticket(190, "Wi-Fi")._replace(state="resolved")]

    def team(self) -> list[AnalystView]:
        """Return four analysts; Priya has the portal."""
        return [
            analyst("priya", "Priya Nair", "portal"), analyst("tomas", "Tomas Reyes"),
            analyst("aisha", "Aisha Rahman"), analyst("mei", "Mei Chen", "desk.207"),
        ]  # fmt: skip

    def stakeholders(self) -> list[StakeholderView]:
        """Return an executive, a vendor and the users."""
        return [
            StakeholderView("cfo", "Marta Lind", "Marta", "executive", "CFO", None, None),
            StakeholderView("paylane", "Paylane", "Paylane", "vendor", "", None, None),
            StakeholderView("users", "Everybody", "Users", "users", "", None, None),
        ]

    def incidents(self) -> list[IncidentView]:
        """Return the portal's outage."""
        return [
            IncidentView(
                id="portal", name="Payroll portal", service="portal", skill="network",
                difficulty=3, declared=True, severity=1, known_since=20, state="open",
                who="priya", beside="", style="show", unasked=False,
                halted_since=23, asks="next-step",
                question="Shall I look why?", due=None, left=55, linked=5, unlinked=1,
                permits=(("take-node-out", "take a node out"), ("call-paylane", "call Paylane")),
                outcomes=(("node-and-why", "find which node, and why"),),
                ways=(("try-again", "users try again"), ("restart", "restart it")),
                worse_until=None, in_place=("try-again",),
                theories=(("node-c", "one node is ill", "open"),),
            )
        ]  # fmt: skip

    def changes(self) -> list[ChangeView]:
        """Return one planned change."""
        return [ChangeView("routers", "the routers' update", 90, "", False, False, "")]

    def knows(self, fact: str) -> bool:
        """Return whether it is one of the facts."""
        return fact in [one.id for one in self.facts()]

    def facts(self) -> list[FactView]:
        """Return two facts."""
        return [
            FactView("one-in-three", "a third of logins time out", 23, False),
            FactView("only-node-c", "only node C turns people away", 24, True),
        ]

    def scenes(self) -> list[SceneView]:
        """Return a call."""
        choices = (
            ChoiceView("promise", "Back by eleven.", 3, ""),
            ChoiceView("next-word", "I ring at 09:09.", 3, ""),
        )
        return [SceneView("cfo-calls", "cfo", "When?", "phone", 30, False, choices)]

    def scene(self) -> SceneView:
        """Return the call."""
        return self.scenes()[0]

    def questions(self, who: str) -> list[QuestionView]:
        """Return what can be asked."""
        return [QuestionView("easy-ones", who, "Why the easy ones?")] if who == "tomas" else []

    def wordings(self, to: str, about: str, element: str) -> list[WordingView]:
        """Return two wordings for each part."""
        return [
            WordingView(f"{element}-plain", element, "Plain words.", True),
            WordingView(f"{element}-vague", element, "Soon.", False),
        ]

    def reasons(self) -> list[tuple[str, str]]:
        """Return a reason for saying no."""
        return [("not-ours", "it belongs to another team")]

    def decisions(self) -> list[DecisionView]:
        """Return the paper fallback."""
        reasons = (("bank-cut-off", "the bank closes at 11:00"), ("payday", "it is payday"))
        fallbacks = (("call-bank", "we call the bank"),)
        return [DecisionView("paper-fallback", "Paper", reasons, fallbacks, 135, False)]

    def conflicts(self) -> list[ConflictView]:
        """Return the friction between Priya and Tomas."""
        return [ConflictView("hand-offs", ("priya", "tomas"), "terse notes", 12, (), False)]


def ticket(number: int, subject: str) -> TicketView:
    """Return a ticket of the made-up desk."""
    return TicketView(
        id=f"desk.{number}", number=number, subject=subject, body="", requester="Ines",
        channel="portal", skill="apps", service="", priority=3, triaged=False, arrived=10,
        state="new", who="", parked_by="", respond_by=70, resolve_by=250, left=45, incident="",
        returned=0, outcomes=(("mend", "mend it"),), of="vpn",
    )  # fmt: skip


def analyst(key: str, name: str, on: str = "") -> AnalystView:
    """Return an analyst of the made-up desk."""
    return AnalystView(
        id=key, name=name, short=name.split()[0], skills=(("network", 3),), place="desk",
        until=None, on=on, since=20, parked=(), load=1, signs=(), waits_since=None, asks="",
        agreed_check_in=None, idle=0,
    )  # fmt: skip
