"""Acts that make tomorrow's shift easier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from simulator.engine.acts.shapes.ids import (  # noqa: TC001 (run files read them)
    AnalystId,
    KindId,
    TicketId,
)

Trend = Literal["returns", "case-mix"]
"""What can be studied: where returns come from, or what one person gets to do."""


@dataclass(frozen=True, slots=True)
class WriteArticle:
    """Have a knowledge article written for a kind of ticket."""

    kind: ClassVar[str] = "write-article"
    of: KindId
    author: AnalystId
    reviewer: AnalystId = ""


@dataclass(frozen=True, slots=True)
class OpenProblem:
    """Open a problem record for a kind of ticket or an incident."""

    kind: ClassVar[str] = "open-problem"
    of: str
    """A kind of ticket, or an incident."""
    tickets: tuple[TicketId, ...] = ()
    """Tickets that show it."""


@dataclass(frozen=True, slots=True)
class ProposeAutomation:
    """Propose to automate a kind of ticket."""

    kind: ClassVar[str] = "propose-automation"
    of: KindId


@dataclass(frozen=True, slots=True)
class Study:
    """Sit down over the desk's own records."""

    kind: ClassVar[str] = "study"
    what: Trend
    person: AnalystId = ""
    """Whose case mix."""


@dataclass(frozen=True, slots=True)
class SampleTickets:
    """Read some finished tickets of one person."""

    kind: ClassVar[str] = "sample-tickets"
    person: AnalystId


SHAPES = (WriteArticle, OpenProblem, ProposeAutomation, Study, SampleTickets)
AnyImprove = WriteArticle | OpenProblem | ProposeAutomation | Study | SampleTickets
