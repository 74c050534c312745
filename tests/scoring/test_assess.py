"""From figures to levels and scores: bands, second looks, must-nots, answers, patterns, people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess, overridden
from scoring.log import Log
from scoring.rubric import Criterion2, Pattern, Scope, Score, Value
from tests.scoring.figures import PORTAL, portal

if TYPE_CHECKING:
    from tests.scoring.conftest import Criteria, Maker, Rubrics


def test_a_figure_earns_the_level_of_its_band(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    portal(maker)
    given = maker.give(35, PORTAL, "ana")
    one = assess(maker.log(), make_rubric(make_criterion("delegated-complete", weight=2)))
    (filling,) = one.fillings
    assert (filling.level, filling.figure, filling.evidence) == (3, 10, (given,))
    assert one.scores["delegation"] == Score(4, 6)
    assert one.scores["delegation"].acceptable()
    assert one.total() == 67


def test_the_lower_of_two_measures_stands_and_shows_both_evidences(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    portal(maker)
    given = maker.give(27, PORTAL, "ana", acknowledged=False)
    also = Criterion2("delegated-gaps", ((4, (0, 0)), (3, (1, 1)), (2, (2, 2)), (1, (3, None))))
    criterion = make_criterion("delegated-complete", also=also)
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert (filling.level, filling.figure, filling.evidence) == (1, 2, (given,))


def test_on_an_authors_judgement_no_figure_goes_below_2(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    portal(maker)
    maker.give(90, PORTAL, "ana")
    criterion = make_criterion("delegated-complete", basis="author")
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert filling.level == 2


def test_a_broken_must_not_caps_its_competency_at_a_third(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    portal(maker)
    maker.message(28, "users", "impact", next=60)
    lie = maker.message(30, "cfo", "known", untrue=True)
    users = make_criterion(
        "first-update", competency="communication", scope=Scope(audience=frozenset({"users"}))
    )
    never = make_criterion(
        "untrue", {4: (0, 0), 1: (1, None)}, competency="communication", windows=(), must_not=True
    )
    one = assess(maker.log(), make_rubric(users, never))
    assert one.scores["communication"] == Score(1, 3, never.id)
    assert one.filling(never.id).evidence == (lie,)


def test_a_kept_must_not_earns_nothing(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    never = make_criterion("untrue", {4: (0, 0), 1: (1, None)}, windows=(), must_not=True)
    maker.message(30, "cfo", "known")
    one = assess(maker.log(), make_rubric(never))
    assert one.filling(never.id).level == 4
    assert one.scores["delegation"] == Score(0, 0)


def answer(maker: Maker, credit: int, criterion: str = "communication.calls") -> int:
    return maker.add(
        39, "scene.answered", "stakeholder:cfo", scene="call", choice="b", credit=credit,
        criterion=criterion, minutes=3,
    )  # fmt: skip


CREDIT = {4: (3, 3), 3: (2, 2), 2: (0, 1)}


def test_choices_count_in_the_criterion_they_name(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    counted = answer(maker, 2)
    answer(maker, 0, "communication.other")
    criterion = make_criterion(
        "choice-credit", CREDIT, id="communication.calls", competency="communication", windows=(),
        basis="author",
    )  # fmt: skip
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert (filling.level, filling.evidence) == (3, (counted,))


def test_nothing_but_silence_is_level_1(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    lapsed = maker.add(
        41, "scene.lapsed", "stakeholder:cfo", "default", scene="call",
        criterion="communication.calls",
    )  # fmt: skip
    criterion = make_criterion(
        "choice-credit", CREDIT, id="communication.calls", competency="communication", windows=(),
        basis="author",
    )  # fmt: skip
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert (filling.level, filling.evidence) == (1, (lapsed,))


HELD = {4: (1000, None), 2: (1, 999), 1: (None, 0)}


@pytest.mark.parametrize(
    ("pattern", "level"),
    [
        (Pattern(entry="message.sent", within=10), 4),
        (Pattern(entry="message.sent", within=4), 1),
        (Pattern(entry="message.sent", at_least=2), 4),
        (Pattern(entry="message.sent", at_least=3), 1),
        (Pattern(entry="message.sent", before="desk.told"), 4),
        (Pattern(entry="desk.told", before="message.sent"), 1),
        (Pattern(never=Pattern(entry="promise.broken")), 4),
        (Pattern(never=Pattern(entry="message.sent")), 1),
        (Pattern(sequence=(Pattern(entry="message.sent"), Pattern(entry="desk.told"))), 4),
        (Pattern(sequence=(Pattern(entry="desk.told"), Pattern(entry="message.sent"))), 4),
        (Pattern(sequence=(Pattern(entry="desk.told"), Pattern(entry="desk.told"))), 1),
        (Pattern(entry="order.briefed"), 1),
    ],
)
def test_patterns(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics, pattern: Pattern, level: int
) -> None:
    portal(maker)
    maker.message(30, "users", "impact")
    maker.add(40, "desk.told", "desk", elements=("impact",), facts=(), minutes=2)
    maker.message(50, "cfo", "impact")
    maker.message(130, "users", "impact")
    criterion = make_criterion("pattern", HELD, pattern=pattern)
    (filling,) = assess(maker.log(), make_rubric(criterion)).fillings
    assert filling.level == level
    assert filling.level is None or filling.level > 2 or filling.evidence


def test_a_log_of_one_entry_and_an_empty_one_are_assessed(
    new_maker: type[Maker], make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    rubric = make_rubric(make_criterion("own-hands"), make_criterion("pattern", windows=()))
    maker = new_maker()
    assert assess(maker.log(closed=False), rubric).total() is None
    maker.entries.clear()
    assert assess(Log([]), rubric).coverage() == (0, 2)


def test_a_trainers_level_moves_the_score_and_a_contest_does_not(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    portal(maker)
    maker.give(35, PORTAL, "ana")
    rubric = make_rubric(make_criterion("delegated-complete"))
    one = assess(maker.log(), rubric)
    (engine,) = one.fillings
    contest = replace(engine, level=4, rater="trainee")
    trainer = replace(engine, level=2, rater="trainer:t-1")
    assert overridden(rubric, one, [contest])["delegation"] == Score(2, 3)
    assert overridden(rubric, one, [trainer, contest])["delegation"] == Score(1, 3)
    assert one.fillings == (engine,)


def test_of_one_trainer_the_last_word_stands_and_of_several_the_median(
    maker: Maker, make_criterion: Criteria, make_rubric: Rubrics
) -> None:
    portal(maker)
    maker.give(35, PORTAL, "ana")
    rubric = make_rubric(make_criterion("delegated-complete"))
    one = assess(maker.log(), rubric)
    (engine,) = one.fillings

    def points(*said: tuple[str, Value]) -> int:
        fillings = [replace(engine, level=level, rater=f"trainer:{who}") for who, level in said]
        return overridden(rubric, one, fillings)["delegation"].points

    assert points(("a", 1), ("a", 4)) == 3
    assert points(("a", 1), ("b", 4)) == 2, "halves go up"
    assert points(("a", 1), ("b", 4), ("c", 2)) == 1
