"""Tickets: kinds with what they inherit, and written ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.world import Moment, TicketKind, TicketSpec, always
from simulator.scenario.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.houses import Matrix
    from simulator.scenario.models.tickets import (
        EffectTicket,
        KindFields,
        ProfileFile,
        Queue,
        Ticket,
    )
    from simulator.scenario.nodes import Scalar
    from simulator.scenario.times import Shift

FIELDS = (
    "subjects",
    "subject",
    "skill",
    "effort",
    "difficulty",
    "spread",
    "channel",
    "service",
    "logged",
    "true",
    "impact",
    "urgency",
    "body",
    "requester",
    "finds",
    "outcomes",
    "approval",
)


class TicketBuilder:
    """Makes tickets; kinds are those of the mix, with what the profile's kinds add."""

    def __init__(
        self, queue: Queue | None, profile: ProfileFile | None, shift: Shift,
        text: Callable[[str | None], str], problems: Problems, matrix: Matrix,
    ) -> None:  # fmt: skip
        self.queue = queue
        self.profile = profile
        self.shift = shift
        self.text = text
        self.problems = problems
        self.matrix = matrix
        self.kinds: dict[str, dict[str, Any]] = {}
        common = {"effort": profile.effort} if profile and profile.effort else {}
        for kind in profile.kinds if profile else ():
            self.kinds[str(kind.id)] = common | _given(kind)
        for item in queue.mix if queue else ():
            name = str(item.id)
            self.kinds[name] = self.kinds.get(name, common) | _given(item)

    def kind(
        self, name: str, fields: KindFields | None, like: str | None, place: Scalar | None
    ) -> TicketKind:
        """Return a kind of ticket from its own fields and those of the kind it is like.

        What is like a kind is of that kind: orders, articles and records by kind find it.
        """
        values = dict(self.kinds.get(like, {})) if like else {}
        if fields is not None:
            own = _given(fields)
            if "subject" in own:
                values.pop("subjects", None)
            values.update(own)
        for needed in ("skill", "effort"):
            if values.get(needed) is None and place is not None:
                self.problems.add(
                    "K103",
                    f'the ticket "{name}" has no "{needed}"',
                    place,
                    help=f"{needed}: {'30 min' if needed == 'effort' else '...'}, or "
                    "like:  with a kind that has one",
                )
        subjects = values.get("subjects") or ([values["subject"]] if values.get("subject") else [])
        impact, urgency = values.get("impact") or 0, values.get("urgency") or 0
        if bool(impact) != bool(urgency) and place is not None:
            has, lacks = ("impact", "urgency") if impact else ("urgency", "impact")
            self.problems.add(
                "K103", f'the ticket "{name}" has "{has}" and no "{lacks}"', place,
                help="both together give its priority",
            )  # fmt: skip
        true = self.matrix[impact - 1][urgency - 1] if impact and urgency else values.get("true")
        logged = values.get("logged") or 3
        work = values.get("effort") or Work(0)
        return TicketKind(
            id=like or name,
            subjects=tuple(self.text(s) for s in subjects)
            or (name.replace("-", " ").capitalize(),),
            skill=str(values.get("skill") or ""),
            effort=work.median,
            exponential=work.exponential,
            quick=work.quick,
            quick_effort=work.quick_median,
            difficulty=2 if values.get("difficulty") is None else values["difficulty"],
            spread=-1 if values.get("spread") is None else values["spread"],
            channel=values.get("channel") or "portal",
            service=str(values.get("service") or ""),
            logged=logged,
            true=true or logged,
            impact=impact,
            urgency=urgency,
            drawn="" if values.get("logged") else "logged" if true else "both",
            body=self.text(values.get("body")),
            requester=self.text(values.get("requester")),
            finds=tuple(str(fact) for fact in values.get("finds") or ()),
            approval=str(values.get("approval") or ""),
            outcomes=tuple((str(o.id), self.text(o.text)) for o in values.get("outcomes") or ()),
        )

    def written(self, ticket: Ticket) -> TicketSpec:
        """Return a written ticket."""
        kind = self.kind(str(ticket.id), ticket, str(ticket.like or "") or None, ticket.id)
        return TicketSpec(
            str(ticket.id), kind, self.shift.moment(ticket.at), ticket.returns,
            str(ticket.part_of or ""),
        )  # fmt: skip

    def from_effect(self, ticket: EffectTicket) -> TicketSpec:
        """Return a ticket that an effect brings in; its moment is the effect's."""
        kind = self.kind(str(ticket.id), ticket, str(ticket.like or "") or None, ticket.id)
        return TicketSpec(str(ticket.id), kind, Moment("", always(0)), ticket.returns)


def _given(fields: KindFields) -> dict[str, Any]:
    return {name: value for name in FIELDS if (value := getattr(fields, name)) is not None}
