"""Hand-made runs: the file, the journal and the store need no engine to be tested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from scoring.rubric import Basis, Criterion, Level, Rubric, Scope, structure_hash
from simulator.engine.acts.base import Element, Given, Note
from simulator.engine.acts.shapes import AnyAct, Assign, Message, Reassign, Triage, Withdraw
from simulator.engine.log import LogEntry, Value, digest_of
from simulator.engine.rules import Rules
from simulator.engine.world import AnalystSpec, StakeholderSpec, World
from simulator.engine.world.story import Choice, SceneSpec, StorySpec
from simulator.engine.world.tickets import Profile, TicketKind, TicketSpec
from simulator.engine.world.values import Moment, always
from simulator.runs.acts_json import rules_table
from simulator.runs.journal import Journal
from simulator.runs.lines import FIRST, Named, RulesLine, RulesRef, RunLine, TextLine, table_hash
from simulator.runs.playable import Playable, playable
from simulator.scenario.library import Loaded

if TYPE_CHECKING:
    from pathlib import Path

RUN = "3f0c1f6e-6a53-4b59-9a55-0d9f6d3c2b11"

ACTS: tuple[tuple[int, AnyAct, str], ...] = (
    (3, Triage("desk.1"), ""),
    (12, Assign("desk.1", "priya", due=40, may=("take-out",)), "Grüße, “Priya” 🙂"),
    (64, Reassign("desk.2", "mei", note=Note(tested=("cable",))), ""),
    (64, Withdraw(2), ""),
    (95, Message("cfo", "portal", (Element("impact", "one-third"), Element("time", "", 120))), ""),
)


def entry(number: int, at: int, act: int) -> LogEntry:
    """An entry that the catalogue knows."""
    data: dict[str, Value] = {"act": "triage", "number": act, "minutes": 2}
    return LogEntry(
        number, at, "act.given", "lead", "lead", "lead", number - 1, number % 3 != 0, data
    )


LOG = tuple(entry(n, at, n) for n, at in enumerate((3, 12, 40, 64, 64, 95, 110)))


def start(run: str = RUN) -> tuple[RunLine, list[TextLine], RulesLine]:
    """The first lines of a run."""
    table = rules_table(Rules())
    head = RunLine(
        run=run,
        scenario=Named(id="a-shift", version="1.0.0", hash="0" * 16),
        rubric=Named(id="core", version="1.0.0", hash="1" * 16),
        rules=RulesRef(epoch=1, hash=table_hash(table)),
        seed=7,
        luck=0,
        mode="practice",
        by="person",
        trainee="p-7Q2K",
        cohort="",
        parent=None,
        program="0.1.0",
        prev=FIRST,
    )
    text = TextLine(name="a-shift.yaml", text="title: Ein früher Tag\nline: two\n", prev=FIRST)
    return head, [text], RulesLine(table=table, prev=FIRST)


@dataclass
class Handmade:
    """A sealed run that no engine has played, and the ways to make more of them."""

    path: Path
    id: str = RUN
    acts: tuple[tuple[int, AnyAct, str], ...] = ACTS
    log: tuple[LogEntry, ...] = LOG

    def start(self) -> tuple[RunLine, list[TextLine], RulesLine]:
        """The first lines of such a run."""
        return start()

    def journal(self, name: str = "open.run.jsonl", acts: int = len(ACTS)) -> Journal:
        """An unfinished run with some of the acts and the hour between them."""
        journal = Journal.begin(self.path.parent / name, *start())
        noted = False
        for number, (at, act, words) in enumerate(ACTS[:acts]):
            if at >= 60 and not noted:
                noted = True
                journal.hour(60, 3, digest_of(LOG[:3]))
            journal.act(Given(number, at, act, words))
        return journal


@pytest.fixture
def handmade(tmp_path: Path) -> Handmade:
    made = Handmade(tmp_path / "sealed.run.jsonl")
    with made.journal(made.path.name) as journal:
        journal.seal(LOG, LOG[-1].at, digest_of(LOG), "a" * 32)
    return made


def small_desk() -> Playable:
    """Three analysts, a few hours, one call to answer."""
    kind = TicketKind("vpn", ("VPN drops",), "network", 15)
    scene = SceneSpec(
        sender="cfo",
        says="When is it fixed?",
        choices=(Choice("soon", "Soon.", 3), Choice("later", "I ring at ten.", 3)),
        within=5,
    )
    world = World(
        id="small-desk",
        version="1.0.0",
        hash="c" * 32,
        title="A small desk",
        starts=8 * 60,
        length=150,
        rules=Rules(),
        team=(
            AnalystSpec("priya", "Priya Nair", "Priya", {"network": 4}),
            AnalystSpec("tomas", "Tomas Reyes", "Tomas", {"network": 3}),
            AnalystSpec("mei", "Mei Chen", "Mei", {"network": 2}),
        ),
        stakeholders=(StakeholderSpec("cfo", "Marta Lind", "Marta", "executive"),),
        profile=Profile(
            per_day=90,
            hourly=tuple(1000 if 8 <= hour < 18 else 0 for hour in range(24)),
            mix=((kind, 1000),),
            backlog=(TicketSpec("first", kind, Moment("", always(0))),),
        ),
        storyline=(StorySpec("call", at=Moment("", always(65)), scene=scene),),
        skills={"network": "network"},
    )
    levels = (
        Level(4, (None, 2), "few", "fine", "J"),
        Level(3, (3, 8), "some", "fine", "J"),
        Level(2, (9, 20), "many", "more", "J"),
        Level(1, (21, None), "most", "more", "J"),
    )
    criterion = Criterion(
        id="prioritisation.targets",
        competency="prioritisation",
        prompt="Were targets met?",
        weight=1,
        measure="targets-missed",
        scope=Scope(),
        windows=(),
        levels=levels,
        basis=Basis("published", "https://example.org/"),
    )
    rubric = Rubric("core", "1.0.0", False, (criterion,), structure_hash((criterion,)))
    texts = {"small-desk.yaml": "scenario: small-desk\n"}
    return playable(Loaded(world, rubric, texts, world.hash, (), {}, ()))


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Playable:
    made = small_desk()
    monkeypatch.setattr("simulator.runs.playable.read_once", lambda texts: made)
    return made
