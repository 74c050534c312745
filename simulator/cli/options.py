"""Options that several commands have in common."""

from __future__ import annotations

from pathlib import Path

import click

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Processes at work; the numbers are the same with any.",
)
"""How many processes a command shares its work among."""

rubric_option = click.option(
    "--rubric",
    "file",
    type=click.Path(path_type=Path),
    help="A newer rubric or scenario file; by default what the library has now.",
)
"""What shifts are scored again by."""
