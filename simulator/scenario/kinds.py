"""The kinds of names in a scenario: what each is called, and the code of one that is not there."""

from __future__ import annotations

from simulator.engine.acts.shapes import SHAPES

KINDS: dict[str, tuple[str, str, str]] = {
    "analyst": ("R301", "team member", "team members"),
    "incident": ("R302", "incident", "incidents"),
    "stakeholder": ("R303", "stakeholder", "stakeholders"),
    "fact": ("R306", "fact", "facts"),
    "flag": ("R307", "flag", "flags"),
    "conflict": ("R308", "conflict", "conflicts"),
    "decision": ("R309", "decision", "decisions"),
    "scene": ("R311", "item of the storyline", "items of the storyline"),
    "ticket": ("R312", "written ticket", "written tickets"),
    "kind": ("R313", "kind of ticket", "kinds of tickets"),
    "skill": ("R314", "skill", "skills"),
    "service": ("R315", "service", "services"),
    "permit": ("R316", "permit", "permits"),
    "approval": ("R316", "approval", "approvals"),
    "way": ("R316", "way out", "ways out"),
    "theory": ("R316", "theory", "theories"),
    "change": ("R316", "planned change", "planned changes"),
    "step": ("R317", "step", "steps"),
    "choice": ("R318", "choice", "choices"),
    "criterion": ("R319", "criterion", "criteria"),
    "measure": ("R320", "measure", "measures"),
    "form": ("R316", "form", "forms"),
    "window": ("R321", "window", "windows"),
    "window-kind": ("R321", "kind of window", "kinds of windows"),
    "act": ("R322", "act", "acts"),
    "entry": ("R323", "kind of log entry", "kinds of log entries"),
    "wording": ("R334", "wording", "wordings"),
    "contact": ("R335", "contact", "contacts"),
    "question": ("R331", "question", "questions"),
    "team": ("", "whole team", "the whole team"),
    "power": (
        "R316",
        "act, permit, approval, way out or change",
        "acts, permits, approvals, ways out and changes",
    ),
}
"""Code, singular and plural of every kind of name."""

ACTS = tuple(shape.kind for shape in SHAPES)
RESERVED = ("desk", "lead", "team")
ELSEWHERE = frozenset(("act", "entry", "power", "measure", "criterion", "kind"))
"""Kinds of names that are not, or not only, defined in the scenario."""


def article(noun: str) -> str:
    """Return a noun with its article."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
