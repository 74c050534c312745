"""`shiftlead play`: a shift on screen, or as a dialogue of lines."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.output import say
from simulator.errors import DONE, WrongUse

if TYPE_CHECKING:
    from simulator.cli.plain.sources import Script, Typed
    from simulator.runs.playable import Playable
    from simulator.runs.session import Session

NEW_SEEDS = 10_000
"""A seed that nobody chose lies below this, so that it is quickly typed again."""

WAYS_BACK = ("back", "b", "no", "n", "quit", "q")
"""Answers to a content note that leave the shift before it begins."""


def open_app(
    scenario: str | None = None,
    resume: bool = False,
    seed: int | None = None,
    mode: str = "practice",
    trainee: str = "",
    cohort: str = "",
) -> int:
    """Open the app; the only place from which a command loads the screen library."""
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise WrongUse(
            "The app needs a terminal, and this is none.",
            "Play in lines with shiftlead play SCENARIO --plain.",
        )
    from simulator.tui.app import run

    store = click.get_current_context().find_root().obj["store"]
    return run(store, scenario, resume, seed, mode, trainee, cohort)


@click.command(
    epilog="Examples: shiftlead play payroll-friday --plain --seed 10 · shiftlead play --resume"
)
@click.argument("scenario", required=False)
@click.option("--resume", is_flag=True, help="Go on with your latest unfinished shift.")
@click.option(
    "--seed", type=click.IntRange(0), help="Which variant of the shift; same seed, same shift."
)
@click.option("--plain", is_flag=True, help="Play in lines, for screen readers, pipes and scripts.")
@click.option(
    "--script",
    type=click.Path(path_type=Path),
    help="Play the lines of a file; the shift then runs on to its end.",
)
@click.option(
    "--mode",
    type=click.Choice(["practice", "assessment"]),
    default="practice",
    show_default=True,
    help="Practice gives hints and feedback on the way; an assessment only at the end.",
)
@click.option(
    "--trainee", default="", metavar="ID", help="Your id in a cohort; no name, no e-mail."
)
@click.option("--cohort", default="", metavar="ID", help="The cohort this shift is meant for.")
def command(
    scenario: str | None,
    resume: bool,
    seed: int | None,
    plain: bool,
    script: Path | None,
    mode: str,
    trainee: str,
    cohort: str,
) -> int:
    """Play a shift.

    SCENARIO is an id from shiftlead list, or the path of a scenario file.
    """
    if script is not None and mode == "assessment":
        raise WrongUse(
            "An assessment is played by a person.",
            "Leave out --script, or play in practice mode.",
        )
    if resume and script is not None:
        raise WrongUse("A script starts a shift of its own.", "Leave out --resume or --script.")
    if not plain and script is None:
        return open_app(scenario, resume, seed, mode, trainee, cohort)
    from simulator.cli.plain.sources import Script, Typed

    # Read before the run begins: a script that is not there leaves no run behind.
    lines = Script(script) if script is not None else Typed()
    if resume:
        session = _resumed(scenario)
    else:
        chosen = _chosen(scenario)
        if not _goes_on(chosen.world.content_note, lines):
            return DONE
        session = _started(chosen, seed, mode, script is not None, trainee, cohort)
    with session:
        return play_plain(session, lines, resumed=resume)


def _chosen(scenario: str | None) -> Playable:
    """Return the scenario that was named; raises `WrongUse` for none."""
    from simulator.cli.finding import scenario_named

    if scenario is None:
        raise WrongUse(
            "Which shift?", "shiftlead list shows them; try shiftlead play tutorial --plain."
        )
    return scenario_named(scenario)


def _goes_on(content_note: str, lines: Script | Typed) -> bool:
    """Say a content note before anything is kept, and return whether the shift begins.

    A script is not asked.
    """
    if not content_note:
        return True
    say(content_note)
    if lines.scripted:
        return True
    answer = lines.next("Enter begins the shift; back leaves it, and nothing is kept of it. ")
    if answer is not None and answer.strip().lower() not in WAYS_BACK:
        return True
    say("Nothing was kept. shiftlead list shows the other shifts.")
    return False


def _resumed(scenario: str | None) -> Session:
    """Open the latest unfinished run again, of this scenario where one is named."""
    from simulator.cli.finding import latest_unfinished
    from simulator.runs.session import Session

    return Session.resume(latest_unfinished(scenario))


def _started(
    scenario: Playable, seed: int | None, mode: str, scripted: bool, trainee: str, cohort: str
) -> Session:
    """Begin a new run."""
    from simulator.cli.finding import shelf
    from simulator.runs.session import Session

    return Session.start(
        scenario,
        shelf().folder,
        secrets.randbelow(NEW_SEEDS) if seed is None else seed,
        mode="assessment" if mode == "assessment" else "practice",
        by="script" if scripted else "person",
        trainee=trainee,
        cohort=cohort,
    )


def play_plain(session: Session, lines: Script | Typed, resumed: bool) -> int:
    """Play in lines, and show the debrief once the shift is over."""
    from simulator.cli.debriefing import as_text, keep, keep_words
    from simulator.cli.finding import shelf
    from simulator.cli.plain.dialogue import Dialogue
    from simulator.runs.debriefing import debrief_of
    from simulator.runs.file import read_run

    dialogue = Dialogue(session, lines)
    dialogue.open(resumed)
    if dialogue.play():
        session.finish()
        run = read_run(session.path)
        own = lines.own_words()
        say()
        say(as_text(debrief_of(run, own), whole=False))
        say(f"Run {session.run}, seed {session.state.seed}. Again: shiftlead report {session.run}")
        if session.mode == "assessment":
            say(
                "This was an assessment. What would leave is shown first, and you are asked: "
                f"shiftlead hand-in {session.run[:8]} --cohort {run.head.cohort or 'ID'}"
            )
        with shelf() as runs:
            keep(runs)
            keep_words(runs, session.run, own)
    return DONE
