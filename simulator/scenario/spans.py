"""Spans and moments as authors write them."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.nodes import Block, Items, Scalar
from simulator.scenario.values import Clock, clock, duration, inside, shown, text_of, wrong


@dataclass(frozen=True, slots=True)
class Between:
    """Two clock times; equal when the author wrote one."""

    low: Clock
    high: Clock


@dataclass(frozen=True, slots=True)
class Minutes:
    """A number of minutes, or two between which the seed or luck decides."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class After:
    """So long after an incident begins or a written ticket arrives."""

    anchor: Scalar
    """`incident.portal` or `ticket.batch-44`."""
    by: Minutes


When = Between | After


def between(node: Block, what: str) -> tuple[object, object]:
    """Return the two ends of `{between: [LOW, HIGH]}`."""
    for key in node:
        if key != "between":
            raise wrong(
                "K101", f'unknown key "{key}" in {what}', "write {between: [LOW, HIGH]}", key
            )
    ends = node.get("between")
    if not isinstance(ends, Items) or len(ends) != 2:
        raise wrong("V218", '"between" needs two ends', "{between: [LOW, HIGH]}", ends or node)
    return ends[0], ends[1]


def span(node: object) -> Minutes:
    """Return a duration, or two as `{between: [10 min, 20 min]}`."""
    if isinstance(node, Block):
        first, last = between(node, "a span of time")
        low, high = inside(first, duration), inside(last, duration)
        if low > high:
            raise wrong("V219", "the span ends before it begins", node=first)
        return Minutes(low, high)
    value = duration(node)
    return Minutes(value, value)


def clock_span(node: object) -> Between:
    """Return a clock time, or two as `{between: [08:15, 08:35]}`."""
    if isinstance(node, Block):
        first, last = between(node, "a span of time")
        low, high = inside(first, clock), inside(last, clock)
        return Between(low, high)
    value = clock(node)
    return Between(value, value)


def moment(node: object) -> When:
    """Return a clock time, a span of them, or `{after: incident.portal, by: 25 min}`."""
    if isinstance(node, Block) and "after" in node:
        for key in node:
            if key not in ("after", "by"):
                raise wrong(
                    "K101",
                    f'unknown key "{key}" in a moment',
                    "write {after: incident.ID, by: 25 min}",
                    key,
                )
        anchor = inside(node.get("after"), lambda n: text_of(n, "incident.ID or ticket.ID"))
        if anchor.partition(".")[0] not in ("incident", "ticket") or "." not in anchor:
            raise wrong(
                "V220",
                f"{shown(anchor)} is not something a moment can be told from",
                "incident.ID or ticket.ID",
                anchor,
            )
        by = inside(node["by"], span) if "by" in node else Minutes(0, 0)
        return After(anchor, by)
    return clock_span(node)
