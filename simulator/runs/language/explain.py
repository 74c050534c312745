"""The language explained: all of it on one page, or one word; also the source of its manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.registry import ACTS
from simulator.runs.language.controls import LOOKS, OTHERS
from simulator.runs.language.desk import Name, pick
from simulator.runs.language.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

FAMILIES = (
    ("prioritise", "What comes first"),
    ("delegate", "Who does what"),
    ("communicate", "Who hears what"),
    ("decide", "What is decided"),
    ("people", "People"),
    ("improve", "What is better tomorrow"),
)
"""The families of acts, in the order of help pages, with their headings."""

REMARKS = (
    "Names are an id or a short name, or the beginning of one; a ticket is its number.",
    "Times are 08:47, or +20 for twenty minutes from now, before the act itself takes its minutes.",
    "After -- come your own words; no rule reads them.",
    "A bare number answers the scene in front of you.",
    "Looking costs no minutes, and the clock stands still while you read and type.",
)
"""What holds for every line."""


def overview(used: Collection[str] = ()) -> list[str]:
    """Return the page of all words; `used` are the kinds of acts in this scenario, all if empty."""
    lines: list[str] = []
    for family, heading in FAMILIES:
        kinds = [k for k in ACTS if ACTS[k].rule.family == family and (not used or k in used)]
        if kinds:
            lines += ["", f"{heading}:"]
            lines += [f"  {FORMS[kind].word:<12} {ACTS[kind].title}" for kind in kinds]
    lines += ["", "Looking, which costs no minutes:"]
    lines += [f"  {word:<12} {says}" for word, says in LOOKS.items()]
    lines += ["", "Time and leaving:"]
    lines += [f"  {word:<12} {says}" for word, says in OTHERS.items()]
    lines += ["", *REMARKS]
    return lines[1:]


def explain_act(kind: str) -> list[str]:
    """Return what one kind of act does, how its line goes, and an example."""
    form = FORMS[kind]
    lines = [f"{form.word}: {ACTS[kind].title}. {ACTS[kind].help}", f"  {form.usage()}"]
    if form.elements:
        lines.append("  PART is impact, risk, known, unknown, action, time, next, ask or closing;")
        lines.append(
            "  WORDING is an id or a number from: messages WHO TASK; next=09:37 is a time."
        )
    return [*lines, f"  Example: {form.example}"]


def explain(topic: str) -> list[str]:
    """Return what a word means; raises `LineError` for one nobody knows."""
    names: Sequence[Name] = [
        *(Name(kind, form.word, (kind,)) for kind, form in FORMS.items()),
        *(Name(word, word) for word in (*LOOKS, *OTHERS)),
    ]
    word = pick(topic, "a command", names).id
    if word in FORMS:
        return explain_act(word)
    return [f"{word}: {LOOKS.get(word) or OTHERS[word]}"]
