"""What every act shares: how it is given, how it is refused, and what the registry asks of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from simulator.engine.log import Ref
    from simulator.engine.state import State

Family = Literal["prioritise", "delegate", "communicate", "decide", "people", "improve"]


class Act(Protocol):
    """Something the lead orders. Every act is a frozen dataclass with a `kind`."""

    kind: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Note:
    """What a hand-off passes on; each part holds the ids of facts or findings, or stays empty."""

    tested: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    suspected: tuple[str, ...] = ()
    next: tuple[str, ...] = ()

    def parts(self) -> tuple[str, ...]:
        """Return the names of the parts that say something."""
        return tuple(p for p in ("tested", "changed", "suspected", "next") if getattr(self, p))


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a message: what it is for, and how it is worded."""

    kind: str
    wording: str = ""
    """Id of a wording of the scenario."""
    minute: int | None = None
    """The time it names: the next update, or when a thing is due."""


class Given(NamedTuple):
    """An act as it was given: what a run stores."""

    number: int
    at: int
    act: Act
    words: str = ""
    """Free text: kept, shown, never read by a rule."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act is not possible now; a screen turns it into words."""

    code: str
    """`assign.away`; `docs/acts.md` lists them all."""
    about: tuple[Ref, ...] = ()
    minute: int | None = None
    """The minute from which it might be possible, where there is one."""

    @property
    def named(self) -> dict[str, str | int]:
        """What the reason names, as an entry holds it: `who` as a subject, `at` a minute."""
        who: dict[str, str | int] = {"who": self.about[0]} if self.about else {}
        return who if self.minute is None else {**who, "at": self.minute}


A_contra = TypeVar("A_contra", bound=Act, contravariant=True)


class ActRule(Protocol[A_contra]):
    """How one kind of act is paid for, refused and carried out."""

    family: Family

    def cost(self, s: State, act: A_contra) -> int:
        """Return the lead minutes it takes."""
        ...

    def refuse(self, s: State, act: A_contra) -> Refusal | None:
        """Return why it is not possible; asked when given and again when it takes effect."""
        ...

    def apply(self, s: State, act: A_contra, because: int) -> None:
        """Change the state and write entries; `because` is the entry `act.done`."""
        ...


class PricedRule:
    """The rule of an act that takes the minutes which the rules table names for its kind."""

    def cost(self, s: State, act: Act) -> int:
        """Return the lead minutes."""
        return s.rules.cost(act.kind)


def calling(s: State, who: str) -> int:
    """Return the lead minutes that a call to who works from home takes more than a talk (B100)."""
    analyst = s.analysts.get(who)
    return s.rules.remote_call if analyst is not None and analyst.spec.remote else 0


class WithOneRule(PricedRule):
    """The rule of an act beside one person, or in a call with who works from home."""

    def cost(self, s: State, act: Any) -> int:
        """Return the lead minutes, those of a call among them."""
        return super().cost(s, act) + calling(s, act.person)
