"""What the lead knows and owes, and what there is to say: questions, wordings, scenes."""

from __future__ import annotations

from dataclasses import dataclass


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
class PromiseView:
    """A word that is owed."""

    to: str
    due: int
    what: str


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
