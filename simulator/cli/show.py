"""`shiftlead show`: what one scenario is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.output import say
from simulator.errors import DONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.world import World


@click.command(epilog="Example: shiftlead show payroll-friday")
@click.argument("scenario")
@click.option("--spoilers", is_flag=True, help="Also what is behind it; play it first.")
def command(scenario: str, spoilers: bool) -> int:
    """Show what a shift is about.

    SCENARIO is an id from shiftlead list, or the path of a scenario file.
    """
    from simulator.cli.finding import scenario_named
    from simulator.engine.words import clock_of, day_of

    world = scenario_named(scenario).world
    clock = clock_of(world)
    say(f"{world.title} ({world.id} {world.version})")
    say(f"{world.kind}, {world.grade}; {world.lead_role}; "
        f"{day_of(world)} {clock(0)} to {clock(world.length)}")  # fmt: skip
    if world.house:
        say(f"As played at {world.house}.")
    for paragraph in (world.content_note, world.summary, *world.briefing):
        if paragraph:
            say()
            say(paragraph)
    say()
    say("Your team:")
    for person in world.team:
        say(f"  {person.name}, {', '.join(f'{s} {p}' for s, p in person.skills.items())}")
    if world.stakeholders:
        say("Outside it:")
        for one in world.stakeholders:
            say(f"  {one.name}{', ' + one.role if one.role else ''}")
    if spoilers:
        for line in _behind(world):
            say(line)
    return DONE


def _behind(world: World) -> Iterator[str]:
    """Tell what the trainee is to find out."""
    yield ""
    yield f"What it teaches: {world.lesson}"
    yield "What is true:"
    for fact in world.facts:
        yield f"  {fact.id}: {fact.text}"
    yield "What breaks:"
    for incident in world.incidents:
        yield f"  {incident.id}: {incident.name}, severity {incident.severity}"
        for step in incident.steps:
            yield f"    {step.says} (about {step.minutes} min)"
    yield "What happens:"
    for item in world.storyline:
        yield f"  {item.id}: {item.scene.says if item.scene else item.news}"
    yield "What people want:"
    for person in world.team:
        if person.wants:
            yield f"  {person.short}: {person.wants}"
