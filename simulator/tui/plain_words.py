"""Feedback on a line of one's own: plain rules, each with its reason; no score reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass

TECHNICAL = frozenset({"technicians", "vendor", "other-team", "desk"})
"""Audiences that know the words of the trade."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that do something to a reader, and what they do."""

    words: tuple[str, ...]
    says: str
    trade: bool = False
    """Whether it is a word of the trade, which technical audiences know."""


RULES = (
    Rule(
        ("soon", "shortly", "asap", "as soon as possible", "in a while", "later today"),
        "“{word}” names no time; a minute can be kept.",
    ),
    Rule(
        ("working hard", "doing our best", "doing everything"),
        "“{word}” tells of effort; what has moved says more.",
    ),
    Rule(
        ("fault", "to blame", "blame", "their mistake", "careless"),
        "“{word}” points at somebody; what happened is enough.",
    ),
    Rule(
        ("certificate", "cert", "load balancer", "node", "dns", "latency", "failover", "rollback"),
        "“{word}” is a word of the trade; this reader may not know it.",
        trade=True,
    ),
)
"""What is looked for: vagueness, effort instead of progress, blame, jargon. (incident-practice)"""


def remarks(text: str, audience: str) -> tuple[str, ...]:
    """Return what a reader of this audience may stumble over, at most one remark a rule."""
    found = []
    for rule in RULES:
        if rule.trade and audience in TECHNICAL:
            continue
        longest_first = sorted(rule.words, key=len, reverse=True)
        hit = re.search(rf"\b({'|'.join(map(re.escape, longest_first))})\b", text, re.IGNORECASE)
        if hit:
            found.append(rule.says.format(word=hit.group()))
    return tuple(found)
