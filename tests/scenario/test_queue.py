"""A queue as an author writes it: by a profile with one's own figures, or a plain one."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.engine.world import Callers, PriorityShare, Profile
from simulator.scenario.library import load

PLAIN = Path(__file__).parent / "plain-queue.yaml"
MIX = "mix: [{id: vpn, share: 100%, skill: desk, effort: 20 min}]"
"""The mix of one kind that a queue needs."""


def text(queue: str) -> str:
    """Return the plain queue's scenario with another queue."""
    return PLAIN.read_text(encoding="utf-8").partition("queue:")[0] + f"queue: {{{queue}}}\n"


def profile(folder: Path, queue: str) -> Profile:
    """Return what a queue in a folder means."""
    path = folder / "scenario.yaml"
    path.write_text(text(queue), encoding="utf-8")
    loaded = load(path)
    assert loaded.world is not None, loaded.diagnostics
    assert loaded.world.profile is not None
    return loaded.world.profile


def test_a_plain_queue_is_one_kind_of_ticket_at_a_steady_rate(tmp_path: Path) -> None:
    made = profile(tmp_path, "poisson: 5.1 per hour, effort: exponential 20 min")
    assert made.steady == 51_000
    ((kind, share),) = made.mix
    assert (kind.skill, kind.effort, kind.exponential, kind.logged, share) == (
        "desk", 20, True, 3, 1000,
    )  # fmt: skip
    made = profile(tmp_path, "poisson: 1 per min, effort: 12 min, skill: desk, priority: P2")
    assert made.steady == 600_000
    ((kind, _),) = made.mix
    assert (kind.effort, kind.exponential, kind.logged, kind.true) == (12, False, 2, 2)


def test_effort_can_be_of_two_sorts(tmp_path: Path) -> None:
    effort = "{quick: 60%, quick_median: 6 min, slow_median: 45 min}"
    made = profile(tmp_path, f"per_day: 80, {MIX.replace('20 min', effort)}")
    kind = made.mix[0][0]
    assert (kind.quick, kind.quick_effort, kind.effort) == (600, 6, 45)


def test_what_a_kind_leaves_open_comes_from_the_profile(tmp_path: Path) -> None:
    made = profile(
        tmp_path, "profile: front-desk-weekday, mix: [{id: vpn, share: 100%, skill: desk}]"
    )
    kind = made.mix[0][0]
    assert (kind.quick, kind.quick_effort, kind.effort, kind.drawn) == (760, 11, 45, "both")
    assert made.weekly == (117, 93, 99, 96, 95, 13, 11)
    assert (made.weekend[0], made.dispersion, made.callers) == (560, 30, Callers(610, 380))
    assert made.priorities[0] == PriorityShare(1, 11, (470, 59, 456, 15))
    assert made.priorities[3] == PriorityShare(4, 31, (0, 0, 0, 1000))


def test_a_scenario_has_its_own_figures_instead(tmp_path: Path) -> None:
    made = profile(
        tmp_path,
        "profile: front-desk-weekday, per_day: 160, dispersion: 1.0, "
        "weekly: [100%, 100%, 100%, 100%, 100%, 0%, 0%], "
        f"priorities: {{P2: {{share: 100%}}}}, {MIX.replace('desk,', 'desk, true: P2,')}",
    )
    assert (made.per_day, made.dispersion, made.weekly[5]) == (160, 10, 0)
    assert made.priorities == (PriorityShare(2, 1000, (0, 1000, 0, 0)),)
    assert made.callers == Callers(1220, 380)
    assert made.mix[0][0].drawn == "logged"


def test_a_profile_can_bring_its_own_kinds(tmp_path: Path) -> None:
    own = (
        "schema: 1\nprofile: own\nper_day: 10\n"
        f"hourly: [{', '.join(['5%'] * 20 + ['0%'] * 4)}]\n"
        "kinds:\n  - {id: easy, share: 70%, skill: desk, effort: 5 min}\n"
        "  - {id: hard, share: 30%, skill: desk, effort: 50 min}\n"
        "source: A desk\nlicence: CC0\n"
    )
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    made = profile(tmp_path, "profile: own")
    assert [(kind.id, share) for kind, share in made.mix] == [("easy", 700), ("hard", 300)]


@pytest.mark.parametrize(
    ("queue", "code", "says"),
    [
        ("poisson: 20 per hour", "K103", 'no "effort"'),
        ("poisson: 20, effort: 20 min", "V217", "is not a rate"),
        ("poisson: 0 per hour, effort: 20 min", "V205", "above 0"),
        ("poisson: 20 per hour, effort: expnential 20 min", "V206", "not a way"),
        ("poisson: 20 per hour, effort: exponential 20", "V201", "needs a unit"),
        ("poisson: 20 per hour, effort: exponential 0 min", "V205", "at least a minute"),
        ("poisson: 20 per hour, effort: 20 min, per_day: 80", "V229", 'has no "per_day"'),
        (f"per_day: 80, priority: P3, {MIX}", "V229", "belongs to"),
        ("profile: front-desk-weekday", "K103", 'no "mix"'),
        (f"per_day: 80, weekly: [100%, 100%], {MIX}", "V227", "7 days"),
        (f"per_day: 80, weekly: [{', '.join(['80%'] * 7)}], {MIX}", "V224", "mean of 80%"),
        (f"per_day: 80, priorities: {{P1: {{share: 5%}}}}, {MIX}", "V224", "add up to 5%"),
        (
            "per_day: 80, priorities: {P1: {share: 100%, logged: {P2: 50%}}}, " + MIX,
            "V224", "logged priorities add up to 50%",
        ),
        (f"per_day: 80, {MIX.replace('20 min', '20 min, spread: 3.1')}", "V205", "from 0 to 3"),
        (f"per_day: 80, {MIX.replace('20 min', '{quick: 60%}')}", "K103", 'no "quick_median"'),
        (f"per_day: 80, {MIX.replace('20 min', '{fast: 60%}')}", "K101", 'unknown key "fast"'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_once(tmp_path: Path, queue: str, code: str, says: str) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(text(queue), encoding="utf-8")
    (found,) = load(path).diagnostics
    assert found.code == code
    assert says in found.message
    assert found.place.line == text(queue).count("\n")


def test_a_ticket_like_a_kind_is_of_that_kind(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    tickets = (
        "tickets:\n  - {id: last-one, like: vpn, at: 09:00, subject: It is the last one}\n"
        "  - {id: alone, at: 09:00, skill: desk, effort: 5 min}\n"
    )
    waits = "backlog: [{id: early, like: vpn, subject: Early}]"
    path.write_text(text(f"per_day: 80, {MIX}, {waits}") + tickets, encoding="utf-8")
    world = load(path).world
    assert world is not None
    assert world.profile is not None
    named = (*world.profile.backlog, *world.tickets)
    assert [(one.id, one.kind.id, one.kind.subjects) for one in named] == [
        ("early", "vpn", ("Early",)), ("last-one", "vpn", ("It is the last one",)),
        ("alone", "alone", ("Alone",)),
    ]  # fmt: skip
