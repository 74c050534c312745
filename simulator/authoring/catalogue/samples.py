"""Blocks that the examples of several families are made of."""

from __future__ import annotations

CREDIT = ("[3, 3]", "[2, 2]", "[1, 1]", "[0, 0]")
SHARES = ("[1000, 1000]", "[600, 999]", "[1, 599]", "[0, 0]")
"""Bands of the levels 4 to 1, for points of an answer and for shares of a thousand."""

SCENE = (
    "storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: When?\n"
    "      choices: [{{id: ask, say: What?, credit: 1}}, {{id: wait, say: Later., minutes: 1}}]\n{}"
)
"""A scene with two answers; the braces take more rows of it."""

PROFILE = (
    "queue:\n  profile: front-desk-weekday\n  per_day: 20\n"
    "  mix: [{id: vpn, share: 100%, skill: network, effort: 20 min}]\n"
)


def news(condition: str) -> str:
    """Return an item of the storyline that waits for a condition."""
    return f"storyline:\n  - id: news\n    when: {condition}\n    news: The bank rang.\n"


def criterion(measure: str, bands: tuple[str, str, str, str] = CREDIT, rows: str = "") -> str:
    """Return a rubric with one criterion, `calm`, and more rows of its own before the levels."""
    levels = "".join(
        f"        - {{value: {value}, band: {band}, anchor: a}}\n"
        for value, band in zip((4, 3, 2, 1), bands, strict=True)
    )
    return (
        "rubric:\n  criteria:\n    - id: calm\n      competency: people\n"
        f"      prompt: Is it calm?\n      weight: 1\n      measure: {measure}\n{rows}"
        f'      levels:\n{levels}      basis: {{kind: published, link: "https://example.org/"}}\n'
    )


def pattern(what: str) -> str:
    """Return a rubric whose criterion counts entries of the log."""
    return criterion("pattern", SHARES, f"      pattern: {{{what}}}\n")


CALM = criterion("choice-credit")
"""A rubric whose criterion counts points of answers."""
