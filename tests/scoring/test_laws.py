from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.assess import Assessment, assess
from scoring.bands import TOPS
from scoring.debrief import build
from scoring.debrief.text import whole_text
from scoring.log import Log
from scoring.measures import MEASURES
from scoring.rubric import (
    Basis,
    Criterion,
    Level,
    Pattern,
    Rubric,
    Scope,
    structure_hash,
)
from simulator.engine.catalogue import CATALOGUE, Field
from simulator.engine.log import LogEntry, Value

PEOPLE = ("ana", "ben", "cleo")
HEARERS = ("cfo", "users", "vendor")
SUBJECTS = {
    "analyst": tuple(f"analyst:{who}" for who in PEOPLE),
    "stakeholder": tuple(f"stakeholder:{who}" for who in HEARERS),
    "ticket": ("ticket:portal.1", "ticket:desk.2", "ticket:batch"),
    "incident": ("incident:portal", "incident:other"),
    "conflict": ("conflict:ana-ben",),
    "lead": ("lead",),
    "desk": ("desk",),
}
ANYTHING = (*SUBJECTS["incident"], *SUBJECTS["analyst"], "desk")
WORDS = ("show", "hand-over", "impact", "risk", "time", "next-update", "behaviour-and-impact")
WINDOWS = ("p1-knowable", "strained", "friction", "quiet")
REFERS = {"analyst": PEOPLE, "stakeholder": HEARERS, "task": ("portal", "desk.2")}


NO_BROKEN = Pattern(never=Pattern(entry="promise.broken"))


def wide() -> Rubric:
    """Return a rubric with one criterion for each measure there is."""
    found = []
    for name, measure in MEASURES.items():
        top = TOPS.get(measure.unit)
        cuts = (0, 1, 2) if top == 3 else (400, 700, 900) if top else (5, 15, 30)
        low, middle, high = cuts
        order = (1, 2, 3, 4) if measure.better == "more" else (4, 3, 2, 1)
        edges = ((0, low), (low + 1, middle), (middle + 1, high), (high + 1, None))
        bands = dict(zip(order, edges, strict=True))
        levels = [Level(v, bands[v], f"{v}", f"{v}", "test") for v in (4, 3, 2, 1)]
        found.append(
            Criterion(
                f"people.{name}", "people", name, 1 + len(name) % 3, name, Scope(),
                WINDOWS if len(name) % 2 else (), (levels[0], levels[1], levels[2], levels[3]),
                Basis("published", "https://example.org"), yields_to=("quiet",),
                pattern=NO_BROKEN if name == "pattern" else None,
            )
        )  # fmt: skip
    return Rubric("wide", "1.0.0", False, tuple(found), structure_hash(found))


WIDE = wide()


def value_of(draw: random.Random, field: Field, at: int) -> Value:
    ids = REFERS.get(field.refers)
    if field.type == "int":
        return draw.choice((-1, 0, 1, 2, 3, at, at + draw.randrange(40)))
    if field.type == "bool":
        return draw.random() < 0.5
    if field.type == "list":
        return tuple(draw.sample(ids or WORDS, draw.randrange(3)))
    return draw.choice(ids or (*WORDS, "portal", "desk.2"))


def random_log(seed: int, closed: bool) -> tuple[LogEntry, ...]:
    """Return a log in which every kind and field is one of the catalogue's, and little else."""
    draw = random.Random(seed)
    kinds = [k for k in CATALOGUE.values() if not k.name.startswith("shift.")]
    first: dict[str, Value] = {
        "minutes": 200, "starts": 480, "team": PEOPLE, "absent": (),
        "skills": ("ana:network:4", "ben:apps:3"), "limits": (),
        "stakeholders": ("cfo:executive", "users:users", "vendor:vendor"),
        "expects": ("cfo:1:30", "users:1:0"), "trust": (), "respond": (15, 30, 60, 120),
        "resolve": (60, 120, 240, 480), "windows": ("w1:strained:20:90",),
    }  # fmt: skip
    log = [LogEntry(0, 0, "shift.opened", "script", "desk", "desk", -1, True, first)]
    at = 0
    for number in range(1, draw.randrange(2, 120)):
        at = min(200, at + draw.choice((0, 0, 1, 2, 5)))
        kind = draw.choice(kinds)
        data = {
            name: value_of(draw, field, at)
            for name, field in kind.fields.items()
            if not field.optional or draw.random() < 0.5
        }
        if kind.name.startswith("window."):
            data["window"] = draw.choice(("w1", "w2", "w3"))
            if "kind" in data:
                data["kind"] = draw.choice(WINDOWS)
        options = SUBJECTS.get(kind.subject) or (
            *SUBJECTS["incident"],
            *SUBJECTS["analyst"],
            "desk",
        )
        cause = draw.choice(sorted(kind.causes))
        actor = "lead" if cause == "lead" else draw.choice(("desk", *SUBJECTS["analyst"]))
        because = draw.randrange(-1, number)
        log.append(
            LogEntry(
                number, at, kind.name, cause, draw.choice(options), actor, because,
                draw.random() < 0.8, data,
            )
        )  # fmt: skip
    if closed:
        end: dict[str, Value] = {"open": 1, "resolved": 2}
        log.append(LogEntry(len(log), 200, "shift.closed", "script", "desk", "desk", -1, True, end))
    return tuple(log)


def renamed(entries: tuple[LogEntry, ...]) -> tuple[LogEntry, ...]:
    """Return the log with every analyst under another id, in another alphabetical order."""
    new = {"ana": "zed", "ben": "yan", "cleo": "abe"}

    def text(one: str) -> str:
        parts = one.split(":")
        return ":".join("-".join(new.get(bit, bit) for bit in part.split("-")) for part in parts)

    def swap(value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(text(one) if isinstance(one, str) else one for one in value)
        return text(value) if isinstance(value, str) else value

    return tuple(
        e._replace(
            subject=text(e.subject), actor=text(e.actor),
            data={key: swap(value) for key, value in e.data.items()},
        )
        for e in entries
    )  # fmt: skip


LOGS = st.builds(random_log, st.integers(0, 10**9), st.booleans())
WHICH = st.booleans()
"""Whether the rubric is the core one, or the one with every measure."""


@settings(max_examples=150, deadline=None)
@given(LOGS, WHICH)
def test_assess_is_total_and_keeps_the_invariants(
    core: Rubric, entries: tuple[LogEntry, ...], basic: bool
) -> None:
    rubric = core if basic else WIDE
    one = assess(Log(entries), rubric)
    assert [f.criterion for f in one.fillings] == [c.id for c in rubric.criteria]
    for filling in one.fillings:
        assert (filling.level is None) == (filling.reason != "")
        assert all(0 <= number < len(entries) for number in filling.evidence)
        assert len(filling.evidence) <= 12
        if filling.level in (1, 2):
            assert filling.evidence
    for score in one.scores.values():
        assert 0 <= score.points <= score.of


@settings(max_examples=60, deadline=None)
@given(LOGS, WHICH, st.randoms(use_true_random=False))
def test_reordering_the_criteria_changes_no_score(
    core: Rubric, entries: tuple[LogEntry, ...], basic: bool, draw: random.Random
) -> None:
    rubric = core if basic else WIDE
    mixed = list(rubric.criteria)
    draw.shuffle(mixed)
    log = Log(entries)
    one, other = assess(log, rubric), assess(log, replace(rubric, criteria=tuple(mixed)))
    assert one.scores == other.scores
    assert one.total() == other.total()
    assert {f.criterion: f for f in one.fillings} == {f.criterion: f for f in other.fillings}


@settings(max_examples=60, deadline=None)
@given(LOGS, WHICH)
def test_renaming_people_changes_nothing(
    core: Rubric, entries: tuple[LogEntry, ...], basic: bool
) -> None:
    rubric = core if basic else WIDE
    assert assess(Log(entries), rubric) == assess(Log(renamed(entries)), rubric)


@settings(max_examples=30, deadline=None)
@given(LOGS, WHICH)
def test_the_same_log_and_rubric_give_the_same_bytes(
    core: Rubric, entries: tuple[LogEntry, ...], basic: bool
) -> None:
    rubric = core if basic else WIDE
    first: Assessment = assess(Log(entries), rubric)
    assert first.canonical() == assess(Log(list(entries)), rubric).canonical()
    assert first.digest() == assess(Log(list(entries)), rubric).digest()


@settings(max_examples=60, deadline=None)
@given(LOGS, WHICH)
def test_a_debrief_of_any_log_can_be_told(
    core: Rubric, entries: tuple[LogEntry, ...], basic: bool
) -> None:
    rubric = core if basic else WIDE
    log = Log(entries)
    text = whole_text(build(log, rubric, assess(log, rubric), {}, str), width=60)
    assert "Rung 1" in text
    assert max(len(line) for line in text.splitlines()) <= 60


@settings(max_examples=60, deadline=None)
@given(LOGS)
def test_what_happens_outside_the_scope_changes_no_figure(entries: tuple[LogEntry, ...]) -> None:
    """Words to the vendor leave what users and executives heard as it was."""
    log = Log([e for e in entries if e.kind != "promise.made"])
    last = len(log.entries)
    extra = LogEntry(
        last, log.entries[-1].at, "promise.broken", "world", "stakeholder:vendor", "desk", -1, True,
        {"due": 1},
    )  # fmt: skip
    for name in ("promises-kept", "needless-updates", "untrue", "executive-words"):
        take = MEASURES[name].take
        assert take is not None
        scope = Scope(audience=frozenset({"users", "executive"}))
        windows = log.windows or (log.whole_shift(),)
        assert take(log, windows, scope) == take(Log([*log.entries, extra]), windows, scope)
