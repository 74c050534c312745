"""A desk with an outage, and somebody of each audience to write to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element
from simulator.engine.world import Answer, Span, Wording

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


WORDINGS = (
    Wording("bad", "impact", "one in three", needs=("down",), fact="down"),
    Wording("jargon", "risk", "HTTP 502", jargon=True),
    Wording("guess", "known", "it is the node", needs=("node",)),
    Wording("node", "known", "it is node C", needs=("node",), hidden=True, fact="node"),
    Wording("soon", "action", "we are on it", vague=True),
    Wording("by-eleven", "time", "back by {time}", promises=True),
    Wording("lie", "unknown", "nothing is wrong", untrue=True),
    Wording("for-users", "ask", "try again", audiences=frozenset({"users"})),
    Wording("for-cfo", "ask", "decide", audiences=frozenset({"cfo"}), about="portal"),
    Wording("over", "closing", "it is over"),
    Wording("go-round", "ask", "try again", needs=("down",), way="again"),
    Wording("go-elsewhere", "ask", "take the other node", needs=("node",), way="elsewhere"),
)


VENDOR = Answer(Span(20, 20), needs=("node",), works=7, done="portal/fix")


def picky(kit: Kit) -> Any:
    """Return a vendor for whom only the portal is theirs."""
    return kit.person("vendor", "vendor", answer=replace(VENDOR, about=("portal",)))


def desk_with(kit: Kit, **more: Any) -> Desk:
    """Return a desk that knows from minute 12 on that the portal is down."""
    fields: dict[str, Any] = {
        "stakeholders": (
            kit.person("cfo", expects={1: 30}), kit.person("users", "users", expects={1: 25}),
            kit.person("vendor", "vendor", answer=VENDOR),
            kit.person("boss", "manager", grants=frozenset({"restart", "take-out"}),
                       answer=Answer(Span(4, 4))),
            kit.person("peer", "other-team"), kit.person("tech", "technicians"),
        ),
        "incidents": (kit.incident(),), "storyline": (kit.learn("down", at=12),),
        "wordings": WORDINGS,
    } | more  # fmt: skip
    return kit.desk(kit.world(**fields))


def message(to: str, *wordings: str, about: str = "portal", next_at: int | None = None) -> Any:
    """Return a message of these wordings."""
    kinds = {one.id: one.element for one in WORDINGS}
    elements = [Element(kinds[w], w) for w in wordings]
    if next_at is not None:
        elements.append(Element("next-update", "", next_at))
    return shapes.Message(to, about, tuple(elements))
