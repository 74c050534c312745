"""The rules table: every number of the simulated world, each with its unit and source.

Numbers travel with a run, so changing a default never breaks an old run. Sources: **B** a row of
the behaviours reference, **I** a row of the incident-practice reference, **N** a section of the
service-desk figures, **J** the project's own judgement. Feelings are kept in thousandths of a
point (`*_milli`), so that half a point in ten minutes stays a whole number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.engine.rules_costs import DEFAULT_COSTS, Costs
from simulator.engine.rules_handoffs import HandOffRules


class _Priced(HandOffRules):
    """What a table works out from its fields once: no field of it, never stored or compared."""

    __slots__ = ("_minutes",)
    _minutes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Rules(_Priced):
    """Every number and switch of the world."""

    # Switches ---------------------------------------------------------------------------------
    rounding: Literal["nearest", "up"] = "nearest"
    """How a duration becomes whole minutes; `up` adds 41 % to the wait at 90 % load. (J)"""
    pull: Literal["habit", "best"] = "habit"
    """Whether analysts pull work by habit or take the best: by priority, then number. (J)"""
    breach_raises_priority: bool = False
    """Whether a missed response target raises the ticket by one class. (parity shift)"""
    human: bool = True
    """Whether stress, morale, friction, switching costs and returns exist at all. (J)"""
    reading_every: int = 5
    """Minutes between two readings of the desk; 0 takes none. (DESIGN 5)"""

    # What the lead's acts cost ----------------------------------------------------------------
    costs: Costs = DEFAULT_COSTS
    """Lead minutes by act, or by act and audience; `alongside` is the style's cost. (J)"""
    own_ticket_percent: int = 110
    """The lead's own speed on a ticket, percent. (J)"""

    # Targets ----------------------------------------------------------------------------------
    respond: tuple[int, int, int, int] = (15, 30, 60, 120)
    """Minutes to the first response, P1 to P4. (parity shift)"""
    resolve: tuple[int, int, int, int] = (60, 120, 240, 480)
    """Minutes to the resolution, P1 to P4. (parity shift)"""

    # Work -------------------------------------------------------------------------------------
    effort_sigma: int = 550
    """Spread of a ticket's effort: sigma of the lognormal, thousandths. (J)"""
    step_sigma: int = 280
    """Spread of an incident step: sigma of the lognormal, thousandths. (J)"""
    pace: tuple[int, int] = (92, 110)
    """A person's own pace, percent, both ends included. (J)"""
    skill_speed: tuple[int, int, int, int, int] = (45, 70, 100, 115, 120)
    """Speed by skill minus difficulty -2 (or less), -1, 0, 1, 2 (or more), percent. (J)"""
    stress_speed: tuple[int, int, int] = (100, 85, 70)
    """Speed below stress 65, from 65, from 80, percent. (J)"""
    switch_minutes: int = 4
    """Work lost when somebody is moved off a task. (B7)"""
    look_in_minutes: int = 5
    """Work lost to a look-in that was not agreed. (B7)"""
    check_in_early: int = 3
    """Minutes before the agreed time from which a check-in counts as the agreed one. (J)"""
    check_in_late: int = 10
    """Minutes after the agreed time until which it still counts. (J)"""
    hand_off_kept_percent: int = 80
    """Share of the work that survives a hand-off with a full note, percent. (B27)"""
    note_reading: int = 3
    """Minutes it takes to read a note. (B27)"""
    idle_pull: int = 3
    """Minutes after which somebody who waits to be asked takes something after all. (J)"""
    sick_call: int = 20
    """Minutes after the start at which somebody who is not well rings. (J)"""
    break_minutes: int = 10
    """Length of a break. (J)"""

    # Styles of delegation ---------------------------------------------------------------------
    fit_morale: int = 2000
    """Once a shift: the freedom given fits, thousandths of a point. (B92, DESIGN 3; J)"""
    beyond_gap: int = -2
    """Skill minus difficulty from which work without help is far beyond somebody. (B11)"""
    beyond_morale: int = -3000
    """Each time such work is given without help, thousandths of a point. (B11; J)"""
    tight_morale: tuple[int, int] = (-2000, -4000)
    """Morale when it is one step, and more, tighter than the person needs. (J)"""
    tight_morale_p1: tuple[int, int] = (-3000, -6000)
    """The same on a P1. (J)"""
    loose_speed: int = -15
    """Speed for each step of freedom more than the person can use, percentage points. (J)"""
    loose_stress: int = 4000
    """Stress for each such step, thousandths of a point. (J)"""
    loose_return: int = 60
    """Chance of a return for each such step, permille. (J)"""
    alongside_speed: int = 18
    """Speed gained by working alongside, percentage points. (J)"""

    # Stress, thousandths of a point per minute or at once -------------------------------------
    stress_work: int = 100
    """Working, +1 point in ten minutes. (J)"""
    stress_p1: int = 300
    """Working on a P1, or waiting on one, +3 in ten minutes. (J)"""
    stress_parked: int = 50
    """With work parked, +0.5 in ten minutes. (J)"""
    stress_queue: int = 50
    """While more than `queue_long` tickets wait, +0.5 in ten minutes. (J)"""
    queue_long: int = 18
    """Waiting tickets above which the queue itself weighs on people. (J)"""
    stress_idle: int = -200
    """Idle, -2 in ten minutes. (J)"""
    stress_break: int = -800
    """On a break, -8 in ten minutes. (J)"""
    heard_stress: int = -3000
    """At once, when somebody is listened to. (J)"""
    lockout_stress: int = 8000
    """At once, for who works on an incident that gets worse. (J)"""
    look_in_stress: int = 1500
    """At once, for a look-in that was not agreed. (B7)"""
    look_in_morale: int = -3000
    """At once, for a look-in that was not agreed; three an hour count. (B7)"""
    no_break_at: int = 65
    """Stress from which somebody works through the breaks. (J)"""
    short_notes_at: int = 70
    """Stress from which notes get shorter. (J)"""
    late_replies_at: int = 80
    """Stress from which replies come late and work slows further. (J)"""
    sign_lag: int = 10
    """Minutes within which no act on a person changes a sign of feeling. (DESIGN 3)"""

    # Morale, thousandths of a point -----------------------------------------------------------
    briefed_morale: int = 1000
    """When the order of work is made clear. (B63)"""
    reordered_morale: int = -1000
    """When the order is changed again. (B61)"""
    thanked_morale: int = 4000
    """Once a shift: thanked for a real act. (B80)"""
    heard_morale: int = 4000
    """Once a shift: listened to. (J)"""
    talked_morale: int = 3000
    """Once a shift: a conflict talked through. (J)"""
    relieved_morale: int = 3000
    """Once a shift: relieved at stress 65 or more. (B89)"""
    taken_morale: int = -4000
    """A ticket taken from somebody's hands unasked. (B7)"""
    no_word_morale: int = -2000
    """An hour without a word from the lead. (B79)"""
    no_word_minutes: int = 60
    """How long somebody can go without a word. (B79)"""
    strain_morale: int = -100
    """Per minute from stress 75. (J)"""
    strain_at: int = 75
    """Stress from which morale wears down. (J)"""
    row_morale: tuple[int, int] = (-6000, -1000)
    """A row: the two, and everybody else. (J)"""

    # Trust of stakeholders, points ------------------------------------------------------------
    trust_kept: int = 2
    """A promised update sent in time. (I8)"""
    trust_first_fast: int = 3
    """The first word within `first_word` minutes of the need. (I8)"""
    trust_first: int = 1
    """A later first word. (J)"""
    first_word: int = 8
    """Minutes. (I8, five to ten)"""
    trust_straight: int = 3
    """A straight answer, or asking what somebody needs. (J)"""
    trust_late: int = -4
    """An update missed, or silence past the cadence. (I8)"""
    trust_silent: int = -2
    """Every further `silent_every` minutes of it. (J)"""
    silent_every: int = 10
    """Minutes. (J)"""
    trust_unanswered: int = -6
    """Somebody whose patience had ended called or came, and nobody had time for them. (J)"""
    trust_contradiction: int = -6
    """Finding out that somebody else was told the opposite, or another time. (B41, I10)"""
    compare_within: int = 60
    """Minutes between two statements within which they count as said at the same time. (B41)"""
    trust_second_hand: int = -5
    """Hearing of an incident from somebody else before the lead has said a word. (B42)"""
    disturb_every: int = 10
    """Minutes between two interruptions by somebody who orders the team about. (J)"""
    disturb_minutes: int = 3
    """Work lost to each of them by everybody on the incident. (I16; J)"""
    disturb_stress: int = 2000
    """Stress each of them brings to these people, thousandths of a point. (J)"""
    trust_broken: int = -15
    """A promised result that does not come, or a statement that proves untrue. (J)"""
    trust_noise: int = -3
    """An update well before the cadence with nothing new in it. (I9)"""
    trust_not_theirs: int = -4
    """A request about something that is not theirs: a call for nothing. (I15; J)"""
    hand_over_from: int = 30
    """Minutes before the end from which the shift can be handed over. (J)"""
    noise_before: int = 8
    """Minutes since the last update within which nothing new counts as noise, for who says
    nothing of their own about it. (I9)"""
    trust_lockout: int = -6
    """An incident got worse by the desk's own hands. (J)"""
    trust_closing: int = 4
    """The closing word. (I12, B43)"""
    trust_no_closing: int = -4
    """No closing word within `closing_minutes` of the recovery. (I12)"""
    closing_minutes: int = 30
    """Minutes. (J)"""
    promise_grace: int = 1
    """Minutes after the named time that still count as kept. (J)"""

    # Coming back ------------------------------------------------------------------------------
    return_base: int = 40
    """Chance that a resolved ticket comes back, permille. (N2.5, 1 to 8 %)"""
    return_gap: tuple[int, int] = (60, 120)
    """More, when the skill is one, and two or more, short, permille. (J)"""
    return_stress: int = 60
    """More, when resolved at stress 80 or above, permille. (J)"""
    return_notes: int = -20
    """Less, for somebody who writes full notes, permille. (B27)"""
    return_after: tuple[int, int] = (35, 74)
    """Minutes until it does, both ends included. (J)"""

    # Incidents --------------------------------------------------------------------------------
    wrong_node: tuple[int, int, int] = (40, 120, 280)
    """Chance that a risky step goes wrong: below stress 60, from 60, from 75, permille.
    (GitLab's lost database, 2017; J)"""
    wrong_node_stress: tuple[int, int] = (60, 75)
    """The two limits. (J)"""
    second_eyes_percent: int = 25
    """Share of that chance that remains with a second pair of eyes, percent. (J)"""
    noticed: int = 15
    """Minutes after the start at which somebody opens an incident that nobody has. (J)"""
    opened_after: int = 5
    """Minutes after it is known at which they do. (J)"""
    contacts_stop: int = 30
    """Minutes after the recovery at which the last duplicates have come in. (J)"""
    right_theory: tuple[int, int, int, int, int] = (200, 350, 550, 700, 800)
    """Chance that somebody looks into the right theory first where a wrong one comes to mind too,
    by skill minus difficulty -2 (or less), -1, 0, 1, 2 (or more), permille.
    (Roblox's four wrong theories, 2021; J)"""
    mistaken_worse: int = 500
    """Chance that a way out that acts on a wrong theory makes things worse instead of changing
    nothing, permille. (B58, J)"""
    chased: tuple[int, int] = (3, 8)
    """Minutes until an overdue answer comes once somebody chases it, both ends included. (B126,
    J)"""
    joined_speed: int = 20
    """Speed gained on an incident by each person who joins, percentage points. (J)"""
    joined_most: int = 3
    """People beside the first from whom an incident gains; more only stand by. (I13)"""
    spare_minutes: int = 10
    """Minutes after which people who are not needed on an incident show. (I14, J)"""
    blamed_morale: int = -6000
    """Morale of somebody whom a review makes the cause, thousandths of a point. (I27, B121)"""
    blamed_trust: int = -8
    """Trust in the lead of the same person, points. (I27, J)"""
    reviewed_morale: int = 2000
    """Once a shift: a review that finds conditions and blames nobody, for who took part,
    thousandths of a point. (I27, J)"""
    trust_lowered: int = -3
    """Trust of those concerned when severity is lowered while the service is down, points. (I7)"""
    trust_frozen: int = -2
    """Trust of whose change is frozen without an incident it could harm, points. (B54, J)"""
    patience: int = 25
    """Minutes somebody who took an incident unasked waits for a word before going on alone. (J)"""

    # Satisfaction, points ---------------------------------------------------------------------
    satisfaction: int = 90
    """What a ticket earns at best. (B107)"""
    satisfaction_late: int = -15
    """A missed target. (J)"""
    satisfaction_return: int = -25
    """A return. (J)"""
    satisfaction_wait: int = -3
    """Each quarter of an hour past the first hour, at most `satisfaction_wait_most`. (J)"""
    satisfaction_wait_most: int = -20
    """The most that waiting takes. (J)"""

    def cost(self, what: str) -> int:
        """Return the lead minutes of an act; raises `KeyError` for one without a cost.

        A table that was kept before the act existed does not name it: the default then counts.
        """
        try:
            return self._minutes[what]
        except AttributeError:  # the first time that this table is asked
            object.__setattr__(self, "_minutes", {**dict(DEFAULT_COSTS), **dict(self.costs)})
            return self._minutes[what]


TEXTBOOK = Rules(
    rounding="up", pull="best", breach_raises_priority=True, human=False, reading_every=0,
    live_channels=False,
)  # fmt: skip
"""The switches that turn the desk into the parity shift's textbook queue."""
