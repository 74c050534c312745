"""The debrief of one run, as values: everything a screen, a text or a page shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoring.debrief.choosing import GENTLE, choose
from scoring.debrief.desk import Row, desk_figures, waited
from scoring.debrief.ledger import LedgerLine, ledger
from scoring.debrief.levels import Arithmetic, LevelRow, arithmetic, level_rows
from scoring.debrief.picture import Curve, Picture, curves, picture
from scoring.debrief.plans import Plan, offers
from scoring.debrief.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scoring.assess import Assessment
    from scoring.debrief.moment import Moment
    from scoring.judgement import Judgement
    from scoring.log import Log
    from scoring.rubric import Competency, Rubric
    from simulator.engine.log import LogEntry

RUNG = (
    "Rung 1 of 5: recomputable. Practice feedback; not for hiring, promotion, pay, discipline or "
    "dismissal."
)
"""What may be claimed, on every page."""

NOT_A_MEASURE = (
    "This is what you did in this shift. It isn't a measure of you as a lead; one shift can't be."
)

GAP = 20
"""Points between one's own rating and the rubric's from which the difference is told. (J)"""


@dataclass(frozen=True, slots=True)
class Own:
    """What the trainee said before seeing anything."""

    back: str = ""
    """One minute they would like back, in their own words."""
    keep: str = ""
    """One they would keep."""
    ratings: Mapping[Competency, int] = field(default_factory=dict)
    """Their own rating by competency, 0 to 100."""


@dataclass(frozen=True, slots=True)
class First:
    """The first screen."""

    own: Own
    picture: Picture
    moments: tuple[Moment, ...]
    plans: tuple[Plan, ...]
    waited: int
    """Minutes that work stood still for the lead."""
    differences: tuple[tuple[Competency, int, int], ...]
    """Competencies rated at least `GAP` points apart: what was said, what the rubric says."""
    gently: str = ""
    """What is said where no moment went well; "" where one did."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything, in the order in which it can be reached."""

    first: First
    levels: tuple[LevelRow, ...]
    arithmetic: Arithmetic
    desk: tuple[Row, ...]
    curves: tuple[Curve, ...]
    telling: Telling
    rung: str = RUNG
    note: str = NOT_A_MEASURE
    ledger: tuple[LedgerLine, ...] = ()
    """Why people outside came to trust the desk more or less."""


def build(
    log: Log,
    rubric: Rubric,
    assessment: Assessment,
    names: Mapping[str, str],
    clock: Callable[[int], str],
    own: Own | None = None,
    *,
    teller: Callable[[LogEntry], str] | None = None,
    unlucky: frozenset[int] = frozenset(),
    chance: tuple[int, int] | None = None,
    judgements: tuple[Judgement, ...] = (),
) -> Debrief:
    """Return the debrief of a run.

    `names` gives texts by reference or id, `clock` shows a minute; `teller` tells an entry as the
    screens do (without it the catalogue's sentences are filled). `unlucky` are entries that
    come of sound acts which chance went against, `chance` is the lowest and highest total of the
    same acts under other lucks: both come from other futures and may be left out. `judgements` are
    what people say about levels, in the order in which they said it.
    """
    mine = own or Own()
    telling = Telling.of(log, names, clock, teller)
    moments = choose(log, telling, rubric, assessment, unlucky)
    sums = arithmetic(rubric, assessment, mine.ratings, chance, judgements)
    apart = tuple(
        (one.competency, one.said, one.printed)
        for one in sums.sums
        if one.said is not None and one.printed is not None and abs(one.said - one.printed) >= GAP
    )
    return Debrief(
        first=First(
            own=mine,
            picture=picture(log),
            moments=moments,
            plans=offers(log, rubric, assessment, moments),
            waited=waited(log),
            differences=apart,
            gently="" if any(one.went_well for one in moments) else GENTLE,
        ),
        levels=level_rows(log, telling, rubric, assessment),
        arithmetic=sums,
        desk=desk_figures(log, telling),
        curves=curves(log, telling),
        telling=telling,
        ledger=ledger(log, telling),
    )
