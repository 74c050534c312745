"""Numbers of what the lead arranges: work put off, roles in an incident, learning from a senior.

Sources as in `rules`: **B** and **I** rows of the references, **J** the project's own judgement.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.rules_channels import ChannelRules


@dataclass(frozen=True, slots=True)
class ArrangingRules(ChannelRules):
    """Every number of putting off, declining, roles and pairs."""

    # Work put off or declined -----------------------------------------------------------------
    satisfaction_deferred: tuple[int, int] = (-5, -15)
    """Each time it is put off: with a reason, without one. (B65, J)"""
    satisfaction_declined: tuple[int, int] = (55, 25)
    """What a declined ticket earns: with a reason, without one. (B65, J)"""
    declined_returns: int = 2
    """Priority up to which whoever was declined comes back: P1 to this. (B51, J)"""

    # Roles in an incident ---------------------------------------------------------------------
    large_desk: int = 8
    """People from which several roles in one pair of hands cost. (I19, J)"""
    roles_speed: int = 15
    """Speed that each role after the first costs on a large desk, percentage points. (J)"""
    scribe_speed: int = 15
    """Speed that keeping the record costs, percentage points. (I22, J)"""
    update_minutes: int = 3
    """Work that one update costs whoever has communications, minutes. (J)"""
    word_minutes: int = 3
    """Minutes until an incident lead gives the word that somebody waits for. (J)"""
    split_every: int = 15
    """Minutes between two costs of several roles in the trainee's hands. (J)"""
    split_minutes: int = 1
    """Lead minutes each time, for each role after the first. (J)"""
    record_saves: int = 1
    """Lead minutes that a record saves in the review of an incident. (I22, J)"""

    # Learning ---------------------------------------------------------------------------------
    pair_speed: int = -20
    """Speed of who shows, while two work side by side, percentage points. (B12, J)"""
    paired_morale: int = 1000
    """Once a shift, for who learns: thousandths of a point. (J)"""
    ask_after: int = 0
    """Minutes into work that is too hard after which somebody asks; 0: nobody does. (B92, J)"""
    ask_later: int = 8
    """Minutes later for each point of confidence above the skill, sooner below it. (B92, J)"""
    ask_vain: int = 25
    """Share of the time until then that was in vain, percent. (J)"""
    help_soon: int = 10
    """Time within which help comes at once for who asked, minutes. (J)"""
    help_waits: int = 25
    """Time after which who asked goes on without help, minutes. (J)"""
    help_moves: tuple[int, int, int] = (-4, 4, 8)
    """Minutes later that who asked asks next time: helped at once, kept waiting, left. (B96, J)"""
