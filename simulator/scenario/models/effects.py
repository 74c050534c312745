"""What choices, silences and the storyline of a scenario change."""

from typing import ClassVar, Literal

from simulator.scenario.models.base import (
    AnalystOrStakeholderOrConflictRef,
    AnalystRef,
    Change,
    ConflictRef,
    Cost,
    FactRef,
    FlagRef,
    IncidentOrTicketRef,
    IncidentRef,
    Limit,
    Part,
    SceneRef,
    StakeholderRef,
    Text,
)
from simulator.scenario.models.tickets import EffectTicket


class EffectPart(Part):
    """Something that a choice, a silence or the storyline changes; its first key says what."""

    noun: ClassVar[str] = "an effect"

    target: AnalystOrStakeholderOrConflictRef | None = None
    """Whom it changes; the other keys say what."""
    stress: Change | None = None
    morale: Change | None = None
    trust: Change | None = None
    friction: Change | None = None
    learn: FactRef | None = None
    """The lead learns a fact."""
    set: FlagRef | None = None
    """`flag.NAME` becomes true."""
    unset: FlagRef | None = None
    """`flag.NAME` becomes false."""
    start: IncidentRef | None = None
    ticket: EffectTicket | None = None
    """A ticket arrives."""
    minutes: Cost | None = None
    """It costs the lead minutes."""
    promise: StakeholderRef | None = None
    """An update is promised, `within` so long."""
    within: Limit | None = None
    what: Literal["update", "result"] | None = None
    """What is promised; an update where it is left out."""
    told: StakeholderRef | None = None
    """This stakeholder has had a word."""
    about: IncidentOrTicketRef | None = None
    """What a promise or a word is about; the open incident where it is left out."""
    note: Text | None = None
    """A line in the strip."""
    end: Literal["shift"] | None = None
    scene: SceneRef | None = None
    """This item of the storyline opens next."""
    absent: AnalystRef | None = None
    """This analyst goes home."""
    rest: AnalystRef | None = None
    """This analyst goes on a break, sent by the lead."""
    comes: AnalystRef | None = None
    """This analyst, a `spare` one, comes in."""
    hear: AnalystRef | None = None
    """This analyst is listened to, unless somebody has before."""
    talk: ConflictRef | None = None
    """This conflict is talked through, by what happened and what it did."""
    phones: AnalystRef | None = None
    """This analyst answers the telephones from now on."""
    need_met: StakeholderRef | None = None
    """They were asked what they need."""
    stands_back: StakeholderRef | None = None
    """Who gave the team orders leaves it to the lead again."""
