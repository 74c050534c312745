"""`shiftlead import-tickets`: a team's own ticket history as figures and as a queue profile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.output import columns, progress, say, say_json
from simulator.errors import DONE, CannotWrite, TicketFileError, WrongUse

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from simulator.tickets.importing import Export
    from simulator.tickets.ledger import Ledger
    from simulator.tickets.times import Order

SOURCES = ("servicenow", "jira", "zendesk", "freshservice", "auto")
SUFFIX = ".yaml"


@click.command(
    "import-tickets", epilog="Example: shiftlead import-tickets incidents.csv --out my-desk.yaml"
)
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path))
@click.option(
    "--from", "vendor", type=click.Choice(SOURCES), default="auto", show_default=True,
    help="What wrote the export; auto tells it by the columns.",
)  # fmt: skip
@click.option(
    "--map", "mapping", multiple=True, metavar="COLUMN=FIELD",
    help="This column is that field, such as 'Creada=opened_at'; may be given several times.",
)  # fmt: skip
@click.option(
    "--dates", type=click.Choice(("auto", "day-first", "month-first")), default="auto",
    show_default=True, help="How 4/7/2025 is meant; auto tells it by the other dates.",
)  # fmt: skip
@click.option(
    "--zone", metavar="ZONE",
    help="The desk's time zone, such as Europe/Berlin: hours of the day are told on its clock.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="PROFILE.yaml",
    help="Write a queue profile that a scenario can name.",
)  # fmt: skip
def command(
    file: Path, vendor: str, mapping: tuple[str, ...], dates: str, zone: str | None,
    as_json: bool, out: Path | None,
) -> int:  # fmt: skip
    """Read a ticket export, and show the desk's figures beside real desks.

    Told are also the order of day and month that was assumed, and why, and what was not
    understood. Nobody is named but in the JSON, and a profile holds shapes and shares only.
    """
    from simulator.tickets.importing import Asked, Export
    from simulator.tickets.ledger import Ledger

    if out is not None:
        _check_target(out)
    order: Order | None = None if dates == "auto" else dates  # type: ignore[assignment]
    with Ledger() as ledger:
        export = Export(file, Asked(vendor, mapping, order, _zone(zone)), ledger)
        for _ in progress(export.read(), export.steps(), f"import {file.name}"):
            pass
        found = _figures(export, ledger)
        if out is not None:
            _write(out, _profile(out, export, ledger, found))
    if as_json:
        say_json(found if out is None else found | {"profile": str(out)})
    else:
        _tell(export, found, out)
    return DONE


def _figures(export: Export, ledger: Ledger) -> dict[str, Any]:
    from simulator.tickets.figures import figures
    from simulator.tickets.telling import how_read
    from simulator.tickets.workload import workload

    return figures(ledger, export.rows) | workload(ledger) | how_read(export)


def _zone(name: str | None) -> ZoneInfo | None:
    """Return a time zone. Raises `WrongUse` for one that this system does not know."""
    from zoneinfo import ZoneInfo

    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise WrongUse(
            f"This system knows no time zone “{name[:60]}”.",
            "Write Europe/Berlin; on Windows the zones come with the package tzdata.",
        ) from None


def _check_target(out: Path) -> None:
    """Refuse a place to write that cannot be a profile's, before the export is read."""
    from simulator.scenario.files import NAME

    if out.suffix != SUFFIX or not NAME.match(out.stem) or not out.stem[0].isalpha():
        raise WrongUse(
            f"A profile cannot be called {out.name}.",
            "Use small letters, digits and hyphens, such as my-desk.yaml.",
        )
    if os.path.lexists(out):
        raise WrongUse(f"{out} is already there.", "Name another file with --out.")


def _profile(out: Path, export: Export, ledger: Ledger, found: dict[str, Any]) -> str:
    """Return the text of a profile that the loader has nothing to say against."""
    from simulator.scenario.files import TextFiles
    from simulator.scenario.other_files import read_other
    from simulator.tickets.profile import Draft, logged_first, profile_text

    draft = Draft(out.stem, export.layout.vendor.title, found, logged_first(ledger))
    text = profile_text(draft)
    problems = read_other("profiles", TextFiles({out.name: text})).ordered()
    if problems:
        raise TicketFileError(
            f"No profile can be written from these figures: {problems[0].message}.",
            "The figures themselves are right; only the profile's form does not hold them.",
        )
    return text


def _write(out: Path, text: str) -> None:
    """Write a file that must not be there yet."""
    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CannotWrite(f"{out} cannot be written: {error.strerror}.") from None


def _tell(export: Export, found: dict[str, Any], out: Path | None) -> None:
    from simulator.tickets import telling

    for line in telling.in_words(export, found):
        say(line)
    say()
    for line in columns(telling.table(found)):
        say(line)
    say()
    for line in telling.sources():
        say(line)
    if out is not None:
        say()
        say(
            f"Written to {out}. A scenario beside it says  queue: {{profile: {out.stem}, mix: ...}}"
        )
