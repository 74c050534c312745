from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from scoring.log import Log
from scoring.rubric import (
    Band,
    Basis,
    Competency,
    Criterion,
    Criterion2,
    Level,
    Pattern,
    Rubric,
    Scope,
    Value,
    structure_hash,
)
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.log import Cause, LogEntry
from simulator.engine.log import Value as LogValue

GIVE: dict[str, LogValue] = {
    "style": "on-call", "fit": 0, "gap": 1, "priority": 1, "minutes": 3, "acknowledged": True,
}  # fmt: skip


class Maker:
    """Writes small logs by hand; refuses kinds and fields that the catalogue does not have."""

    def __init__(self, minutes: int = 210) -> None:
        self.entries: list[LogEntry] = []
        self.minutes = minutes
        self.add(
            0, "shift.opened", "desk", "script",
            minutes=minutes, starts=480, team=("ana", "ben", "cleo"), absent=(),
            skills=("ana:network:4", "ben:apps:4", "cleo:network:2"),
            limits=(), stakeholders=("cfo:executive", "users:users", "vendor:vendor"),
            expects=("cfo:1:30", "users:1:30"), trust=("cfo:65", "users:70"),
            respond=(15, 30, 60, 120), resolve=(60, 120, 240, 480), windows=(),
        )  # fmt: skip

    def add(
        self, at: int, kind: str, subject: str, cause: Cause = "lead", actor: str = "", /,
        *, because: int = -1, seen: bool = True, **data: LogValue,
    ) -> int:  # fmt: skip
        """Write one entry; return its number. `from_` stands for the field `from`."""
        fields = {key.rstrip("_"): value for key, value in data.items()}
        return self.put(at, kind, subject, cause, actor, fields, because, seen)

    def put(
        self, at: int, kind: str, subject: str, cause: Cause, actor: str,
        fields: Mapping[str, LogValue], because: int = -1, seen: bool = True,
    ) -> int:  # fmt: skip
        assert set(fields) <= set(CATALOGUE[kind].fields), (kind, fields)
        number = len(self.entries)
        who = actor or ("lead" if cause == "lead" else "desk")
        self.entries.append(LogEntry(number, at, kind, cause, subject, who, because, seen, fields))
        return number

    def window(self, at: int, kind: str, subject: str, closes: int, id: str = "") -> int:  # noqa: A002
        return self.add(
            at, "window.opened", subject, "script", seen=False,
            window=id or kind, kind=kind, closes=closes,
        )  # fmt: skip

    def give(
        self, at: int, subject: str, to: str, move: str = "", because: int = -1, **more: LogValue
    ) -> int:
        kind = f"{subject.partition(':')[0]}.{'reassigned' if move else 'assigned'}"
        data: dict[str, LogValue] = {**GIVE, "to": to}
        if move:
            data |= {"from": move, "note": (), "lost": 0}
        return self.put(at, kind, subject, "lead", "", {**data, **more}, because)

    def message(self, at: int, to: str, *elements: str, **more: LogValue) -> int:
        data: dict[str, LogValue] = {
            "about": "portal", "elements": elements, "wordings": (), "facts": (), "jargon": 0,
            "vague": 0, "speculation": 0, "promised": False, "untrue": False, "next": -1,
            "closing": False, "new": True, "since": -1, "minutes": 3,
        }  # fmt: skip
        fields = {**data, **more}
        return self.put(at, "message.sent", f"stakeholder:{to}", "lead", "", fields)

    def triage(self, at: int, subject: str, priority: int = 1) -> int:
        return self.add(at, "ticket.triaged", subject, priority=priority, logged=3, minutes=2)

    def close(self, at: int | None = None) -> None:
        self.add(
            self.minutes if at is None else at, "shift.closed", "desk", "script",
            open=3, resolved=5,
        )  # fmt: skip

    def log(self, closed: bool = True) -> Log:
        if closed and self.entries[-1].kind != "shift.closed":
            self.close()
        return Log(self.entries)


Criteria = Callable[..., Criterion]
Rubrics = Callable[..., Rubric]


def criterion(
    measure: str, bands: dict[Value, Band | None] | None = None, *, id: str = "",  # noqa: A002
    windows: tuple[str, ...] = ("p1-knowable",), scope: Scope | None = None, weight: int = 1,
    competency: Competency = "delegation", basis: str = "published", must_not: bool = False,
    yields_to: tuple[str, ...] = (), also: Criterion2 | None = None,
    pattern: Pattern | None = None,
) -> Criterion:  # fmt: skip
    """Return a criterion; without bands, of minutes where less is better."""
    given = bands or {4: (0, 8), 3: (9, 15), 2: (16, 25), 1: (26, None)}
    levels = [
        Level(value, given.get(value), f"what {value} looks like", f"about {value}", "test")
        for value in (4, 3, 2, 1)
    ]
    return Criterion(
        id=id or f"{competency}.{measure}", competency=competency, prompt="Does it work?",
        weight=weight, measure=measure, scope=scope or Scope(), windows=windows,
        levels=(levels[0], levels[1], levels[2], levels[3]),
        basis=Basis(basis, "https://example.org"),  # type: ignore[arg-type]
        yields_to=yields_to, must_not=must_not, pattern=pattern, also=also,
    )  # fmt: skip


def rubric(*criteria: Criterion) -> Rubric:
    return Rubric("test", "1.0.0", False, criteria, structure_hash(criteria))


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def new_maker() -> type[Maker]:
    return Maker


@pytest.fixture
def make_criterion() -> Criteria:
    return criterion


@pytest.fixture
def make_rubric() -> Rubrics:
    return rubric


RUBRICS = Path(__file__).parents[2] / "scenarios/rubrics"


@pytest.fixture(scope="session")
def core() -> Rubric:
    """The core rubric, read the way its files are written."""
    raw, *above = (
        yaml.safe_load((RUBRICS / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("team-lead-core", "delegation", "communication", "prioritisation")
    )
    assert raw["extends"] == [one["rubric"] for one in above]
    criteria = tuple(read(record) for one in above for record in one["criteria"])
    return Rubric(
        raw["rubric"], raw["version"], raw["validated"], criteria, structure_hash(criteria)
    )


def read(record: Mapping[str, Any]) -> Criterion:
    levels = [
        Level(one["value"], tuple(one["band"]) if "band" in one else None, one["anchor"],
              one["feedback"], one["source"])
        for one in record["levels"]
    ]  # fmt: skip
    audience = record.get("scope", {}).get("audience")
    also = record.get("also")
    second = also and Criterion2(
        also["measure"], tuple((one["value"], tuple(one["band"])) for one in also["levels"])
    )
    return Criterion(
        record["id"], record["competency"], record["prompt"], record["weight"], record["measure"],
        Scope(audience=frozenset({audience} if audience else ())),
        tuple(record.get("windows", ())), (levels[0], levels[1], levels[2], levels[3]),
        Basis(record["basis"]["kind"], record["basis"].get("link", "")),
        must_not=record.get("must_not", False), also=second, sources=tuple(record["sources"]),
    )  # fmt: skip
