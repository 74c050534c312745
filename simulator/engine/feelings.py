"""Stress and morale: straight lines between changes, with a planned event at each limit.

Nothing accrues by the minute. A feeling is a value, the minute it held, and a rate; when the rate
changes the value is settled, and the minute of the next limit is planned.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from simulator.engine.owning import own_analyst
from simulator.engine.records import IN_TALK
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.records.team import Analyst
    from simulator.engine.rules import Rules
    from simulator.engine.state import State

POINT = 1000
"""Thousandths in a point."""
MOST = 100 * POINT


def _clamp(value: int) -> int:
    return 0 if value < 0 else min(value, MOST)


def stress(analyst: Analyst, now: int) -> int:
    """Return stress in thousandths of a point."""
    value = analyst.stress + analyst.stress_rate * (now - analyst.stress_at)
    return value if 0 <= value <= MOST else _clamp(value)


def morale(analyst: Analyst, now: int) -> int:
    """Return morale in thousandths of a point."""
    value = analyst.morale + analyst.morale_rate * (now - analyst.morale_at)
    return value if 0 <= value <= MOST else _clamp(value)


def limits(rules: Rules) -> tuple[int, int, int, int]:
    """Return the limits of stress that change something, in points, lowest first."""
    return (rules.no_break_at, rules.short_notes_at, rules.strain_at, rules.late_replies_at)


AT_WORK = ("desk", IN_TALK)
"""Places at which stress goes on as it does at work: a talk is no rest."""
SLOWNESS = (0, 1, 1, 1, 2)
"""By limits passed, how much stress slows somebody down (`Rules.stress_speed`)."""


def _settle(analyst: Analyst, now: int) -> None:
    analyst.stress, analyst.stress_at = stress(analyst, now), now
    analyst.morale, analyst.morale_at = morale(analyst, now), now


def _rate(state: State, analyst: Analyst) -> int:
    rules = state.rules
    if analyst.place == "break":
        return rules.stress_break
    if analyst.place == "aside":
        return rules.stress_work
    if analyst.place not in AT_WORK:
        return 0
    if not analyst.task:
        rate = rules.stress_idle
    elif _urgent(state, analyst.task):
        rate = rules.stress_p1
    else:
        rate = rules.stress_work
    if analyst.parked:
        rate += rules.stress_parked
    if state.long_queue:
        rate += rules.stress_queue
    if analyst.protected > state.now:
        rate += rules.protected_stress
    return rate


def _urgent(state: State, task: str) -> bool:
    incident = state.incidents.get(task)
    if incident is not None:
        return state.plan.incidents[task].severity == 1
    ticket = state.tickets[task]
    return ticket.priority == 1


def retune(state: State, analyst: Analyst, moved: bool = False) -> None:
    """Bring the rates of both feelings, and the next limit, in line with how things stand.

    Where neither a rate nor the band changes, the lines go on and the limit stays planned, unless
    the value has `moved`. `analyst` has to be ours to change.
    """
    rules = state.rules
    if not rules.human:
        return
    now_at, rate = stress(analyst, state.now), _rate(state, analyst)
    strained = analyst.place in AT_WORK and now_at >= rules.strain_at * POINT
    wear = rules.strain_morale if strained else 0
    passed = bisect(state.plan.limits, now_at)
    if (
        moved
        or rate != analyst.stress_rate
        or wear != analyst.morale_rate
        or passed != analyst.band
    ):
        _settle(analyst, state.now)
        analyst.stress_rate, analyst.morale_rate = rate, wear
        _plan_limit(state, analyst, passed)


def _plan_limit(state: State, analyst: Analyst, band: int) -> None:
    """Plan the next limit, and let what hangs on the limits passed so far follow."""
    rules, now, rate = state.rules, state.now, analyst.stress_rate
    bounds = limits(rules)
    old, analyst.band = analyst.band, band
    analyst.version += 1
    if rate > 0 and band < len(bounds):
        minutes = -(-(bounds[band] * POINT - analyst.stress) // rate)
    elif rate < 0 and band > 0:
        minutes = (analyst.stress - bounds[band - 1] * POINT) // -rate + 1
    else:
        minutes = -1
    if minutes >= 0 and now + minutes <= state.world.length:
        plan_due(state, now + max(1, minutes), PEOPLE_PHASE, "stress", analyst.id, analyst.version)
    if band != old:
        if rules.people_depth:
            from simulator.engine import strain  # strain builds on feelings

            strain.follow(state, analyst, old, band)
        plan_due(
            state, max(now, analyst.acted_at + rules.sign_lag), PEOPLE_PHASE, "sign", analyst.id
        )
        if (old == 0) != (band == 0) or (old == len(bounds)) != (band == len(bounds)):
            from simulator.engine.work import repace  # work builds on feelings

            repace(state, analyst)


def cross(state: State, who: str, version: int) -> None:
    """Handle the crossing of a limit of stress."""
    if state.analysts[who].version == version:
        retune(state, own_analyst(state, who))


def show_sign(state: State, who: str, _version: int) -> None:
    """Handle the moment at which a change can be seen, ten minutes after an act at the earliest."""
    analyst = state.analysts[who]
    rules = state.rules
    if state.now < analyst.acted_at + rules.sign_lag:
        plan_due(state, analyst.acted_at + rules.sign_lag, PEOPLE_PHASE, "sign", who)
        return
    points = stress(analyst, state.now) // POINT
    sign = (
        "late-replies" if points >= rules.late_replies_at
        else "short-notes" if points >= rules.short_notes_at
        else "" if points < rules.no_break_at
        else "no-break" if analyst.rested < 0
        else "stretched"
    )  # fmt: skip
    if sign == analyst.sign or analyst.place in ("away", "absent"):
        return
    own_analyst(state, who).sign = sign
    note(
        state, "analyst.sign", "world", f"analyst:{who}", f"analyst:{who}", -1,
        {"sign": sign or "none"},
    )  # fmt: skip


def change_stress(
    state: State, who: str, milli: int, why: str, because: int, cause: Cause = "world"
) -> None:
    """Change somebody's stress at once, in thousandths of a point."""
    if not state.rules.human or not milli:
        return
    analyst = own_analyst(state, who)
    _settle(analyst, state.now)
    before = analyst.stress
    analyst.stress = _clamp(before + milli)
    _note(state, "analyst.stress-changed", analyst, analyst.stress - before, why, because, cause)
    retune(state, analyst, moved=True)


def change_morale(
    state: State, who: str, milli: int, why: str, because: int, cause: Cause = "world"
) -> None:
    """Change somebody's morale at once, in thousandths of a point."""
    if not state.rules.human or not milli:
        return
    analyst = own_analyst(state, who)
    _settle(analyst, state.now)
    before = analyst.morale
    analyst.morale = _clamp(before + milli)
    _note(state, "analyst.morale-changed", analyst, analyst.morale - before, why, because, cause)


def _note(
    state: State, kind: str, analyst: Analyst, milli: int, why: str, because: int, cause: Cause
) -> None:
    points = (milli + POINT // 2) // POINT
    note(
        state, kind, cause, f"analyst:{analyst.id}", "desk", because,
        {"change": points, "why": why}, seen=False,
    )  # fmt: skip


def change_trust(state: State, who: str, points: int, because: int, cause: Cause = "world") -> None:
    """Change somebody's trust in the lead, in points."""
    if not state.rules.human or not points:
        return
    analyst = own_analyst(state, who)
    before = analyst.trust
    analyst.trust = min(100, max(0, before + points))
    note(
        state, "analyst.trust-changed", cause, f"analyst:{who}", "desk", because,
        {"change": analyst.trust - before, "trust": analyst.trust}, seen=False,
    )  # fmt: skip


def kindness(
    state: State, who: str, sort: str, milli: int, because: int, cause: Cause = "lead"
) -> None:
    """Let a kindness lift somebody's morale: once per person and kind in a shift."""
    if sort in state.analysts[who].kindnesses:
        return
    analyst = own_analyst(state, who)
    analyst.kindnesses = (*analyst.kindnesses, sort)
    change_morale(state, who, milli, sort, because, cause)


def spoken_with(state: State, who: str, acted: bool = True) -> None:
    """Note that the lead has had a word with somebody."""
    analyst = own_analyst(state, who)
    analyst.last_word = state.now
    if acted:
        analyst.acted_at = state.now
    if analyst.unheard:
        from simulator.engine.room import catch_up  # who hears an order feels something about it

        catch_up(state, who)


def no_word(state: State, who: str, _version: int) -> None:
    """Handle an hour without a word from the lead."""
    analyst, rules = state.analysts[who], state.rules
    if analyst.place in ("absent", "away"):
        return
    quiet = state.now - analyst.last_word
    if quiet >= rules.no_word_minutes:
        change_morale(state, who, rules.no_word_morale, "no-word", -1)
        own_analyst(state, who).last_word = state.now
        quiet = 0
    plan_due(state, state.now + rules.no_word_minutes - quiet, PEOPLE_PHASE, "no-word", who)
