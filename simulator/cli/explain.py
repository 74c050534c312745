"""`shiftlead explain`: what a problem of a scenario means, and what to write instead."""

from __future__ import annotations

import click

from simulator.cli.output import say
from simulator.errors import DONE, NotFound


@click.command(epilog="Example: shiftlead explain R301")
@click.argument("code")
def command(code: str) -> int:
    """Explain a code that shiftlead validate names: what, why, a wrong and a right example."""
    from simulator.authoring.catalogue import CATALOGUE, explain
    from simulator.engine.casing import capital
    from simulator.scenario.suggest import did_you_mean, nearest

    page = explain(code)
    if page is None:
        near = capital(did_you_mean(nearest(code, CATALOGUE)))
        raise NotFound(
            f'There is no code "{code}".', near or "A code is a letter and three figures."
        )
    say(page.rstrip("\n"))
    return DONE
