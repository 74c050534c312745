"""The levels page and the arithmetic page: what each criterion earned, and how it adds up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.beside import NOBODY, Beside, beside
from scoring.debrief.figures import LEVELS, measured
from scoring.debrief.grammar import capital, count_of, sentence_of
from scoring.debrief.house_lines import anchor_words, feedback_words
from scoring.debrief.phrases import past
from scoring.debrief.sources import basis_words
from scoring.measures import MEASURES
from scoring.unused import stood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.assess import Assessment
    from scoring.debrief.telling import Telling
    from scoring.judgement import Judgement
    from scoring.log import Log, Window
    from scoring.rubric import Competency, Criterion, Filling, Rubric
    from scoring.unused import Stood
    from simulator.engine.log import LogEntry

REASONS = {
    "no opportunity": "no opportunity in this shift",
    "prevented": "no need: it was settled before it could come up",
    "set aside": "set aside for something more urgent",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry behind a level."""

    entry: int
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One criterion as the levels page shows it."""

    criterion: str
    competency: Competency
    prompt: str
    level: int | None
    reason: str
    """Why there is no level, in words; "" where there is one."""
    figure: str
    """The figure in words, "" where there is none."""
    anchor: str
    """"" where a house has a line of its own, which the feedback names."""
    feedback: str
    basis: str
    evidence: tuple[Evidence, ...]
    name: str = ""
    """The level's name: good, acceptable, marginal or poor; "" where there is no level."""
    link: str = ""
    """Where the basis was published, "" for none."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One competency as the arithmetic page shows it."""

    competency: Competency
    parts: tuple[tuple[str, int, int], ...]
    """Criterion, points earned, points possible; weights already in."""
    aside: tuple[tuple[str, str], ...]
    """Criteria that earn no points here, and why."""
    points: int
    of: int
    printed: int | None
    acceptable: bool
    capped_by: str
    said: int | None
    """What the trainee said before seeing it, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How the total comes about."""

    sums: tuple[Sum, ...]
    total: int | None
    said: int | None
    """The mean of what the trainee said, rounded half up; None where nothing was said."""
    observed: int
    criteria: int
    chance: tuple[int, int] | None
    """Lowest and highest total of the same acts with other luck; None where not played."""
    beside: Beside = NOBODY
    """What people say about the levels."""


def evidence_words(telling: Telling, log: Log, number: int) -> Evidence:
    """Return one piece of evidence in words."""
    entry = log.entries[number]
    if entry.kind in ("window.opened", "window.prevented"):
        name = telling.name(entry.subject) if entry.subject else "the desk"
        text = f"as for {name}, there was no need"
        if entry.kind == "window.opened":
            text = f"for {name} it could be done from here on"
    else:
        text = past(telling, entry)
    return Evidence(number, entry.at, capital(text))


def missed(telling: Telling, log: Log, criterion: Criterion, number: int) -> Evidence | None:
    """Return what was left alone: the words it stood in, and the minutes there were.

    That is a window left unused, or a scene without an answer; None for any other evidence.
    """
    entry = log.entries[number]
    if entry.kind == "scene.lapsed":
        return unheard(telling, log, entry)
    window = next((one for one in log.windows if one.opened == number), None)
    measure = MEASURES[criterion.measure]
    found = window and stood(log, window, criterion.yields_to, measure.by_sign)
    if window is None or not found:
        return None
    seen = sentence_of(f"From {telling.clock(found.since)} {in_sight(telling, window, found)}")
    free = count_of(found.free, "minute")
    text = f"{seen} Until {telling.clock(window.closes)} there were {free} for it"
    return Evidence(number, found.since, text)


def in_sight(telling: Telling, window: Window, found: Stood) -> str:
    """Return how what a window is about stood before the lead: as words, a page, or a person."""
    if found.entry is not None:
        words = past(telling, found.entry).removeprefix("this stood on the screen: ")
        return f"it stood on the screen: {words}"
    sort, name = window.subject.partition(":")[0], telling.name(window.subject)
    # What can be decided stands on a page that the lead opens.
    return {
        "decision": f"it could be decided: {name}",
        "analyst": f"{name} was there for it",
        "stakeholder": f"{telling.thing(window.subject)} could be asked or told",
    }.get(sort, "it stood on the desk's page")


def unheard(telling: Telling, log: Log, lapsed: LogEntry) -> Evidence | None:
    """Return a scene without an answer, with what was said and how long it stood open."""
    scene = lapsed.data.get("scene")
    opened = [
        e for e in log.about(lapsed.subject)
        if e.kind == "scene.opened" and e.data.get("scene") == scene and e.number < lapsed.number
    ]  # fmt: skip
    if not opened:
        return None
    said = telling.names.get(f"says:{scene}", "").rstrip(".")
    minutes = count_of(lapsed.at - opened[-1].at, "minute")
    words = f", and asked: “{said}”" if said else ""
    text = f"{telling.asker(lapsed)} got no answer in {minutes}{words}"
    return Evidence(lapsed.number, opened[-1].at, capital(text))


def level_row(log: Log, telling: Telling, criterion: Criterion, filling: Filling) -> LevelRow:
    """Return a criterion and its filling in words."""
    measure = MEASURES.get(criterion.measure)
    # Where nothing could be shown, an entry beside it would only read as if something could.
    shown = () if filling.reason == "no opportunity" else filling.evidence
    miss = measure is not None and filling.level == 1 and filling.figure is None
    words = ""
    if measure is not None and filling.figure is not None:
        words = measured(filling.figure, criterion.measure)
    elif filling.level is not None:
        words = "nothing in time"
    return LevelRow(
        criterion=criterion.id,
        competency=criterion.competency,
        prompt=criterion.prompt,
        level=filling.level,
        reason=REASONS.get(filling.reason, ""),
        figure=words,
        anchor=anchor_words(criterion, filling.level) if filling.level else "",
        feedback=feedback_words(log, criterion, filling),
        basis=basis_words(criterion.basis),
        evidence=tuple(
            (miss and missed(telling, log, criterion, number))
            or evidence_words(telling, log, number)
            for number in shown
        ),
        name=LEVELS.get(filling.level or 0, ""),
        link=criterion.basis.link,
    )


def level_rows(
    log: Log, telling: Telling, rubric: Rubric, assessment: Assessment
) -> tuple[LevelRow, ...]:
    """Return every criterion in the rubric's order."""
    return tuple(
        level_row(log, telling, rubric.criterion(filling.criterion), filling)
        for filling in assessment.fillings
    )


def aside_words(criterion: Criterion, filling: Filling) -> str:
    """Return why a criterion earns no points; "" where it does."""
    if filling.level is None:
        return REASONS.get(filling.reason, filling.reason)
    if criterion.must_not:
        return "broken" if filling.level == 1 else "kept"
    return ""


def arithmetic(
    rubric: Rubric,
    assessment: Assessment,
    ratings: Mapping[Competency, int],
    chance: tuple[int, int] | None,
    judgements: tuple[Judgement, ...] = (),
) -> Arithmetic:
    """Return how the points add up, beside what the trainee said and what people say of levels."""
    sums: list[Sum] = []
    for competency, score in assessment.scores.items():
        rows = [
            (rubric.criterion(f.criterion), f)
            for f in assessment.fillings
            if rubric.criterion(f.criterion).competency == competency
        ]
        sums.append(
            Sum(
                competency=competency,
                parts=tuple(
                    (c.id, c.weight * (f.level - 1), c.weight * 3)
                    for c, f in rows
                    if f.level is not None and not c.must_not
                ),
                aside=tuple((c.id, aside_words(c, f)) for c, f in rows if aside_words(c, f)),
                points=score.points,
                of=score.of,
                printed=score.printed(),
                acceptable=score.acceptable(),
                capped_by=score.capped_by,
                said=ratings.get(competency),
            )
        )
    said = [ratings[one.competency] for one in sums if one.competency in ratings]
    observed, criteria = assessment.coverage()
    mean = (2 * sum(said) + len(said)) // (2 * len(said)) if said else None
    return Arithmetic(
        tuple(sums), assessment.total(), mean, observed, criteria, chance,
        beside(rubric, assessment, judgements),
    )  # fmt: skip
