"""What the lead can see, as frozen values: signs and places, never the numbers behind.

What a lead looks at many times a minute is a named tuple: made in a quarter of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class TicketView(NamedTuple):
    """A ticket as the lead sees it."""

    id: str
    number: int
    """What the queue shows: 204."""
    subject: str
    body: str
    requester: str
    channel: str
    skill: str
    service: str
    priority: int
    """As logged, or as triage or the lead set it."""
    triaged: bool
    arrived: int
    state: str
    """new, assigned, in-progress, parked, on-user, on-vendor, waiting-lead, deferred, linked,
    resolved, declined."""
    who: str
    """Analyst's id, `lead`, or ""."""
    parked_by: str
    respond_by: int | None
    """Minute of the response target; None once somebody responded."""
    resolve_by: int
    left: int
    """Minutes to the next target; negative when missed."""
    incident: str
    """The incident it is linked to, or known to belong to."""
    returned: int
    outcomes: tuple[tuple[str, str], ...]
    earlier: int = 0
    """Number of the ticket the same person called about before it today; 0 for none."""
    impact: int = 0
    """1 high to 3 low, once triaged; 0 where the scenario does not say."""
    urgency: int = 0
    of: str = ""
    """Id of its kind: `password-reset`."""
    asks: str = ""
    """The approval that whoever has it waits for."""
    halted_since: int | None = None
    """Minute since which they wait for it."""
    until: int | None = None
    """Minute until which it is put off; None for the next shift, or not at all."""
    permits: tuple[tuple[str, str], ...] = ()
    """The approval it needs, if it needs one: it can be given beforehand."""
    due: int | None = None
    """Minute by which it was wanted when it was given away."""
    hands: int = 0
    """How many times it has changed hands."""
    came_back: bool = False
    """Whether somebody has had it twice, with others in between."""


class AnalystView(NamedTuple):
    """An analyst as the lead sees them."""

    id: str
    name: str
    short: str
    skills: tuple[tuple[str, int], ...]
    place: str
    """desk, break, aside (busy away from the queue), away (not in yet, or gone home), absent."""
    until: int | None
    """Minute of return from a break, or of arrival."""
    on: str
    """Task in hand, or ""."""
    since: int
    """Minute since which this holds."""
    parked: tuple[str, ...]
    load: int
    """0 to 4: the bars on screen, from tasks in hand and set aside."""
    signs: tuple[str, ...]
    """Ids of signs: no-break, stretched, short-notes, late-replies."""
    waits_since: int | None
    """Minute since which this person waits for the lead's word."""
    asks: str
    """What for, in words."""
    agreed_check_in: int | None
    idle: int
    """Minutes without work."""
    kept_for: str = ""
    """What this person is kept free for."""
    paired: str = ""
    """Who works side by side with this person."""
    spare: bool = False
    """Whether this person comes only when asked for."""
    limit: int = 0
    """Tasks this person holds at a time; 0 for no limit."""
    phones: bool = False
    """Whether this person answers the telephones."""
    call: str = ""
    """on-call, with-visitor or wrap-up; "" for none of these."""
    call_until: int | None = None
    """Minute at which that is likely over."""


@dataclass(frozen=True, slots=True)
class CallView:
    """Somebody who waits for an answer, on the telephone or at the counter."""

    id: str
    channel: str
    """phone or walk-up."""
    since: int
    """Minute since which they have waited."""
    again: int
    """How often they had given up before."""


@dataclass(frozen=True, slots=True)
class StakeholderView:
    """Somebody outside the team as the lead sees them."""

    id: str
    name: str
    short: str
    audience: str
    role: str
    last_word: int | None
    """Minute of the lead's last message."""
    answers_by: int | None
    """Whether an answer of theirs is awaited: the minute the request was sent."""
    orders: str = ""
    """The incident on which they give the team orders; "" for none."""


class IncidentView(NamedTuple):
    """An incident that is suspected or declared."""

    id: str
    name: str
    service: str
    skill: str
    difficulty: int
    declared: bool
    severity: int
    known_since: int
    state: str
    """open, mitigated, resolved."""
    who: str
    beside: str
    style: str
    unasked: bool
    """Whether its person took it without being asked."""
    halted_since: int | None
    asks: str
    """What the person asks for: a permit's id, `next-step`, or ""."""
    question: str
    """The same in words."""
    due: int | None
    left: int
    """Minutes to the resolution target."""
    linked: int
    unlinked: int
    permits: tuple[tuple[str, str], ...]
    outcomes: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    worse_until: int | None
    """Everybody is out until this minute."""
    theories: tuple[tuple[str, str, str], ...] = ()
    """Theories the lead can think of: id, words, and open, testing, confirmed or ruled-out."""
    in_place: tuple[str, ...] = ()
    """Ways out that are in place."""
    verified: bool = False
    """Whether users have confirmed that it is back."""
    joined: tuple[str, ...] = ()
    """Who was brought onto it beside its person."""
    roles: tuple[tuple[str, str], ...] = ()
    """Roles in force that the lead gave away: lead, communications or scribe, and who has it."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A planned change that the lead knows of."""

    id: str
    text: str
    at: int
    """The minute it is planned for."""
    by: str
    frozen: bool
    made: bool
    allowed_by: str
    """The stakeholder who can hold it back; "" for the lead."""


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A word that is owed."""

    to: str
    due: int
    what: str


@dataclass(frozen=True, slots=True)
class FactView:
    """Something the lead knows."""

    id: str
    text: str
    since: int
    technical: bool
    over: bool = False
    """Whether what it tells of is over."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One way to answer, without its credit."""

    id: str
    say: str
    minutes: int
    locked: str
    """Why it is not open; "" when it is."""


@dataclass(frozen=True, slots=True)
class SceneView:
    """A scene that waits for an answer."""

    id: str
    sender: str
    says: str
    channel: str
    until: int
    put_off: bool
    choices: tuple[ChoiceView, ...]
    name: str = ""
    """Who it is, where the sender is nobody of the scenario's own people."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question that can be asked."""

    id: str
    to: str
    says: str


@dataclass(frozen=True, slots=True)
class WordingView:
    """A wording offered for a message."""

    id: str
    element: str
    text: str
    known: bool
    """Whether all that it says is known to the lead."""


class InHand(NamedTuple):
    """The act the lead is busy with, or one that is queued."""

    number: int
    act: object
    """The act itself (one of `acts.shapes`)."""
    begun: int | None
    until: int | None
    minutes: int
    over_since: int = -1
    """For a message: minute since which what it tells of is over, where that came after it was
    given; -1 otherwise."""


class Agenda(NamedTuple):
    """The lead's agenda."""

    in_hand: InHand | None
    queued: tuple[InHand, ...]
    free_at: int
    """Minute at which all of it will be done."""

    @property
    def overtaken(self) -> tuple[InHand, ...]:
        """The messages that have not gone yet while what they tell of is over."""
        lined = (self.in_hand, *self.queued)
        return tuple(one for one in lined if one is not None and one.over_since >= 0)


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Friction that has shown itself."""

    id: str
    between: tuple[str, str]
    sign: str
    since: int
    heard: tuple[str, ...]
    talked: bool


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision that can be recorded."""

    id: str
    text: str
    reasons: tuple[tuple[str, str], ...]
    fallbacks: tuple[tuple[str, str], ...]
    by: int | None
    made: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The figures of the top line."""

    waiting: int
    trend: int
    """Change of the waiting tickets over the last ten minutes."""
    calls: int
    p1: int
    due_soon: int
    """Targets that fall due in the next fifteen minutes."""
    longest_call: int = 0
    """The longest wait of the calls that ring for the desk, minutes."""
