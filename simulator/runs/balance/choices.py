"""Findings about options: choices nobody has a reason to take, options good leads never use."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.runs.balance.trials import Finding, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.engine.world import Choice, Effect
    from simulator.runs.balance.trials import Trials
    from simulator.runs.watched import Answered

WORSE_UP = frozenset({"stress", "friction"})
"""What is worse when there is more of it."""

POINTS = WORSE_UP | {"morale", "trust"}
"""Effects that are so many points."""

ASIDE = frozenset({"leave", "withdraw", "not-now"})
"""Acts that put another one off or take it back: using none of them is nothing to mend."""

Stood = list[tuple[int, "Answered"]]
"""How a scene stood when somebody answered it, with the seed of that shift."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a choice costs and changes, as far as it can be compared."""

    minutes: int
    points: Counter[tuple[str, str]]
    """Points by whom and what, more being better."""
    others: tuple[Effect, ...]
    """All other effects."""


def about_choices(trials: Trials) -> Iterator[Finding]:
    """Yield what the answers and acts show."""
    answered: dict[str, Stood] = defaultdict(list)
    for trial in trials.all:
        for one in trial.answers:
            answered[one.scene].append((trial.seed, one))
    for item in trials.world.storyline:
        if item.scene is not None and answered[item.id]:
            yield from _dominated(item.id, item.scene.choices, answered[item.id])
    yield from _never_taken(trials)
    yield from _never_given(trials)


def _dominated(scene: str, choices: Sequence[Choice], stood: Stood) -> Iterator[Finding]:
    worths = {one.id: worth(one) for one in choices}
    for choice in worths:
        offered = [(seed, dict(one.open)) for seed, one in stood if choice in dict(one.open)]
        better = next((other for other in worths if _beats(other, choice, worths, offered)), None)
        if better is not None:
            yield Finding(
                "B606",
                f'choice "{choice}" of the scene "{scene}" was never better than "{better}": worse '
                "or equal in credit, minutes and every effect of its own",
                counted(len(offered), len(offered), "answers in which it was open"), offered[0][0],
            )  # fmt: skip


def _beats(
    other: str,
    choice: str,
    worths: Mapping[str, Worth],
    offered: Sequence[tuple[int, Mapping[str, int]]],
) -> bool:
    """Return whether a choice was as good as another wherever that was open, and once better."""
    if other == choice or not offered or any(other not in earns for _, earns in offered):
        return False
    mine, theirs = worths[other], worths[choice]
    gains = [earns[other] - earns[choice] for _, earns in offered]
    gains.append(theirs.minutes - mine.minutes)
    gains += [mine.points[key] - theirs.points[key] for key in {*mine.points, *theirs.points}]
    return mine.others == theirs.others and min(gains) >= 0 and max(gains) > 0


def worth(choice: Choice) -> Worth:
    """Return what a choice costs and changes."""
    minutes, points = choice.minutes, Counter[tuple[str, str]]()
    for one in choice.effects:
        if one.kind == "minutes":
            minutes += one.amount
        elif one.kind in POINTS:
            points[one.target, one.kind] += -one.amount if one.kind in WORSE_UP else one.amount
    others = [one for one in choice.effects if one.kind not in {*POINTS, "minutes"}]
    others.sort(key=lambda one: (one.kind, one.target, one.word, one.amount))
    return Worth(minutes, points, tuple(others))


def _never_taken(trials: Trials) -> Iterator[Finding]:
    """Yield the choices that a state makes best and no reference lead took."""
    taken = Counter((one.scene, one.choice) for trial in trials.reference for one in trial.answers)
    scenes = Counter(one.scene for trial in trials.reference for one in trial.answers)
    for item in trials.world.storyline:
        if item.scene is None or not scenes[item.id]:
            continue
        for choice in dict.fromkeys(ident for _, ident in item.scene.best):
            if not taken[item.id, choice]:
                yield Finding(
                    "B607",
                    f'choice "{choice}" of the scene "{item.id}" can be best, and no reference '
                    "lead took it",
                    counted(0, scenes[item.id], "answers of theirs"),
                )


def _never_given(trials: Trials) -> Iterator[Finding]:
    given = {kind for trial in trials.reference for kind in trial.acts}
    unused = sorted(trials.world.acts - given - ASIDE)
    if unused and trials.reference:
        yield Finding(
            "B608",
            f"acts that the scenario offers and no reference lead gave: {', '.join(unused)}",
            counted(0, len(trials.reference)),
        )
