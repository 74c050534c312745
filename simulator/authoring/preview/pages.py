"""A scenario as pages: what a trainee would meet, and beneath it what only its author sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine import words
from simulator.engine.scenes import merit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.words import Clock
    from simulator.engine.world import Choice, Effect, Moment, SceneSpec, StorySpec, World

COMES = {"phone": "calls", "walk-up": "is at your desk", "chat": "writes"}
"""How somebody comes, by channel; on the others they want a word."""


@dataclass(frozen=True, slots=True)
class Page:
    """One thing to look at."""

    key: str
    """Stays the same while its text changes: the place of whoever reads."""
    title: str
    lines: tuple[str, ...]
    """As a trainee meets it."""
    author: tuple[str, ...] = ()
    """What stands behind it."""


def pages(world: World) -> tuple[Page, ...]:
    """Return the pages of a scenario, the briefing first, then its storyline."""
    clock, names = words.clock_of(world), words.names(world)
    story = [_item(item, world, clock, names) for item in world.storyline]
    return (_before(world), *story, *_lists(world, clock))


def _before(world: World) -> Page:
    note = (f"Before you begin: {world.content_note}", "") if world.content_note else ()
    paragraphs = [line for paragraph in world.briefing for line in (paragraph, "")]
    wants = [f"{one.name}, {one.role}. {one.wants}" for one in world.team]
    return Page(
        "before", "Before the shift", (world.summary, "", *note, *paragraphs, *wants),
        (f"Lesson: {world.lesson}",) if world.lesson else (),
    )  # fmt: skip


def _item(item: StorySpec, world: World, clock: Clock, names: words.Names) -> Page:
    lines: list[str] = []
    author = [f"Happens {_when(item, clock)}."]
    if item.news:
        lines += [item.news, ""]
    scene = item.scene
    if scene is not None:
        sender = names.get(f"scene:{item.id}", "somebody")
        lines.append(f"{sender} {COMES.get(scene.channel, 'wants a word')}: “{scene.says}”")
        lines += [
            f"  {number}  {choice.say} ({choice.minutes} min)"
            for number, choice in enumerate(scene.choices, 1)
        ]
        author.append(f"Silence is the answer after {scene.within} min{_does(scene.unanswered)}.")
        author += [
            f"{choice.id}: {_earns(choice, scene)}{_does(choice.effects)}."
            + (f" Not open while {choice.locked.text}." if choice.locked else "")
            + (f" Untrue while {choice.untrue_when.text}." if choice.untrue_when else "")
            for choice in scene.choices
        ]
        author += [f"Best while {when.text}: {choice}" for when, choice in scene.best]
        author.append(f"Counts in {scene.criterion}." if scene.criterion else "Feedback only.")
    if item.effects:
        author.append(f"It brings about{_does(item.effects)}.")
    return Page(item.id, item.id, tuple(lines or ["Nothing is to be seen of it."]), tuple(author))


def _earns(choice: Choice, scene: SceneSpec) -> str:
    """Return what a choice is worth, as the scoring counts it, in each state of the flip rule."""
    if not scene.criterion:
        return "earns nothing, for feedback only"
    best = {one for _, one in scene.best}
    worth = sorted({merit(choice, one) for one in ("", *best) if one != choice.id})
    others = " or ".join(map(str, worth))
    if choice.id not in best:
        return f"earns {others}"
    return f"earns {merit(choice, choice.id)} where it is best, else {others}"


def _when(item: StorySpec, clock: Clock) -> str:
    if item.at is not None:
        return _moment(item.at, clock)
    if item.when is not None:
        return f"when {item.when.text}"
    return "when something else opens it"


def _moment(at: Moment, clock: Clock) -> str:
    low, high = at.plus.low, at.plus.high
    if not at.anchor:
        return f"at {clock(low)}" if low == high else f"between {clock(low)} and {clock(high)}"
    minutes = f"{low}" if low == high else f"{low} to {high}"
    return f"{minutes} min after {at.anchor.replace(':', ' ')} begins"


def _does(effects: tuple[Effect, ...]) -> str:
    """Return effects as the end of a sentence, "" for none."""
    parts = [
        " ".join(
            filter(None, (one.kind, one.target, f"{one.amount:+}" if one.amount else "", one.word))
        )
        for one in effects
    ]
    return f" ({'; '.join(parts)})" if parts else ""


def _lists(world: World, clock: Clock) -> Iterator[Page]:
    """Yield what the scenario has besides its storyline, where it has any of it."""
    tickets = [
        line
        for one in world.tickets
        for line in (
            f"{_moment(one.at, clock)}: {', '.join(one.kind.subjects)} (P{one.kind.logged})",
            *([f"    {one.kind.body}"] if one.kind.body else []),
        )
    ]
    facts = [f"{one.id}: {one.text}" for one in world.facts]
    asked = [f"{one.to}: {one.says} – {one.answer}" for one in world.questions]
    wordings = [f"{one.element}: {one.text}" for one in world.wordings]
    heard = [f"{one.short}: {one.says}" for one in world.team if one.says]
    for key, title, lines in (
        ("tickets", "Written tickets", tickets), ("facts", "Facts", facts),
        ("questions", "Questions", asked), ("heard", "What they say when listened to", heard),
        ("messages", "Wordings of messages", wordings),
    ):  # fmt: skip
        if lines:
            yield Page(f"list:{key}", title, tuple(lines))
