"""The records a state is made of: slotted, changed in place by whoever owns them.

A fork shares them; the first write copies (`state.own_ticket` and its kin). Feelings are kept in
thousandths of a point, as a value, the minute it held, and a rate per minute.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar

from simulator.engine.record import Birth as Birth
from simulator.engine.record import Record as Record

if TYPE_CHECKING:
    from simulator.engine.log import Ref
    from simulator.engine.world import AnalystSpec, TicketKind

NOBODY = ""
LEAD = "lead"


@dataclass(slots=True, eq=False)
class Ticket(Record):
    """One ticket."""

    owner: object
    id: str
    ref: Ref
    """The same, as an entry names it."""
    number: int
    born: Birth
    """What it was born with; the properties below read it."""
    kind: TicketKind
    arrived: int
    priority: int
    left: int
    """Work still to do, in ten-thousandths of a minute at 100 %, as of `since`."""
    respond_by: int
    resolve_by: int
    incident: str = ""
    """The incident it is known to belong to."""
    linked: bool = False
    triaged: bool = False
    state: str = "new"
    who: str = NOBODY
    parked_by: str = NOBODY
    since: int = 0
    speed: int = 0
    """Work done in a minute, same unit; 0 while nobody works on it."""
    entry: int = -1
    """Entry of the last start of work."""
    version: int = 0
    responded: int = -1
    late: int = 0
    """1 response target missed, 2 resolution target missed, 3 both."""
    resolved: int = -1
    by: str = NOBODY
    gap: int = 0
    loose: int = 0
    """Steps of freedom more than the person could use."""
    helped: bool = False
    style: str = ""
    due: int = -1
    """Minute by which it was wanted when it was given away; -1 for none."""
    put_off: int = 0
    """Points of satisfaction that putting it off has cost."""
    put_off_before: int = 0
    """How many times it was put off."""
    until: int = -1
    """Minute until which it is put off; -1 for the next shift, or not at all."""
    approved: bool = False
    expires: int = -1
    """Minute at which the approval lapses; -1 for never."""
    halted: int = -1
    """Minute at which `parked_by` last asked for an approval."""
    had: tuple[str, ...] = ()
    """Who had it, in order; the last of them works on it, or did last."""
    turn: str = ""
    """Why who has it will stop before it is done: skill, patience, sent-back, user, vendor."""
    turns_at: int = 0
    """Work still to do at that point, same unit as `left`."""
    noted: int = -1
    """Parts of the note it was passed on with; -1 where nobody passed it on."""
    let_go: str = NOBODY
    """Who put it back into the queue as beyond them, and does not take it again."""
    outside: int = -1
    """Minute since which it waits for somebody outside; -1 while it does not."""
    held: int = 0
    """Minutes it waited for somebody outside so far."""
    _names: ClassVar[tuple[str, ...]]

    @property
    def moves(self) -> int:
        """How many times it has changed hands."""
        return max(0, len(self.had) - 1)

    @property
    def effort(self) -> int:
        """Work in all, in ten-thousandths of a minute at 100 %."""
        return self.born.effort

    @property
    def source(self) -> str:
        """The incident it truly belongs to."""
        return self.born.source

    @property
    def again(self) -> int:
        """How many times it has come back."""
        return self.born.again


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
    """desk, break, aside, away, absent."""
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
    look_ins: tuple[int, ...] = ()
    check_in: int = -1
    kindnesses: tuple[str, ...] = ()
    heard: int = -1
    stretched: tuple[str, ...] = ()
    """Tasks done above one's skill with help, not reviewed yet."""
    grown: bool = False
    sure: tuple[tuple[str, int], ...] = ()
    """Confidence that has grown today, by skill."""
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
    _names: ClassVar[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing an audience was told."""

    at: int
    about: str
    element: str
    wording: str
    minute: int | None
    """The time it names."""
    entry: int


@dataclass(slots=True, eq=False)
class Stakeholder(Record):
    """Somebody outside the team."""

    owner: object
    id: str
    trust: int
    last_word: int = -1
    told: tuple[str, ...] = ()
    """Facts and states this person has been told."""
    about: tuple[str, ...] = ()
    """Incidents this person has had a word on."""
    due: int = -1
    """Minute by which the next word is expected."""
    promised: bool = False
    """Whether that minute was named by the lead."""
    asked_at: int = -1
    asked_task: str = NOBODY
    asked_for: str = ""
    awaited: int = -1
    """Entry of the request whose answer is planned; answers to others are void."""
    owed_at: int = -1
    """Minute by which a contract owes the answer; -1 for no contract."""
    asks: int = 0
    answered: int = 0
    """How many requests were answered: the occasion of the next one's chance."""
    said: tuple[Saying, ...] = ()
    """What this person was told, where somebody could compare it."""
    heard: int = 0
    """How many talks with others were planned: the occasion of the next one's chance."""
    waited: int = 0
    """How often this person's patience began to run: the occasion of the next one's chance."""
    orders: str = ""
    """The incident on which this person orders the team about; "" for none."""
    version: int = 0
    _names: ClassVar[tuple[str, ...]]


@dataclass(slots=True, eq=False)
class Incident(Record):
    """A service that fails."""

    owner: object
    id: str
    starts: int
    state: str = "coming"
    """coming, open, mitigated, resolved."""
    known: int = -1
    declared: int = -1
    severity: int = 0
    linked: bool = False
    step: int = 0
    """Index of the next or current step."""
    left: int = 0
    since: int = 0
    speed: int = 0
    version: int = 0
    working: bool = False
    who: str = NOBODY
    beside: str = NOBODY
    style: str = ""
    outcome: str = ""
    due: int = -1
    may: tuple[str, ...] = ()
    unasked: bool = False
    fit: int = 0
    gap: int = 0
    halted: int = -1
    asks: str = ""
    waited: int = 0
    """Minutes it has stood still for the lead so far."""
    parked: int = -1
    """Minute at which its person was last called away from it; -1 while they are on it."""
    moved: int = -1
    """Minute of the last progress: found, given, allowed or put in place."""
    roles: tuple[tuple[str, str], ...] = ()
    """Roles that were given away, each with its holder."""
    recorded: bool = False
    """Whether a scribe kept its record."""
    worse_until: int = -1
    tries: int = 0
    worded: bool = False
    workaround: bool = False
    ways: tuple[str, ...] = ()
    mitigated: int = -1
    resolved: int = -1
    done: tuple[str, ...] = ()
    testing: str = ""
    """The theory in hand instead of the step."""
    set_aside: int = 0
    """Work still to do on the step that was set aside for it."""
    tested: tuple[str, ...] = ()
    """Theories that were tested, whatever came of it."""
    worse_by: str = ""
    """The step or way that made it worse last."""
    mended_by: str = ""
    """The step or way that brought the service back."""
    recoveries: int = 0
    """How many times it looked back: the occasion of the next one's chance."""
    sound: bool = True
    """Whether the last of them holds."""
    verified: int = -1
    """Minute at which users confirmed that it is back."""
    joined: tuple[tuple[str, int], ...] = ()
    """Who was brought onto it, and since when."""
    spare_since: int = -1
    """Minute from which the desk had nothing left to do on it."""
    reviewed: int = -1
    _names: ClassVar[tuple[str, ...]]


@dataclass(slots=True, eq=False)
class Change(Record):
    """A change somebody has planned."""

    owner: object
    id: str
    at: int
    """The minute it is planned for."""
    frozen: int = -1
    made: int = -1
    _names: ClassVar[tuple[str, ...]]


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
    _names: ClassVar[tuple[str, ...]]


@dataclass(slots=True, eq=False)
class Scene(Record):
    """An item of the storyline whose scene is open or was."""

    owner: object
    id: str
    opened: int
    until: int
    entry: int
    state: str = "open"
    """open, put-off, answering, answered, lapsed."""
    put_off: bool = False
    """Whether the lead said "not now" before."""
    choice: str = ""
    _names: ClassVar[tuple[str, ...]]


@dataclass(slots=True, eq=False)
class Promise(Record):
    """A word that is owed."""

    owner: object
    id: int
    to: str
    about: str
    due: int
    what: str
    entry: int
    state: str = "open"
    """open, kept, broken."""
    _names: ClassVar[tuple[str, ...]]


for _cls in (Ticket, Analyst, Stakeholder, Incident, Change, Conflict, Scene, Promise):
    _cls._names = tuple(one.name for one in fields(_cls))
