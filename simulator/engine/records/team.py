"""The people of the team, and the friction between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.records import NOBODY
from simulator.engine.records.base import Record

if TYPE_CHECKING:
    from simulator.engine.log import Ref
    from simulator.engine.world import AnalystSpec


@dataclass(slots=True, eq=False)
class Analyst(Record):
    """One member of the team."""

    owner: object
    id: str
    ref: Ref
    """The same, as an entry names it."""
    spec: AnalystSpec
    skills: dict[str, int]
    pace: int
    place: str = "away"
    """desk, talk (with the lead), break, aside, away, absent."""
    until: int = -1
    task: str = NOBODY
    """Ticket or incident in hand."""
    beside: str = NOBODY
    """Incident this person watches over as a second pair of eyes."""
    since: int = 0
    parked: tuple[str, ...] = ()
    stress: int = 0
    stress_at: int = 0
    stress_rate: int = 0
    morale: int = 0
    morale_at: int = 0
    morale_rate: int = 0
    trust: int = 0
    version: int = 0
    """Of the planned crossing of a limit of stress."""
    band: int = 0
    """How many limits of stress are passed."""
    sign: str = ""
    rested: int = -1
    """Minute at which the last break began; -1 for none yet."""
    acted_at: int = -100
    last_word: int = 0
    unheard: tuple[int, ...] = ()
    """Entries of what was said in the room and has not come to this person yet, who is at home."""
    order: str = ""
    """The order of work this person has heard."""
    look_ins: tuple[int, ...] = ()
    check_in: int = -1
    kindnesses: tuple[str, ...] = ()
    heard: int = -1
    stretched: tuple[str, ...] = ()
    """Tasks done above one's skill with help, not reviewed yet."""
    grown: bool = False
    sure: tuple[tuple[str, int], ...] = ()
    """Confidence that has grown today, by skill."""
    help_with: str = NOBODY
    """Ticket with which this person waits for help."""
    help_asked: int = -1
    """Entry that asks for it."""
    help_since: int = -1
    """Minute of that entry."""
    asks_later: int = 0
    """Minutes later than by their own nature that this person asks; less than 0: sooner."""
    paired: str = NOBODY
    """Who works side by side with this person."""
    paired_until: int = -1
    learns: bool = False
    """Whether this person is the one of the two who learns."""
    practised: tuple[str, ...] = ()
    """Skills in which something was done side by side."""
    alone: tuple[str, ...] = ()
    """Of these, skills in which something was then done alone."""
    kept_for: str = ""
    """What this person is kept free for; "" for nothing."""
    kept_from: int = -1
    kept_until: int = -1
    kept_whole: bool = True
    """Whether the lead gave them nothing else meanwhile."""
    role_load: int = 0
    """Speed that roles in incidents cost, percentage points."""
    done: tuple[int, ...] = ()
    """Entries that show something this person did."""
    phones: bool = False
    """Whether this person answers the telephones."""
    topics: tuple[str, ...] = ()
    """What one-on-ones with this person were about."""
    looked_at: int = -1
    """Minute at which the lead looked into this person's work; -1 for never."""
    coaching: str = ""
    """The skill this person is coached in; "" for none."""
    coached: int = 0
    """Steps of coaching taken in it."""
    practice: str = NOBODY
    """The ticket it is practised on."""
    thanked: tuple[int, ...] = ()
    """Entries of real deeds for which this person was thanked or praised, each once."""
    protected: int = -1
    """Minute until which nobody disturbs this person; -1 for not protected."""
    stays: int = -1
    """Minute until which this person agreed to stay; -1 for the usual."""
    pressed: bool = False
    """Whether this person said no when asked to stay."""
    shows: tuple[str, ...] = ()
    """Signs this person has shown beside those of stress; see `signs`."""
    strained_at: int = -1
    """Minute since which this person is strained; -1 for not strained."""
    strained_for: int = 0
    """Minutes of strain that are over."""
    hard: int = 0
    """Hard work begun, in the minutes it usually takes."""
    burdened: int = 0
    """Looks around in a row at which this person carried far more than the others."""
    aside: str = ""
    """What this person does away from the queue: `write:KIND` or `check:KIND`."""


@dataclass(slots=True, eq=False)
class Conflict(Record):
    """Friction between two."""

    owner: object
    id: str
    friction: int
    shown: int = -1
    sign: str = ""
    signs: tuple[str, ...] = ()
    sign_at: int = -1
    """Minute at which the latest sign showed."""
    heard: tuple[str, ...] = ()
    settled: bool = False
    row: bool = False
