"""The numbers of hand-offs that nobody orders, and of tickets that wait for somebody outside.

Sources are marked as in `rules`. Chances with N2.4 were set with the log's hand-off table in view
(`python -m benchmarks handoffs`), which tells how far a simulated desk is from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.rules_team import TeamRules


@dataclass(frozen=True, slots=True)
class HandOffRules(TeamRules):
    """Every number and switch of tickets that change hands, or wait, by themselves."""

    hand_offs: bool = False
    """Whether people pass on what they took themselves and find beyond them; what the lead gave
    them they keep. (N2.4)"""
    pass_on: tuple[int, int, int, int] = (800, 630, 450, 340)
    """Chance that somebody finds so: two or more short of skill, one short, no gap, skill to
    spare, permille. (N2.4)"""
    pass_on_look: tuple[int, int] = (1, 5)
    """Work at 100 % after which it is found, minutes, both ends included. (J)"""
    patience_work: int = 60
    """Work at 100 % after which somebody may lose patience with a ticket, minutes. (J)"""
    patience_ends: int = 200
    """Chance that they do, and pass it on, permille. (J)"""
    sent_back: tuple[int, int, int, int, int] = (200, 140, 80, 40, 20)
    """Chance that who gets a ticket sends it straight back, by parts of the note, none to four,
    permille. (N2.4, 10.6 % come back to who had them; B27)"""
    to_queue: int = 350
    """Share of what is passed on that goes back to the queue instead of to somebody, permille.
    (J)"""
    asks_around: int = 250
    """Share that goes to any colleague at the desk, not to who is believed the best, permille.
    (J)"""
    pile_most: int = 3
    """Tickets set aside from which nobody adds to somebody's pile. (J)"""
    note_part: tuple[int, int, int] = (900, 450, 200)
    """Chance that a part of a note is written: by who writes full notes, by others, and by
    anybody from stress `short_notes_at`, permille. (B27, J)"""
    return_moved: int = 8
    """More chance of a return for each time a ticket changed hands, permille. (N2.4: 0.5 % with
    none, 5.2 % with five or more)"""

    outside_waits: bool = False
    """Whether tickets wait for their user or a vendor, with the resolution clock stopped. (N2.3)"""
    on_user: int = 220
    """Share of tickets that wait for their user once, permille. (N2.3)"""
    on_vendor: int = 20
    """Share that waits for a vendor once, permille. (J; N2.3 has 7 % of the time)"""
    outside_minutes: int = 640
    """Median wait, minutes of business hours. (UCI 498, 88 waits for the user in the sample)"""
    outside_sigma: int = 1500
    """Spread of it: sigma of the lognormal, thousandths. (the same: quartiles 210 and 1,615)"""
