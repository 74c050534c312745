"""Which moments of a shift are told: at most three, at least one that went well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.debrief.causes import followers, let_down
from scoring.debrief.moment import Case
from scoring.debrief.moments import conversation, moment, of_the_lead
from scoring.log import whole
from scoring.unused import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoring.assess import Assessment
    from scoring.debrief.moment import Moment
    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from scoring.rubric import Criterion, Filling, Rubric

MOST_MOMENTS = 3

LEVEL = 40
"""What one lost point weighs in choosing. (J)"""

MOST_MINUTES = 45
"""Each lost minute weighs one, up to this many. (J)"""

OPINION = 10
"""What is taken off where a level rests on the author's judgement alone. (J)"""

ALIKE = 60
"""What is taken off for the same competency, or for the same matter, as a moment shown. (J)"""

GOOD_CREDIT = 2
"""Credit from which an answer counts as something that went well. (the scale of scenes, 0 to 3)"""

COSTS = (
    "own-hands", "stands-still", "asked-first", "targets-missed", "needless-updates", "untrue",
    "first-jargon", "delegated-gaps", "within-reach", "fitting-room", "free-hands", "wrong-doors",
    "reading-beside", "reading-before", "pulled-in-order",
)  # fmt: skip
"""Measures whose evidence shows what cost something, so that it can be no example."""

GENTLE = (
    "No act of yours stands out here as an example. That can happen in one shift, and it says "
    "nothing about the next."
)
"""Where nothing that went well can be shown."""


def weight(criterion: Criterion, filling: Filling, one: Moment) -> int:
    """Return how much a moment cost: lost points, then minutes."""
    lost = criterion.weight * (4 - (filling.level or 4))
    opinion = OPINION if criterion.basis.kind == "author" else 0
    return LEVEL * lost + min(MOST_MINUTES, one.cost) - opinion


def merit(criterion: Criterion, filling: Filling, one: Moment) -> int:
    """Return how much a moment that went well has to show."""
    routine = criterion.measure in ("choice-credit", "promises-kept", "check-ins-kept")
    return LEVEL * criterion.weight * (filling.level or 0) + 15 * len(one.led_to) - 20 * routine


WORSE = {"analyst.morale-changed": -1, "stakeholder.trust-changed": -1,
         "analyst.stress-changed": 1, "conflict.changed": 1}  # fmt: skip
"""Direction in which each of these changes is for the worse."""


def harmed(log: Log, one: Moment) -> bool:
    """Return whether something got worse by a moment's act."""
    return any(
        WORSE.get(entry.kind, 0) * whole(entry.data.get("change")) > 0
        for entry in followers(log, [one.entry])
    )


def apart(rows: list[tuple[int, Moment]], shown: Iterable[Moment]) -> Moment | None:
    """Return the weightiest moment, those set back that are like one already shown.

    Two moments on the same competency and the same matter stand together only where there is no
    other.
    """
    told = list(shown)

    def key(row: tuple[int, Moment]) -> tuple[bool, int]:
        value, one = row
        kind = one.criterion.partition(".")[0]
        same = [(kind == other.criterion.partition(".")[0], one.about == other.about)
                for other in told]  # fmt: skip
        alike = sum(ALIKE * (a + b) for a, b in same)
        return (not any(a and b for a, b in same), value - alike)

    free = [row for row in rows if all(one_is_new(row[1], other) for other in told)]
    return max(free, key=key)[1] if free else None


def one_is_new(one: Moment, other: Moment) -> bool:
    """Return whether a moment tells something that another does not.

    One act is never told as one that went well and as one that cost something.
    """
    both_ways = one.went_well is not other.went_well
    same = one.entry == other.entry and (both_ways or one.criterion == other.criterion)
    return not same and (one.title, one.did) != (other.title, other.did)


TURN = 3 * LEVEL
"""What an answer that earned nothing, or silence, weighs where news followed from it. (J)"""

POINTS = (*WORSE, "story.told")
"""What is weighed by its points, or is the news itself; anything else is a turn of events."""


def turns(
    log: Log, telling: Telling, pairs: Iterable[tuple[Criterion, Filling]]
) -> list[tuple[int, Moment]]:  # fmt: skip
    """Return the moments of answers that earned nothing, and of silence, that made news later.

    News after which the morning went another way (work came in, or the story took a turn) weighs
    as much as the most minutes that any moment can cost; beside it, each point of trust, morale,
    stress or friction that went for the worse weighs one.
    """
    by_id = {criterion.id: (criterion, filling) for criterion, filling in pairs}
    found: list[tuple[int, Moment]] = []
    for entry in log.of("scene.answered", "scene.lapsed"):
        pair = by_id.get(str(entry.data.get("criterion", "")))
        if pair is None or whole(entry.data.get("credit")) > 0:
            continue
        news = [e for e in followers(log, [entry.number]) if e.kind == "story.told" and told(e)]
        one = conversation(Case(log, telling, *pair, False), entry) if news else None
        if one is None:
            continue
        turned = any(e.kind not in POINTS for e in followers(log, [e.number for e in news]))
        lost = sum(
            max(0, WORSE[e.kind] * whole(e.data.get("change")))
            for e in followers(log, [entry.number])
            if e.kind in WORSE
        )
        found.append((TURN + MOST_MINUTES * turned + min(MOST_MINUTES, lost), one))
    return found


def other_acts(log: Log, telling: Telling) -> list[tuple[int, Moment]]:
    """Return moments of acts that went well though no criterion's level shows it."""
    found: list[tuple[int, Moment]] = []
    for entry in log.of("scene.answered", "analyst.recognised", "analyst.listened-to"):
        good = whole(entry.data.get("credit"), -1) >= GOOD_CREDIT or entry.data.get("fits") is True
        if (entry.kind == "analyst.listened-to" or good) and not let_down(log, entry.number):
            one = of_the_lead(log, telling, entry)
            if one is not None:
                found.append((whole(entry.data.get("credit")) + len(one.led_to), one))
    return found


def choose(
    log: Log, telling: Telling, rubric: Rubric, assessment: Assessment,
    unlucky: frozenset[int] = frozenset(),
) -> tuple[Moment, ...]:  # fmt: skip
    """Return at most three moments in order of time, at least one that went well if there is one.

    Two that cost most come first, by points and minutes and from different competencies and
    matters where they can; then the one that went best, which shows something the lead did. Where
    nothing went well there are two, not more.
    Entries in `unlucky` come of acts that were sound and that chance went against: they never
    stand among what cost, while what else showed the same still may.
    """
    pairs = [(rubric.criterion(f.criterion), f) for f in assessment.fillings if f.level is not None]
    weak: list[tuple[int, Moment]] = []
    strong: list[tuple[int, Moment]] = []
    broken: set[int] = set()
    for criterion, filling in pairs:
        low = (filling.level or 4) <= 2
        if low:
            filling = _without(filling, unlucky)
        if not low and (criterion.must_not or criterion.measure in COSTS):
            continue
        one = moment(log, telling, criterion, filling, not low)
        if low:
            broken |= set(filling.evidence)
        if one is not None:
            rows, rank = (weak, weight) if low else (strong, merit)
            rows.append((rank(criterion, filling, one), one))
    weak += [row for row in turns(log, telling, pairs) if row[1].entry not in unlucky]
    # What led to something that cost is no example, however well it was done in itself.
    strong = [
        (value - 2 * ALIKE * (bool(broken & spread(log, one)) + harmed(log, one)), one)
        for value, one in strong
        if not let_down(log, one.entry)
    ]
    chosen: list[Moment] = []
    for _ in range(2):
        found = apart(weak, chosen)
        chosen += [found] if found is not None else []
    well = apart(strong, chosen) or apart(other_acts(log, telling), chosen)
    chosen += [well] if well is not None else []
    while well is not None and len(chosen) < MOST_MOMENTS:
        found = apart(weak, chosen) or apart(strong, chosen)
        if found is None:
            break
        chosen.append(found)
    return tuple(sorted(chosen, key=lambda one: (one.at, one.entry)))


def _without(filling: Filling, entries: frozenset[int]) -> Filling:
    """Return a filling with its evidence but for some entries."""
    left = tuple(number for number in filling.evidence if number not in entries)
    return replace(filling, evidence=left)


def spread(log: Log, one: Moment) -> set[int]:
    """Return what followed from a moment's act: something costly may be among it."""
    return {entry.number for entry in followers(log, [one.entry])}
