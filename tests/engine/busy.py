"""A desk on which everything can go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.world import (
    Answer,
    Authority,
    Choice,
    Clause,
    ConflictSpec,
    Contract,
    DecisionSpec,
    Factor,
    FactSpec,
    Moment,
    Permit,
    PlannedChange,
    Question,
    Reason,
    Recovery,
    ReviewSpec,
    Span,
    Step,
    Theory,
    Way,
    Wording,
    World,
    always,
)

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


def busy_world(kit: Kit) -> World:
    """Return a desk on which everything can go wrong.

    Ana has `first` in hand; ben is off from 100 on, dora comes at 120; the portal fails at 10.
    """
    ana = kit.analyst("ana", skills={"net": 4})
    ben = kit.analyst("ben", skills={"net": 2}, leaves=100)
    cy = kit.analyst("cy", skills={"net": 1, "app": 2})
    dora = kit.analyst("dora", skills={"net": 1}, arrives=120)
    dee = kit.analyst("dee", skills={"lab": 4}, limit=1)
    locked = kit.condition(lambda s: True)
    return kit.world(
        ana, ben, cy, dora, dee,
        rules=kit.rules,
        tickets=(kit.ticket("first", effort=150), kit.ticket("second", at=2, effort=400),
                 kit.ticket("short", at=1, effort=1, skill="app", difficulty=2),
                 kit.ticket("apps", at=2, effort=150, skill="app", difficulty=4),
                 kit.ticket("long", effort=300, skill="lab", difficulty=4)),
        stakeholders=(
            kit.person("cfo"),
            kit.person("head", "manager", called_from=1, answer=Answer(Span(3, 3)),
                       contract=Contract((Clause("fast", "soon", 30, severity=1),), Span(50, 50))),
            kit.person("boss", "manager", grants=frozenset({"restart"}),
                       answer=Answer(Span(3, 3), needs=("down",))),
        ),
        facts=(FactSpec("payday", "payday", at_start=True),),
        questions=(Question("why", "ana", "Why?", "So."),
                   Question("later", "ana", "And now?", "Now.",
                            when=kit.condition(lambda s: s.now > 90))),
        incidents=(
            kit.incident(
                permits=(Permit("take-out", "take a node out"), Permit("stop", "stop it")),
                ways=(Way("again", "workaround", "try again"),
                      Way("fail-over", "workaround", "use the other site"),
                      Way("late", "workaround", "try later", needs=("why",)),
                      Way("restart", "rollback", "restart", allowed_by="boss"),
                      Way("wipe", "rollback", "start anew", irreversible=True)),
                theories=(Theory("disk", "the disk is full", 30),
                    Theory("quick", "a loose plug", 1), Theory("late", "it ran out", 5,
                                                                         hints=("why",))),
                recovery=Recovery(1000, Span(5, 5)),
            ),
            kit.incident("lift", starts=10, known_by="down", steps=(
                Step("guess", "guessed", 5, needs=("why",)), Step("stop", "done", 5, asks="stop"),
            )),
            kit.incident("door", starts=10, known_by="down", ways=(
                Way("over", "workaround", "over the other door", mitigates=True),),
                         review=ReviewSpec((Factor("dark", "no light"),
                                            Factor("hidden", "a loose wire", ("why",))))),
            kit.incident("bell", starts=10, known_by="down", steps=(
                Step("ask", "asked", 5, by="boss"),)),
        ),
        changes=(PlannedChange("patch", "the patch", Moment("", always(30))),
                 PlannedChange("move", "the move", Moment("", always(90)), known_by="why")),
        conflicts=(ConflictSpec("pair", ("ana", "ben"), 38, 20, "They do not talk."),),
        storyline=(
            kit.learn("down", at=15),
            kit.scene("call", 5, Choice("yes", "Yes.", 1), Choice("no", "No.", 1, locked=locked),
                      within=30),
        ),
        wordings=(Wording("bad", "impact", "it is bad"), Wording("known", "known", "known", needs=(
            "why",), hidden=True)),
        decisions=(DecisionSpec("paper", "paper", (Reason("bank", "b"),), (Reason("cash", "c"),)),
                   DecisionSpec("cloud", "cloud", needs=("why",))),
        authority=Authority(
            ask={"stop": "boss", "restart": "boss"}, request={"fail-over": "boss"}
        ),
    )  # fmt: skip
