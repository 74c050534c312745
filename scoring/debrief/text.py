"""The debrief as plain text at a given width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.beside import said_words, score_words
from scoring.debrief.grammar import between, capital, count_of
from scoring.debrief.lines import BARS, Page, points_words, spark
from scoring.debrief.plans import plan_asks
from scoring.debrief.sources import source_name
from scoring.rubric import COMPETENCIES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoring.debrief.beside import Beside
    from scoring.debrief.build import Debrief, First
    from scoring.debrief.levels import LevelRow, Sum
    from scoring.debrief.moment import Moment
    from scoring.debrief.picture import Curve

CURVE = 24
"""Characters that a curve's words take beside its bars."""


def curve_line(curve: Curve, room: int, bars: str) -> str:
    """Return a curve as bars with its values in words; `room` is what bars alone would have."""
    return f"{spark(curve.values, max(8, min(room - CURVE, 42)), bars)}  {curve.words()}"


def part(page: Page, label: str, sentences: Sequence[str]) -> None:
    """Add one part of a moment: its label, then its sentences."""
    if sentences:
        ended = (one if one.endswith(ENDS) else f"{one}." for one in sentences)
        page.say(f"{label}: {' '.join(ended)}", "  ")


ENDS = (".", "?", "!", "”", ")", '"')


def moment_lines(page: Page, moment: Moment, clock: Callable[[int], str]) -> None:
    """Add one moment."""
    page.lines.append("")
    page.say(moment.title + (". Went well" if moment.went_well else ""))
    part(page, "Known then", moment.known)
    part(page, "What you did", moment.did)
    part(page, "It led to", moment.led_to)
    if moment.another_way:
        part(page, "Another way", (moment.another_way,))
    page.say(f"Try it from {clock(moment.try_from)}", "  ")


def own_lines(page: Page, first: First) -> None:
    """Add what the trainee said beforehand, and where the rubric differs."""
    own = first.own
    if not (own.back or own.keep or own.ratings):
        return
    page.head("Your own words")
    if own.back:
        page.say(f"The minute you'd like back: {own.back}")
    if own.keep:
        page.say(f"The one you'd keep: {own.keep}")
    if own.ratings:
        rated = ", ".join(f"{name} {points}" for name, points in own.ratings.items())
        page.say(f"Your own rating, out of 100: {rated}.")
    for competency, said, ours in first.differences:
        more = "higher" if said > ours else "lower"
        page.say(f"You rated {competency} {abs(said - ours)} points {more} than the rubric.")


def minutes_line(first: First) -> str:
    """Return where the lead's minutes went, and for how many of them work waited for the lead."""
    spent = ", ".join(f"{family} {minutes}" for family, minutes in first.picture.minutes)
    still = f" Work stood still for you: {count_of(first.waited, 'minute')}."
    return f"Your minutes: {spent}.{still if first.waited else ''}"


def first_screen(debrief: Debrief, width: int = 80, bars: str = BARS) -> str:
    """Return the first screen: own words, picture, moments, one plan."""
    page, first, clock = Page(width), debrief.first, debrief.telling.clock
    own_lines(page, first)
    page.head("The shift")
    room = max(10, page.width - 36)
    page.pairs((curve.name, curve_line(curve, room, bars)) for curve in first.picture.rows)
    if first.picture.minutes:
        page.say(minutes_line(first))
    page.head("Moments")
    if not first.moments:
        page.say("No criterion had an opportunity in this shift, so there is no moment to show.")
    for moment in first.moments:
        moment_lines(page, moment, clock)
    if first.moments and first.gently:
        page.lines.append("")
        page.say(first.gently)
    if first.plans:
        page.head(f"One plan: {plan_asks(len(first.plans))}")
        for plan in first.plans:
            page.say(plan.text(), f"{plan.offer + ':':<10}")
    page.lines.append("")
    page.say(debrief.note)
    page.say(debrief.rung)
    links = dict.fromkeys(moment.link for moment in first.moments if moment.link)
    for link in links:
        page.say(link)
    return page.text()


def level_lines(page: Page, row: LevelRow, clock: Callable[[int], str]) -> None:
    """Add one criterion of the levels page."""
    page.lines.append("")
    page.say(row.prompt)
    if row.level is None:
        page.say(f"{capital(row.reason)}.", "  ")
    else:
        figure = f": {row.figure}" if row.figure else ""
        page.say(f"{capital(row.name)} ({row.level}){figure}.", "  ")
        page.say(row.feedback, "  ")
        if row.anchor:
            page.say(row.anchor, "  This level: ", "    ")
    for one in row.evidence[:MOST_EVIDENCE]:
        page.say(f"{clock(one.at)} {one.text}", "  - ", "    ")
    if len(row.evidence) > MOST_EVIDENCE:
        page.say(f"and {len(row.evidence) - MOST_EVIDENCE} more", "  - ")
    page.say(f"Basis: {row.basis}", "  ")


MOST_EVIDENCE = 4
"""Entries that the levels page shows for one criterion."""


def levels_page(debrief: Debrief, width: int = 80) -> str:
    """Return every criterion with its level in words, its evidence and its basis."""
    page = Page(width)
    page.say("Levels: 4 good, 3 acceptable, 2 marginal, 1 poor.")
    competency = ""
    for row in sorted(debrief.levels, key=lambda row: COMPETENCIES.index(row.competency)):
        if row.competency != competency:
            competency = row.competency
            page.head(competency.capitalize())
        level_lines(page, row, debrief.telling.clock)
    links = dict.fromkeys(row.link for row in debrief.levels if row.link)
    if links:
        page.head("Sources")
        for name in dict.fromkeys(source_name(link) for link in links):
            page.say(f"{name}:")
            for link in links:
                if source_name(link) == name:
                    page.say(link, "  ")
    page.lines.append("")
    page.say(debrief.rung)
    return page.text()


def spoken(criterion: str) -> str:
    """Return the last part of a criterion's id in words."""
    return criterion.rpartition(".")[2].replace("-", " ").replace(" p1", " P1")


def sum_words(one: Sum) -> str:
    """Return how a competency's points add up, in one line."""
    if not one.parts:
        text = "too few of its criteria could be met or missed in this shift, so there is no score"
    else:
        adding = " + ".join(f"{spoken(name)} {points}" for name, points, _ in one.parts)
        text = f"{adding} = {sum(p for _, p, _ in one.parts)} of {one.of}"
        if one.capped_by:
            text += f"; only {one.points} of them count, as “{spoken(one.capped_by)}” was broken"
        text += f": {one.printed}"
        if one.acceptable:
            text += " of 100, which is at or above what this shift asks for"
    if one.said is not None:
        text += f"; you said {one.said}"
    for name, why in one.aside:
        text += f"; {spoken(name)}: {why}"
    return text


def beside_lines(page: Page, beside: Beside) -> None:
    """Add what people say about levels."""
    if not beside.said:
        return
    page.head("Beside the engine's levels")
    page.pairs((spoken(one.criterion), said_words(one)) for one in beside.said)
    for name, score in beside.with_trainers:
        page.say(f"With a trainer's levels {name} has {score_words(score)}.")
    page.say("All of them are kept. The score above is the engine's and stays.")
    page.lines.append("")


def arithmetic_page(debrief: Debrief, width: int = 80) -> str:
    """Return how the points add up."""
    page, sums = Page(width), debrief.arithmetic
    page.head("Arithmetic: level 4 earns 3 points, level 1 none")
    page.pairs((one.competency.capitalize(), sum_words(one)) for one in sums.sums)
    page.lines.append("")
    said = "" if sums.said is None else f"; you said {sums.said}"
    page.say(f"Mean of the competencies: {points_words(sums.total)}{said}.")
    page.say(f"{sums.observed} of {sums.criteria} criteria had an opportunity.")
    if sums.chance is not None:
        page.say(f"The same acts, with other luck, score {between(*sums.chance)}.")
    beside_lines(page, sums.beside)
    page.say(debrief.note)
    page.say(debrief.rung)
    return page.text()


def desk_page(debrief: Debrief, width: int = 80) -> str:
    """Return the desk's figures; they stand beside the score and are no part of it."""
    page = Page(width)
    page.head("The desk: what became of it, beside the score")
    page.pairs((row.name, row.text) for row in debrief.desk)
    page.lines.append("")
    page.say(debrief.rung)
    return page.text()


def curves_page(debrief: Debrief, width: int = 80, bars: str = BARS) -> str:
    """Return every curve of the shift."""
    page = Page(width)
    page.head("Curves, a reading every five minutes")
    room = max(10, page.width - 46)
    page.pairs((curve.name, curve_line(curve, room, bars)) for curve in debrief.curves)
    page.lines.append("")
    if debrief.ledger:
        page.head("Trust: what moved it")
        page.pairs((line.name, line.text) for line in debrief.ledger)
        page.lines.append("")
    page.say(debrief.rung)
    return page.text()


def whole_text(debrief: Debrief, width: int = 80, bars: str = BARS) -> str:
    """Return all pages, one after the other."""
    return "\n".join(
        (
            first_screen(debrief, width, bars),
            levels_page(debrief, width),
            arithmetic_page(debrief, width),
            desk_page(debrief, width),
            curves_page(debrief, width, bars),
        )
    )
