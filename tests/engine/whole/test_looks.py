"""What the lead sees of a ticket or an incident is that ticket's or incident's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine import api

if TYPE_CHECKING:
    from tests.engine.whole.conftest import Whole

OF_TICKET = (
    "id", "number", "priority", "triaged", "arrived", "state", "who", "parked_by", "resolve_by",
    "incident",
)  # fmt: skip
OF_KIND = ("body", "requester", "channel", "skill", "service", "outcomes")
OF_INCIDENT = ("id", "state", "who", "beside", "style", "unasked")
OF_SERVICE = ("name", "service", "skill", "difficulty")
"""Fields of a view that say what a record or a specification says, under the same name."""


@pytest.mark.parametrize("seed", range(4))
def test_each_field_says_what_its_name_says(whole: Whole, seed: int) -> None:
    state, _ = whole.shift(seed, seed)
    view = api.view(state)
    for ident, ticket in state.tickets.items():
        shown, kind = view.ticket(ident), ticket.kind
        assert {name: getattr(shown, name) for name in OF_TICKET} == {
            name: getattr(ticket, name) for name in OF_TICKET
        }
        assert {name: getattr(shown, name) for name in OF_KIND} == {
            name: getattr(kind, name) for name in OF_KIND
        }
        assert (shown.returned, shown.of, shown.hands) == (ticket.again, kind.id, ticket.moves)
        assert shown.impact == (kind.impact if ticket.triaged else 0)
        assert shown.urgency == (kind.urgency if ticket.triaged else 0)
        assert shown.due == (ticket.terms.due if ticket.terms.due >= 0 else None)
        assert shown.until == (ticket.hold.until if ticket.hold.until >= 0 else None)
    known = [one for one in state.incidents.values() if one.known >= 0]
    assert known
    for one in known:
        seen, spec = view.incident(one.id), state.plan.incidents[one.id]
        assert {name: getattr(seen, name) for name in OF_INCIDENT} == {
            name: getattr(one, name) for name in OF_INCIDENT
        }
        assert {name: getattr(seen, name) for name in OF_SERVICE} == {
            name: getattr(spec, name) for name in OF_SERVICE
        }
        assert (seen.known_since, seen.declared) == (one.known, one.declared >= 0)
        assert (seen.in_place, seen.verified) == (one.ways, one.verified >= 0)
        assert seen.joined == tuple(who for who, _ in one.joined)
