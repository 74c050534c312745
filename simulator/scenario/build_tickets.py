"""Tickets: kinds with what they inherit, written ones, and the profile of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.world import Moment, Profile, TicketKind, TicketSpec, always

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.scenario.diagnostics import Problems
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
    "body",
    "requester",
    "finds",
    "outcomes",
)
MOST_WAITING = 500
"""Most tickets that can wait when a shift begins."""


class TicketBuilder:
    """Makes tickets; kinds are those of the mix, with what the profile's kinds add."""

    def __init__(
        self, queue: Queue | None, profile: ProfileFile | None, shift: Shift,
        text: Callable[[str | None], str], problems: Problems,
    ) -> None:  # fmt: skip
        self.queue = queue
        self.profile = profile
        self.shift = shift
        self.text = text
        self.problems = problems
        self.kinds: dict[str, dict[str, Any]] = {}
        for kind in profile.kinds if profile else ():
            self.kinds[str(kind.id)] = _given(kind)
        for item in queue.mix if queue else ():
            name = str(item.id)
            self.kinds[name] = {**self.kinds.get(name, {}), **_given(item)}

    def kind(
        self, name: str, fields: KindFields | None, like: str | None, place: Scalar | None
    ) -> TicketKind:
        """Return a kind of ticket from its own fields and those of the kind it is like."""
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
        logged = values.get("logged") or 3
        return TicketKind(
            id=name,
            subjects=tuple(self.text(s) for s in subjects)
            or (name.replace("-", " ").capitalize(),),
            skill=str(values.get("skill") or ""),
            effort=values.get("effort") or 0,
            difficulty=2 if values.get("difficulty") is None else values["difficulty"],
            spread=-1 if values.get("spread") is None else values["spread"],
            channel=values.get("channel") or "portal",
            service=str(values.get("service") or ""),
            logged=logged,
            true=values.get("true") or logged,
            body=self.text(values.get("body")),
            requester=self.text(values.get("requester")),
            finds=tuple(str(fact) for fact in values.get("finds") or ()),
            outcomes=tuple((str(o.id), self.text(o.text)) for o in values.get("outcomes") or ()),
        )

    def written(self, ticket: Ticket) -> TicketSpec:
        """Return a written ticket."""
        kind = self.kind(str(ticket.id), ticket, str(ticket.like or "") or None, ticket.id)
        return TicketSpec(str(ticket.id), kind, self.shift.moment(ticket.at), ticket.returns)

    def from_effect(self, ticket: EffectTicket) -> TicketSpec:
        """Return a ticket that an effect brings in; its moment is the effect's."""
        kind = self.kind(str(ticket.id), ticket, str(ticket.like or "") or None, ticket.id)
        return TicketSpec(str(ticket.id), kind, Moment("", always(0)), ticket.returns)

    def queue_profile(self) -> Profile | None:
        """Return the profile of the queue, None where the scenario has only written tickets."""
        queue = self.queue
        if queue is None:
            return None
        mix = tuple(
            (self.kind(str(item.id), None, str(item.id), item.id), item.share) for item in queue.mix
        )
        total = sum(item.share for item in queue.mix)
        if queue.mix and not 990 <= total <= 1010:
            self.problems.add(
                "V224",
                f"the shares of the mix add up to {total / 10:g}%, not 100%",
                queue.mix[0].id,
            )
        per_day = queue.per_day if queue.per_day is not None else (
            self.profile.per_day if self.profile else 0
        )  # fmt: skip
        hourly = queue.hourly or (self.profile.hourly if self.profile else [0] * 24)
        dispersion = queue.dispersion or (self.profile.dispersion if self.profile else 2000)
        return Profile(
            per_day=per_day,
            hourly=tuple(share * 10 for share in hourly),
            mix=mix,
            dispersion=(dispersion + 50) // 100,
            backlog=tuple(self._backlog(queue)),
        )

    def _backlog(self, queue: Queue) -> list[TicketSpec]:
        waiting: list[TicketSpec] = []
        used: dict[str, int] = {}
        for item in queue.backlog:
            like = str(item.like or "") or None
            stem = str(item.id or item.like or "waiting")
            for _ in range(item.count):
                used[stem] = used.get(stem, 0) + 1
                name = stem if item.id and item.count == 1 else f"{stem}-{used[stem]}"
                kind = self.kind(like or name, item, like, item.id or item.like)
                waiting.append(TicketSpec(name, kind, Moment("", always(0))))
                if len(waiting) > MOST_WAITING:
                    self.problems.add(
                        "V205",
                        f"at most {MOST_WAITING} tickets can wait when the shift begins",
                        item.id or item.like,
                    )
                    return waiting
        return waiting


def _given(fields: KindFields) -> dict[str, Any]:
    return {name: value for name in FIELDS if (value := getattr(fields, name)) is not None}
