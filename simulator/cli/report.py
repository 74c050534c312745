"""`shiftlead report`: the debrief of a finished shift."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scoring.judgement import TRAINEE
from simulator.cli.output import say, say_json, writing
from simulator.errors import DONE, WrongUse, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.attempts import Attempt
    from scoring.debrief.build import Debrief
    from scoring.judgement import Judgement
    from simulator.runs.contents import RunFile
    from simulator.runs.past import Past


@click.command(epilog="Example: shiftlead report 3f0c1f6e --all")
@click.argument("run")
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help="All pages: levels, arithmetic, desk, curves, others, what if.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--markdown",
    "markdown_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write all pages to a Markdown file.",
)
@click.option(
    "--html",
    "html_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write all pages to one HTML file, with what other acts would have changed.",
)
@click.option(
    "--contest", metavar="CRITERION", help="Say that you see a level otherwise: which criterion."
)
@click.option(
    "--level",
    type=click.Choice(["1", "2", "3", "4", "none"]),
    help="With --contest: the level as you see it; none where you had no opportunity.",
)
@click.option("--because", metavar="TEXT", default="", help="With --contest: why, in one line.")
def command(
    run: str,
    whole: bool,
    as_json: bool,
    markdown_file: Path | None,
    html_file: Path | None,
    contest: str | None,
    level: str | None,
    because: str,
) -> int:
    """Show the debrief of a shift, or contest one of its levels.

    RUN is a run's id, the beginning of one, or a run file. A contest stands beside the level,
    which stays; it is yours, and leaves only with hand-in --with-contests.
    """
    from simulator.cli import debriefing
    from simulator.cli.finding import shelf
    from simulator.runs.debriefing import debrief_of
    from simulator.runs.past import Past
    from simulator.runs.trials import is_trial, origin
    from simulator.store.attempts import attempts
    from simulator.store.judgements import judgements
    from simulator.store.notes import own_words
    from simulator.store.trials import parent_of

    if contest is not None or level is not None or because:
        if contest is None or level is None:
            raise WrongUse("A contest names a criterion and a level.", "--contest and --level.")
        return _contest(run, contest, level, because)

    if as_json + (markdown_file is not None) + (html_file is not None) > 1:
        raise WrongUse("One form at a time.", "Give one of --json, --markdown and --html.")
    with shelf() as runs:
        found = runs.read(run)
        own = None
        said: tuple[Judgement, ...] = ()
        kept: tuple[Attempt, ...] = ()
        if runs.path(run) is None:
            own = own_words(runs.store(), found.head.run)
            said = judgements(runs.store(), found.head.run)
            kept = attempts(runs, found)
        parent = parent_of(runs, found)
    pages = whole or as_json or markdown_file is not None or html_file is not None
    past = Past(found) if pages and found.ours else None
    bad_luck, what_if = frozenset[int](), tuple[str, ...]()
    if past is not None:
        bad_luck, what_if = _other_acts(past, told=not as_json)
    debrief = debrief_of(found, own, past=past, unlucky=bad_luck, judgements=said)
    beside = "" if parent is None else debriefing.beside(parent, found)
    if past is not None and not as_json:
        beside += debriefing.others(kept, past, debrief)
    if as_json:
        fork = found.head.parent
        record = None if fork is None else {"run": fork.run, "at": fork.at}
        say_json({"run": found.head.run, "parent": record, **debriefing.as_record(debrief)})
    elif markdown_file is not None:
        text = debriefing.as_text(debrief, whole=True) + beside + debriefing.what_if(what_if)
        _write(markdown_file, visible(debriefing.markdown(text)))
    elif html_file is not None:
        _write(html_file, _html(found, debrief, [*beside.splitlines(), *what_if]))
    else:
        if is_trial(found):
            say(f"{origin(found)}\n")
        after = beside + debriefing.what_if(what_if) if whole else ""
        say((debriefing.as_text(debrief, whole) + after).rstrip("\n"))
        if not whole:
            say("Levels, arithmetic, desk, curves, strong runs and what if: --all")
    return DONE


def _other_acts(past: Past, told: bool) -> tuple[frozenset[int], tuple[str, ...]]:
    """Return what came of acts that chance went against, and what others would have changed.

    The second in lines, where it is `told`.
    """
    from simulator.runs.costliest import costliest, unlucky
    from simulator.runs.telling_what_if import table

    found = costliest(past)
    return unlucky(past, found), tuple(table(past, found)) if told else ()


def _contest(run: str, criterion: str, level: str, because: str) -> int:
    """Keep a trainee's contest of one level, beside the run."""
    from simulator.cli.finding import shelf, stored
    from simulator.runs.file import parse_run
    from simulator.runs.judging import judged, level_of
    from simulator.store.judgements import keep_contest

    with shelf() as runs:
        store = stored(runs, run)
        full = store.find(run).id
        said = judged(parse_run(store.file(full)), TRAINEE, criterion, level_of(level), because)
        keep_contest(store, full, said, date.today())
    say(f"Kept beside the engine's level of {criterion}, which stays. It is with you alone;")
    say("shiftlead hand-in RUN --cohort ID --with-contests hands it in along.")
    return DONE


def _write(path: Path, text: str) -> None:
    with writing(path):
        path.write_text(text, encoding="utf-8")
    say(f"Written to {path}")


def _html(run: RunFile, debrief: Debrief, what_if: Sequence[str]) -> str:
    """Return the debrief as a page, with lines about other futures: those of a trial go first."""
    from simulator.runs.page.html import page_of
    from simulator.runs.playable import scenario_from

    return page_of(run, debrief, scenario_from(run.texts).world.title, what_if)
