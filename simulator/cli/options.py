"""Options that several commands have in common."""

from __future__ import annotations

import click

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Processes at work; the numbers are the same with any.",
)
"""How many processes a command shares its work among."""
