"""What a calibration finds in shifts made up for it, one finding at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scoring.rubric import Basis, Criterion, Level, Rubric, Scope
from simulator.engine.rules import Rules
from simulator.engine.world import (
    Choice,
    Condition,
    Effect,
    Form,
    Moment,
    SceneSpec,
    StorySpec,
    World,
    always,
)
from simulator.runs.balance.choices import about_choices, worth
from simulator.runs.balance.criteria import about_criteria, quartiles, thresholds
from simulator.runs.balance.forms import about_forms
from simulator.runs.balance.leads import about_leads
from simulator.runs.balance.pace import about_pace
from simulator.runs.balance.trials import Trial, Trials, role_of
from simulator.runs.simulate import Simulated
from simulator.runs.watched import Answered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.runs.balance.trials import Finding

CALM = Criterion(
    id="calm", competency="people", prompt="Is it calm?", weight=1, measure="targets-missed",
    scope=Scope(), windows=(),
    levels=(
        Level(4, (None, 2), "few", "fine", "J"), Level(3, (3, 8), "some", "fine", "J"),
        Level(2, (9, 20), "many", "more", "J"), Level(1, (21, None), "most", "more", "J"),
    ),
    basis=Basis("published", "https://example.org/"),
)  # fmt: skip
RUBRIC = Rubric("core", "1.0.0", False, (CALM,), "x")
BEST_ONCE = Condition(lambda state: True, lambda state: None, frozenset())
SCENE = SceneSpec(
    "cfo", "When?", (Choice("soon", "Soon.", 2, 1), Choice("ask", "What for?", 2, 2)), 5,
    best=((BEST_ONCE, "ask"),), criterion="calm",
)  # fmt: skip
WORLD = World(
    id="small", version="1", hash="", title="Small", starts=480, length=100, rules=Rules(),
    team=(),
    storyline=(StorySpec("call", at=Moment("", always(5)), scene=SCENE),),
    acts=frozenset({"assign", "message", "not-now"}),
)  # fmt: skip
FORMS = (Form("A", frozenset(), frozenset()), Form("B", frozenset(), frozenset()))


def shift(
    lead: str, score: int = 50, seed: int = 1, *, fine: bool = True, level: int | None = 3,
    figure: int | None = 5, missed: int = 0, acts: tuple[str, ...] = (),
    answers: tuple[Answered, ...] = (),
) -> Trial:  # fmt: skip
    """A shift with this score, acceptable on delegation or not."""
    run = Simulated(
        seed=seed, score=score, acceptable=fine, competencies={"delegation": (score, fine)},
        criteria={"calm": (level, figure, "" if level else "no opportunity")},
        outcomes={"missed": missed, "resolved": 10}, digest="",
    )  # fmt: skip
    return Trial(lead, 0, run, acts, answers, words=0)


def answered(choice: str, soon: int = 1, ask: int = 3) -> Answered:
    """The call with this answer, and what both were worth then."""
    return Answered("call", choice, (("soon", soon), ("ask", ask)), True)


def trials(*shifts: Trial, world: World = WORLD) -> Trials:
    """These shifts as a calibration's."""
    return Trials(world, RUBRIC, shifts)


def codes(found: Iterable[Finding]) -> list[str]:
    """The codes of some findings."""
    return [one.code for one in found]


@pytest.mark.parametrize(("score", "told"), [(80, ["B601"]), (95, ["B601"]), (79, [])])
def test_a_careless_lead_within_ten_points_of_the_best_is_told(score: int, told: list[str]) -> None:
    careless = shift("kind", score, 4, fine=False, answers=(answered("ask"), answered("soon")))
    found = list(about_leads(trials(shift("expert", 90), shift("steady", 85), careless)))
    assert codes(found) == told
    for one in found:
        assert f'"kind" scores {score} of 100; the reference lead "expert" scores 90' in one.message
        assert "call/ask 1x" in one.message
        assert "soon" not in one.message
        assert (one.seed, one.lead) == (4, "kind")


def test_a_careless_lead_that_is_acceptable_is_told_beyond_one_in_twenty() -> None:
    good = shift("expert", 90)
    shifts = [shift("hero", 10, seed, fine=seed == 7) for seed in range(1, 21)]
    assert codes(about_leads(trials(good, *shifts))) == []
    shifts[2] = shift("hero", 10, 3)
    (found,) = about_leads(trials(good, *shifts))
    assert (found.code, found.certainty, found.seed) == ("B602", "in 2 of 20 shifts", 3)


def test_a_reference_lead_that_is_not_acceptable_is_told_beyond_one_in_twenty() -> None:
    shifts = [shift("close", 60, seed, fine=seed not in (4, 9)) for seed in range(1, 21)]
    (found,) = about_leads(trials(*shifts))
    assert (found.code, found.certainty, found.seed) == ("B603", "in 2 of 20 shifts", 4)
    shifts[3] = shift("close", 60, 4)
    assert codes(about_leads(trials(*shifts))) == []


@pytest.mark.parametrize(("lowest", "told"), [(80, []), (79, ["B604"])])
def test_reference_leads_more_than_ten_points_apart_are_told(lowest: int, told: list[str]) -> None:
    shifts = (shift("expert", 90), shift("steady", 85), shift("close", lowest))
    assert codes(about_leads(trials(*shifts))) == told


def test_a_figure_on_which_a_careless_lead_is_ahead_is_told() -> None:
    shifts = (shift("expert", 90, missed=4), shift("hero", 5, missed=1, fine=False))
    (found,) = about_leads(trials(*shifts))
    assert found.code == "B605"
    assert "`missed`: hero 1; the best reference lead is expert with 4" in found.message


def test_a_choice_never_better_in_any_state_that_was_met_is_told() -> None:
    found = list(about_choices(trials(
        shift("hero", seed=3, answers=(answered("soon", 1, 3),)),
        shift("kind", answers=(answered("ask", 2, 2),)),
    )))  # fmt: skip
    (one,) = (one for one in found if one.code == "B606")
    assert '"soon"' in one.message
    assert one.certainty == "in 2 of 2 answers in which it was open"


def test_a_choice_that_was_better_once_is_not() -> None:
    shifts = (shift("hero", answers=(answered("soon", 1, 3), answered("ask", 3, 1))),)
    assert "B606" not in codes(about_choices(trials(*shifts)))


def test_what_is_good_for_people_counts_for_a_choice() -> None:
    plain = worth(Choice("a", "A.", 2))
    dear = worth(Choice("b", "B.", 2, effects=(Effect("minutes", amount=3),)))
    rude = worth(Choice("c", "C.", 2, effects=(Effect("stress", "ana", 4),)))
    assert dear.minutes == plain.minutes + 3
    assert rude.points["ana", "stress"] == -4
    told = worth(Choice("d", "D.", 2, effects=(Effect("learn", "payday"),)))
    assert told.others != plain.others


def test_a_best_choice_and_acts_that_no_reference_lead_used_are_told() -> None:
    found = {one.code: one for one in about_choices(trials(
        shift("expert", acts=("assign",), answers=(answered("soon", 3, 1),)),
        shift("hero", acts=("message",), answers=(answered("ask", 1, 3),)),
    ))}  # fmt: skip
    assert set(found) == {"B607", "B608"}
    assert '"ask" of the scene "call"' in found["B607"].message
    assert found["B608"].message.endswith("no reference lead gave: message")


@pytest.mark.parametrize(
    ("good", "careless", "told"),
    [
        (None, None, ["B609"]),
        (3, 4, ["B610"]),
        (2, 1, ["B611"]),
        (4, 1, []),
        (3, None, ["B610"]),
        (3, 1, ["B619"]),
        (3, 2, ["B619"]),
    ],
)
def test_criteria_that_tell_nobody_apart_are_told(
    good: int | None, careless: int | None, told: list[str]
) -> None:
    shifts = (shift("expert", level=good), shift("hero", level=careless))
    assert codes(about_criteria(trials(*shifts))) == told


def test_what_was_never_seen_says_in_how_many_shifts() -> None:
    shifts = (shift("expert", level=3), shift("steady", level=None), shift("hero", level=1))
    (found,) = about_criteria(trials(*shifts))
    assert found.message == 'level 4 of criterion "calm" was reached by no lead: the best was 3'
    assert found.certainty == "in 0 of 2 shifts"
    (found,) = about_criteria(trials(shift("expert", level=None), shift("hero", level=None)))
    assert found.message == 'criterion "calm" never had an opportunity'
    assert found.certainty == "in 0 of 2 shifts"


ALL_OVER = tuple(range(0, 100, 10))
"""Something asks every ten minutes of the shift of 100."""


def asking(*asked: int, lead: str = "expert") -> Trial:
    """A shift in which something asked for the lead at these minutes."""
    return replace(shift(lead), asked=asked)


def test_a_quarter_of_an_hour_in_which_nothing_asks_is_told_with_its_minutes() -> None:
    (found,) = about_pace(trials(asking(0, 10, 20, 42, 50, 60, 70, 80, 90), asking(*ALL_OVER[:3],
                          38, 50, 60, 70, 80, 90), asking(*ALL_OVER)))  # fmt: skip
    assert found.code == "B618"
    assert found.message == "nothing asks for the lead from 08:21 to 08:38, 17 minutes"
    assert found.certainty == (
        "each quarter of an hour of it in 2 of 3 shifts of reference leads or more"
    )


@pytest.mark.parametrize(
    "shifts",
    [
        [asking(*ALL_OVER)],
        [asking(0, 10, 25, *ALL_OVER[3:])],
        [asking(*ALL_OVER), asking(0, 90)],
        [asking(*ALL_OVER), asking(0, 90, lead="hero"), asking(0, 90, lead="absent")],
        [asking(0, 10, 20, 40, *ALL_OVER[5:]), asking(0, 10, 20, 30, 40, 60, 70, 80, 90)],
    ],
    ids=["busy", "fifteen less one", "half of the shifts", "only careless leads", "elsewhere"],
)
def test_what_was_empty_for_less_or_in_few_shifts_is_not_told(shifts: list[Trial]) -> None:
    assert list(about_pace(trials(*shifts))) == []


def test_the_beginning_and_the_end_of_a_shift_count_too() -> None:
    found = about_pace(trials(asking(*range(20, 80, 5))))
    assert [one.message for one in found] == [
        "nothing asks for the lead from 08:00 to 08:20, 20 minutes",
        "nothing asks for the lead from 09:16 to 09:40, 24 minutes",
    ]


def test_a_threshold_lies_half_way_between_where_the_figures_part() -> None:
    shifts = [shift("expert", seed=n, level=4, figure=10 + n % 2) for n in range(8)]
    shifts += [shift("hero", seed=n, level=2, figure=20 + n % 2) for n in range(8)]
    (one,) = thresholds(trials(*shifts))
    assert (one.now, one.suggested) == (8, 15)
    assert codes(about_criteria(trials(*shifts))) == ["B612"]


def test_no_threshold_is_suggested_where_the_figures_overlap() -> None:
    shifts = [shift("expert", seed=n, figure=n) for n in range(8)]
    shifts += [shift("hero", seed=n, level=2, figure=n) for n in range(8)]
    (one,) = thresholds(trials(*shifts))
    assert one.suggested is None
    assert list(thresholds(trials(*shifts[:4]))) == []


def test_quartiles_are_values_that_occur() -> None:
    assert quartiles([1, 2, 3, 4, 5]) == (2, 3, 4)
    assert quartiles([7]) == (7, 7, 7)


def test_forms_that_differ_in_points_or_chances_are_told() -> None:
    world = World(
        id="small", version="1", hash="", title="Small", starts=480, length=100, rules=Rules(),
    team=(),
        forms=FORMS,
    )  # fmt: skip
    even = [shift("expert", 90, 1), shift("expert", 85, 2)]
    assert codes(about_forms(trials(*even, world=world))) == []
    uneven = [shift("expert", 90, 1), shift("expert", 84, 2, level=None)]
    found = list(about_forms(trials(*uneven, world=world)))
    assert codes(found) == ["B613", "B614"]
    assert "90 on A, 84 on B" in found[0].message
    assert "form B gives no chance to show calm" in found[1].message


def test_every_lead_has_a_part_to_play() -> None:
    roles = [role_of(lead) for lead in ("steady", "by-the-book", "kind", "always-first")]
    assert roles == ["reference", "plain", "careless", "wording"]


@pytest.mark.parametrize(
    ("choices", "told"),
    [("ask ask", ["B620"]), ("ask soon", []), ("soon soon", [])],
)
def test_a_look_that_finds_the_best_answer_in_scored_scenes_is_told(
    choices: str, told: list[str]
) -> None:
    worth = (("soon", 1), ("ask", 3))
    answers = tuple(
        Answered(f"call-{n}", choice, worth, True) for n, choice in enumerate(choices.split())
    )
    found = list(about_leads(trials(shift("always-asks", 10, 7, answers=answers))))
    assert codes(found) == told
    for one in found:
        assert "call-0 1 of 1, call-1 1 of 1; a guess would earn it 1 times" in one.message
        assert (one.certainty, one.seed, one.lead) == ("in 2 of 2 answers", 7, "always-asks")


def test_one_scene_or_scenes_for_feedback_only_say_nothing_of_a_look() -> None:
    one = Answered("call", "ask", (("soon", 1), ("ask", 3)), True)
    unscored = Answered("lunch", "ask", (("soon", 1), ("ask", 3)), False)
    assert codes(about_leads(trials(shift("always-first", answers=(one, unscored))))) == []
