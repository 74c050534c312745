"""Acts for the people of the team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from simulator.engine.acts.shapes.ids import AnalystId, Task  # noqa: TC001 (run files read them)


@dataclass(frozen=True, slots=True)
class SendOnBreak:
    """Send somebody on a break."""

    kind: ClassVar[str] = "send-on-break"
    person: AnalystId


@dataclass(frozen=True, slots=True)
class Listen:
    """Sit down with one person and listen."""

    kind: ClassVar[str] = "listen"
    person: AnalystId


@dataclass(frozen=True, slots=True)
class TalkThrough:
    """Talk a conflict through with both of them."""

    kind: ClassVar[str] = "talk-through"
    conflict: str
    words: Literal["behaviour-and-impact", "label"] = "behaviour-and-impact"


@dataclass(frozen=True, slots=True)
class Recognise:
    """Thank somebody for a thing they really did."""

    kind: ClassVar[str] = "recognise"
    person: AnalystId
    entry: int = -1
    """Number of the entry that shows it; -1 for thanks in general."""


@dataclass(frozen=True, slots=True)
class Review:
    """Go through finished work with the person who did it."""

    kind: ClassVar[str] = "review"
    person: AnalystId
    task: Task


SHAPES = (SendOnBreak, Listen, TalkThrough, Recognise, Review)
AnyPeople = SendOnBreak | Listen | TalkThrough | Recognise | Review
