"""Monday at nine: a front desk whose telephones ring more than two people can answer.

Shares of the day by hour are those of the service-desk figures (2.1); Monday counts 1.2 times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.rules import Rules
from simulator.engine.world import (
    AnalystSpec,
    Contacts,
    Effect,
    FactSpec,
    IncidentSpec,
    Moment,
    Profile,
    Span,
    Step,
    StorySpec,
    TicketKind,
    TicketSpec,
    World,
    always,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

HOURLY = (80, 70, 50, 40, 40, 40, 110, 220, 1040, 1250, 1180, 1020, 550, 680, 930, 880, 760, 430,
          170, 110, 80, 140, 80, 50)  # fmt: skip
TEAM = ("ana", "bo", "cy", "dee", "eli", "fay")


def kind(ident: str, effort: int, channel: Any, **more: Any) -> TicketKind:
    """Return a kind of ticket."""
    return TicketKind(ident, (f"{ident} does not work",), "desk", effort, channel=channel, **more)


_PASSWORD = kind("password", 6, "phone", difficulty=1)
MIX = (
    (_PASSWORD, 450), (kind("laptop", 14, "phone", difficulty=3), 250),
    (kind("access", 18, "portal"), 150), (kind("dock", 9, "walk-up"), 80),
    (kind("mail", 8, "chat"), 70),
)  # fmt: skip


def monday(phones: Sequence[str], per_day: int = 170, **more: Any) -> World:
    """Return the Monday morning of four hours, 08:00 to 12:00, with these on the telephones."""
    fields: dict[str, Any] = {
        "id": "monday", "version": "1", "hash": "", "title": "Monday at nine", "starts": 480,
        "length": 240, "rules": Rules(), "first_number": 1, "phones": tuple(phones),
        "team": tuple(
            AnalystSpec(who, who.title(), who.title(), {"desk": 3}, breaks=(100 + 10 * place,),
                        leaves=200 if who == "fay" else None)
            for place, who in enumerate(TEAM)
        ),
        "profile": Profile(per_day, HOURLY, MIX),
    }  # fmt: skip
    return World(**(fields | more))


def stormy(phones: Sequence[str]) -> World:
    """Return the same morning with everything that can cut into a call."""
    mail = IncidentSpec(
        "mail", "Mail", "mail", "desk", Span(40, 40),
        steps=(Step("find", "it is full", 20), Step("mend", "mended", 10, effect="resolves")),
        contacts=Contacts(_PASSWORD, ((0, 400),)), known_by="down",
    )  # fmt: skip
    return monday(
        phones, incidents=(mail,), facts=(FactSpec("down", "mail is down"),),
        tickets=(TicketSpec("named", kind("named", 12, "phone"), Moment("", always(75))),),
        storyline=(
            StorySpec("told", at=Moment("", always(50)), effects=(Effect("learn", "down"),)),
            StorySpec("sent", at=Moment("", always(120)), effects=(Effect("absent", "bo"),)),
        ),
    )  # fmt: skip
