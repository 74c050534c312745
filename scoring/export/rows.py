"""The rows of an export: one a run, one a criterion, or one a figure of a group.

Every row repeats what the cohort is for, who sees what, how long it is kept and what may be
claimed, so that a row that is copied elsewhere still says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from scoring.cohort.groups import SMALLEST, figures
from scoring.debrief.build import RUNG
from scoring.export.cells import Cell
from scoring.rubric import COMPETENCIES

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

    from scoring.cohort.groups import Figure
    from scoring.cohort.handed import Handed, Terms
    from scoring.cohort.pseudonyms import Pseudonyms

Row = dict[str, Cell]
Rows = Literal["runs", "criteria", "groups"]
"""What there is one row of."""

PERSONAL = "Pseudonymised data is still personal data."
"""What else is said where single runs stand under pseudonyms (GDPR Art. 4(5))."""

TERMS = ("purpose", "sees", "keep_months", "claim")
WHO = ("cohort", "person", "run")
WHICH = ("scenario", "scenario_version", "rubric", "rubric_version", "rubric_hash")
PLAYED = ("attempt", "mode", "by", "forked")

COLUMNS: Mapping[Rows, tuple[str, ...]] = {
    "runs": (
        *WHO, *WHICH, "scenario_hash", "epoch", "seed", *PLAYED, "minutes", "started", "ended",
        "handed_in", "until", "score", "observed", "criteria", "overridden", "contested",
        *(name for one in COMPETENCIES for name in (one, f"{one}_acceptable")), *TERMS,
    ),
    "criteria": (
        *WHO, *WHICH, *PLAYED, "criterion", "level", "reason", "figure", "entries", "rater",
        "because", *TERMS,
    ),
    "groups": (
        "cohort", *WHICH, "what", "of", "people", "middle", "percent_acceptable", "left_out",
        *TERMS,
    ),
}  # fmt: skip
"""The columns of each kind of row, in order."""


def rows_of(
    kind: Rows, handed: Iterable[Handed], terms: Terms, codes: Pseudonyms, words: bool = False
) -> Generator[Row, None, None]:
    """Yield the rows of an export; `words` are people's own, as in `criterion_rows`.

    Single rows of a cohort whose people see groups only are the caller's to refuse.
    """
    if kind == "groups":
        for figure in figures(handed):
            yield group_row(figure, terms)
        return
    for one in handed:
        if kind == "runs":
            yield from run_rows(one, terms, codes)
        else:
            yield from criterion_rows(one, terms, codes, words)


def run_rows(one: Handed, terms: Terms, codes: Pseudonyms) -> Iterator[Row]:
    """Yield the one row of a run."""
    observed, criteria = one.assessment.coverage()
    row: Row = {
        **_about(one, terms, codes),
        "scenario_hash": one.scenario_hash,
        "epoch": one.epoch,
        "seed": one.seed,
        "minutes": one.minutes,
        "started": one.started,
        "ended": one.ended,
        "handed_in": one.handed_in,
        "until": one.until,
        "score": one.assessment.total(),
        "observed": observed,
        "criteria": criteria,
        "overridden": len({s.filling.criterion for s in one.judgements if s.by_trainer}),
        "contested": sum(not said.by_trainer for said in one.judgements),
    }
    for competency in COMPETENCIES:
        score = one.assessment.scores.get(competency)
        row[competency] = score.printed() if score else None
        row[f"{competency}_acceptable"] = score.acceptable() if score and score.of else None
    yield row


def criterion_rows(
    one: Handed, terms: Terms, codes: Pseudonyms, words: bool = False
) -> Iterator[Row]:
    """Yield a row for each criterion of a run, then one for each level that a person sets.

    Figures are in the measure's unit. Reasons are free text: they stand there with `words` only.
    """
    about = _about(one, terms, codes)
    said = [(judged.filling, judged.because) for judged in one.judgements]
    for filling, because in [*((f, "") for f in one.assessment.fillings), *said]:
        yield {
            **about,
            "criterion": filling.criterion,
            "level": filling.level,
            "reason": filling.reason,
            "figure": filling.figure,
            "entries": " ".join(map(str, filling.evidence)),
            "rater": filling.rater,
            "because": because if words else "",
        }


def group_row(figure: Figure, terms: Terms) -> Row:
    """Return the row of a group's figure; of too few people it holds no figure, nor how many."""
    tally, told = figure.tally, figure.told
    return {
        "cohort": terms.cohort,
        **figure.key._asdict(),
        "what": figure.what,
        "of": figure.of,
        "people": tally.people if told else None,
        "middle": tally.middle() if told else None,
        "percent_acceptable": figure.percent_acceptable if told else None,
        "left_out": "" if told else f"fewer than {SMALLEST} people",
        **_terms(terms),
    }


def _about(one: Handed, terms: Terms, codes: Pseudonyms) -> Row:
    """Return whose run of what it is, under a pseudonym unless the cohort sees ids."""
    named = terms.sees == "named"
    about = one.assessment
    return {
        "cohort": terms.cohort,
        "person": one.trainee if named else codes.person(one.trainee),
        "run": one.run if named else codes.run(one.run),
        "scenario": one.scenario,
        "scenario_version": one.scenario_version,
        "rubric": about.rubric,
        "rubric_version": about.version,
        "rubric_hash": about.structure,
        "attempt": one.attempt,
        "mode": one.mode,
        "by": one.by,
        "forked": one.forked,
        **_terms(terms),
    }


def _terms(terms: Terms) -> Row:
    claim = f"{RUNG} {PERSONAL}" if terms.sees == "pseudonymous" else RUNG
    return {
        "purpose": terms.purpose,
        "sees": terms.sees,
        "keep_months": terms.months,
        "claim": claim,
    }
