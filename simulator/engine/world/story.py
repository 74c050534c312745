"""What a scenario tells: facts, questions, scenes, conditions, wordings, decisions, windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.engine.world.values import Moment, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.state import State
    from simulator.engine.world.tickets import TicketSpec


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition of a scenario."""

    holds: Callable[[State], bool]
    wake: Callable[[State], int | None]
    """The next minute after now in which it could change by time alone; None for never."""
    touched_by: frozenset[str]
    """Kinds of entries after which it has to be looked at again; with `@` and a subject, only
    entries about that subject."""
    text: str = ""
    """As the author wrote it."""


@dataclass(frozen=True, slots=True)
class FactSpec:
    """Something true in this scenario."""

    id: str
    text: str
    """A clause that fits a sentence: `one of three servers turns people away`."""
    technical: bool = False
    at_start: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Something the lead can ask somebody."""

    id: str
    to: str
    """An analyst's or stakeholder's id."""
    says: str
    answer: str
    learns: tuple[str, ...] = ()
    when: Condition | None = None
    """Offered only while this holds."""


EffectKind = Literal[
    "stress", "morale", "trust", "friction", "learn", "set", "unset", "start", "ticket",
    "minutes", "promise", "told", "note", "end", "scene", "absent", "rest", "comes", "hear",
    "talk", "phones", "need-met", "stands-back",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that a choice, a silence or the storyline changes.

    `kind` says what: stress, morale, trust (of an analyst or stakeholder, whole points), friction
    (of a conflict, whole points), learn (a fact), set and unset (a flag), start (an incident),
    ticket (one arrives), minutes (of the lead), promise (an update to `target` in `amount`
    minutes), told (`target` has had a word on incident `word`), note (a line in the strip), end
    (the shift), scene (opens next), absent (an analyst leaves), rest (one is sent on a
    break), comes (a spare one comes in), hear (one is listened to, if nobody has), talk (a
    conflict is talked through), phones (one answers the telephones from now on), need-met (asked
    what they need), stands-back (who gave the team orders stops).
    """

    kind: EffectKind
    target: str = ""
    amount: int = 0
    word: str = ""
    ticket: TicketSpec | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer a scene."""

    id: str
    say: str
    minutes: int
    credit: int = 0
    """0 to 3 where no `best` of the scene applies; a scene without `best` is feedback only."""
    effects: tuple[Effect, ...] = ()
    feedback: str = ""
    best_feedback: str = ""
    """Said instead where the choice earns 3; "" where `feedback` holds in every state."""
    basis: str = ""
    locked: Condition | None = None
    """Not open while this holds."""
    lock_reason: str = ""
    untrue: bool = False
    """Known to be false by who says it: inventing or hiding a fact."""
    untrue_when: Condition | None = None
    """The same, only while this holds."""

    def said_of(self, credit: int) -> str:
        """Return what is said of it where it earned this credit, 0 to 3."""
        return self.best_feedback if credit == 3 and self.best_feedback else self.feedback


@dataclass(frozen=True, slots=True)
class SceneSpec:
    """A moment that asks for a decision."""

    sender: str
    """An analyst's or stakeholder's id, or "" for nobody."""
    says: str
    choices: tuple[Choice, ...]
    within: int
    """Minutes until silence is the answer."""
    channel: Literal["phone", "walk-up", "chat", "corridor", "meeting"] = "phone"
    best: tuple[tuple[Condition, str], ...] = ()
    """The flip rule: in the first state that holds this choice earns 3, any other at most 2."""
    criterion: str = ""
    """The criterion in which the credit counts; "" for feedback only."""
    unanswered: tuple[Effect, ...] = ()
    name: str = ""
    """Who it is, where nobody on the roster is the sender."""


@dataclass(frozen=True, slots=True)
class StorySpec:
    """One item of the storyline."""

    id: str
    when: Condition | None = None
    at: Moment | None = None
    again: int | None = None
    """Minutes after which it may fire once more; None fires once."""
    scene: SceneSpec | None = None
    effects: tuple[Effect, ...] = ()
    news: str = ""
    """A line in the strip."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say one element of a message.

    An offered wording whose `needs` are not all known is speculation and counts as such.
    """

    id: str
    element: str
    """impact, risk, known, unknown, action, time, next-update, ask, closing."""
    text: str
    """A sentence; {time} stands for the minute of the element."""
    audiences: frozenset[str] = frozenset()
    """Audiences it is offered for; empty for all."""
    about: str = ""
    """An incident's id; "" for any."""
    needs: tuple[str, ...] = ()
    hidden: bool = False
    """Whether it is offered only once its `needs` are known."""
    fact: str = ""
    """The fact it passes on."""
    jargon: bool = False
    vague: bool = False
    promises: bool = False
    """A time by which it will be fixed, stated as sure."""
    no_time: bool = False
    """It says plainly that no time can be named yet."""
    way: str = ""
    """The workaround that it tells people of, so that they can go on (B53); "" for none."""
    untrue: bool = False
    """Known to be false by who says it: inventing or hiding a fact."""
    contradicts: tuple[str, ...] = ()
    """Other wordings that cannot be true together with it."""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of a decision: why, or what happens if it fails."""

    id: str
    text: str
    bears: bool = True
    """Whether it speaks for or against; one that does not is on offer as well. (B55)"""


@dataclass(frozen=True, slots=True)
class DecisionSpec:
    """Something worth deciding aloud and writing down."""

    id: str
    text: str
    """With {time} for the threshold."""
    reasons: tuple[Reason, ...] = ()
    fallbacks: tuple[Reason, ...] = ()
    by: int | None = None
    """The last minute at which the threshold makes sense."""
    needs: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class WindowSpec:
    """An opportunity, opened and closed by the scenario's clock."""

    id: str
    kind: str
    """What criteria name in `windows`."""
    subject: str
    """A Ref."""
    opens: Moment
    closes: Moment
    prevented_by: Condition | None = None
    """Holding when it would open, there is no opportunity."""
    chance: int = 1000
    """Permille of seeds that have it."""
    only_if_absent: str = ""
    """Exists only in seeds in which this analyst is absent."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A line that helps in practice."""

    about: str
    """Id of the storyline item or window that it comes with."""
    says: str
    when: Condition | None = None
    """It stands only while this holds: nobody needs help with what is done."""

    def holds(self, state: State) -> bool:
        """Return whether it still helps."""
        return self.when is None or self.when.holds(state)


__all__ = [
    "Choice", "Condition", "DecisionSpec", "Effect", "EffectKind", "FactSpec", "Hint", "Moment",
    "Question", "Reason", "SceneSpec", "Span", "StorySpec", "WindowSpec", "Wording",
]  # fmt: skip
