"""The part of the rules table that is about a team: conflict, growth, talks, hours, improvements.

Sources as in `rules`.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.rules_arranging import ArrangingRules


@dataclass(frozen=True, slots=True)
class TeamRules(ArrangingRules):
    """Numbers of the acts that build a team, and of what people make of them."""

    # Conflict, points -------------------------------------------------------------------------
    friction_growth: int = 2
    """Every half hour a conflict is left alone. (B87)"""
    friction_strained: int = 2
    """The same, more, while one of the two is at `strain_at`. (J)"""
    friction_every: int = 30
    """Minutes between two steps of growth. (J)"""
    friction_bare: int = 5
    """A hand-off without a note between the two. (J)"""
    friction_heard: int = -6
    """Each of the two listened to. (J)"""
    friction_talk: int = -20
    """Talked through together, both heard before. (B84)"""
    friction_talk_unheard: int = -10
    """Talked through together without listening first. (B30)"""
    friction_label: int = 10
    """Named by what somebody is instead of what happened. (B85)"""
    friction_terse: int = 35
    """From here notes between the two get terse. (J)"""
    friction_refuse: int = 50
    """From here a hand-off between the two is refused and its note lost. (J)"""
    friction_row: int = 55
    """From here they shout. (J)"""
    friction_signs: int = 10
    """Minutes between two signs of the same conflict. (DESIGN 3; J)"""

    # Growth -----------------------------------------------------------------------------------
    growth: int = 1
    """Skill gained by stretch work with help and a review, once a shift. (B74, B75)"""

    # Talks, hours and standards ---------------------------------------------------------------
    open_up_at: int = 50
    """Trust in the lead from which somebody says what weighs on them, points. (J)"""
    low_morale: int = 50
    """Morale below which somebody who is open says that it is low, points. (J)"""
    kept_trust: int = 1
    """Trust gained by a look in at the agreed time, points. (B93)"""
    look_in_trust: int = -2
    """Trust lost by a look-in that was not agreed; three an hour count, points. (B7)"""
    taken_trust: int = -4
    """Trust lost by a task taken out of somebody's hands unasked, points. (B7)"""
    talk_trust: int = 2
    """Trust gained by the first one-on-one of a shift, points. (B39)"""
    praised_morale: int = 3000
    """Once a shift: praised for a real act, with what it led to, thousandths of a point. (B77)"""
    vague_trust: int = -2
    """Trust lost by a correction that names nothing seen, or nothing to do next, points. (B77)"""
    number_trust: int = -4
    """Trust lost by feedback from a figure that nobody asked about first, points. (B110)"""
    shamed_trust: int = -6
    """Trust lost by a correction in front of others, points. (B85)"""
    shamed_morale: tuple[int, int] = (-5000, -1000)
    """The same: who was corrected, and everybody at the desk, thousandths of a point. (B85)"""
    unequal_trust: int = -5
    """Trust lost by who was treated harder than another for the same lapse, points. (B83)"""
    unequal_morale: int = -4000
    """Morale lost by the same, thousandths of a point. (B83)"""
    overtime_span: tuple[int, int] = (15, 120)
    """Shortest and longest time somebody can be asked to stay, minutes. (J)"""
    overtime_trust: int = 40
    """Trust in the lead below which somebody does not stay, points. (J)"""
    overtime_stress: int = 5000
    """At once when overtime begins, thousandths of a point. (B89)"""
    pressed_trust: int = -3
    """Trust lost by asking again somebody who said no, points. (J)"""
    protected_stress: int = -50
    """Stress a minute while nobody disturbs, on top of the rest, thousandths of a point. (B36)"""
    manager_person: int = 10
    """Minutes after a manager's yes at which somebody comes over to help. (J)"""
    manager_time: int = 20
    """Minutes by which a manager puts off the next word that executives wait for. (J)"""

    # Making tomorrow easier -------------------------------------------------------------------
    article_minutes: int = 20
    """What writing an article takes its author, minutes. (J)"""
    article_check: int = 6
    """What checking it takes a colleague, minutes. (J)"""
    article_speed: tuple[int, int] = (110, 125)
    """Speed on tickets of that kind with an unchecked and with a checked article, percent. (J)"""
    article_return: tuple[int, int] = (-10, -30)
    """Chance of a return less by the same, permille. (B113)"""
    automation_percent: int = 60
    """Share of a kind's usual work that automating it is thought to save, percent. (J)"""
    sample_size: int = 5
    """Finished tickets that are read in one go. (B125)"""

    # What wears people down; only where `people_depth` is on ----------------------------------
    people_depth: bool = False
    """Whether hours without a break, long strain and unfairness have effects of their own. (J)"""
    long_stretch: int = 150
    """Time without a break after which it weighs on somebody and shows, minutes. (J)"""
    long_stretch_stress: int = 6000
    """At once, then, thousandths of a point. (J)"""
    worn_out_after: int = 90
    """Time at `strain_at` or above after which somebody goes home, minutes. (B89, J)"""
    hard_from: int = 3
    """Difficulty from which a ticket counts as hard work; a P1 always does. (J)"""
    fair_every: int = 30
    """Time between two looks around, and until a lapse counts as left unanswered, minutes. (J)"""
    fair_band: int = 50
    """Hard work above the mean of the team that nobody minds, percent. (B82, J)"""
    fair_explained: int = 25
    """More of it that nobody minds after a one-on-one about the workload, percent. (B82, J)"""
    fair_least: int = 40
    """Hard work above the mean that is noticed at all, usual minutes. (J)"""
    unfair_morale: int = -4000
    """Once for each sort of unfairness, thousandths of a point. (B82, J)"""
    unfair_trust: int = -3
    """The same, trust in the lead, points. (B93, J)"""
    silent_morale: int = 40
    """Morale below which somebody falls silent, points. (J)"""
    absent_next: int = 20
    """Chance of being absent next time, permille. (J)"""
    absent_strained: int = 15
    """More, for each half hour of strain, permille. (B89, J)"""
    absent_low: int = 30
    """More, for who has fallen silent by the end, permille. (J)"""
    room_lag: int = 20
    """Until what was said in the room has come to who works from home by itself, minutes.
    (B100, J)"""
    remote_call: int = 1
    """Lead minutes more for a talk, or a look in, with who works from home: they are called. (J)"""
