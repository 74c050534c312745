"""Under what order people take work from the queue, and what a debrief says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.assess import fill
from scoring.debrief.figures import beside_words
from scoring.debrief.moments import moment
from scoring.debrief.plans import trigger_of
from scoring.debrief.telling import Telling
from scoring.debrief.triggers import TRIGGERS
from scoring.rubric import Criterion2
from tests.scoring.figures import take
from tests.scoring.test_remote import at_home

if TYPE_CHECKING:
    from scoring.debrief.moment import Moment
    from scoring.log import Log
    from scoring.rubric import Criterion
    from tests.scoring.conftest import Criteria, Maker

NAMES = {"analyst:ana": "Priya", "fact:payday": "salaries are paid today"}


def clock(minute: int) -> str:
    return f"{8 + minute // 60:02}:{minute % 60:02}"


def brief(maker: Maker, at: int, order: str = "impact", why: str = "payday") -> int:
    fields: dict[str, str | int] = {"order": order, "changed": at > 20, "minutes": 4}
    return maker.put(
        at, "order.briefed", "desk", "lead", "", {**fields, "why": why} if why else fields
    )


def pull(maker: Maker, at: int, who: str = "ana", because: int = -1, *, pulled: bool = True) -> int:
    return maker.add(
        at, "ticket.started", f"ticket:t{at}", "world", f"analyst:{who}", because=because,
        to=who, waited=9, pulled=pulled, first=True, gap=0,
    )  # fmt: skip


def pulls(maker: Maker, *minutes: int) -> list[int]:
    return [pull(maker, at) for at in minutes]


def value(maker: Maker) -> int | None:
    return take("pulled-in-order", maker.log()).value


def test_what_is_taken_after_an_order_with_its_reason_counts(maker: Maker) -> None:
    early = pulls(maker, 12, 15)
    said = brief(maker, 16)
    pulls(maker, 20, 30, 40)
    figure = take("pulled-in-order", maker.log())
    assert (figure.value, figure.counted) == (600, 5)
    assert figure.evidence == (*early, said), "what was taken under none first, then what stood"


def test_a_briefing_that_leaves_no_order_is_cited_before_what_was_taken_under_it(
    maker: Maker,
) -> None:
    stood = brief(maker, 12)
    pulls(maker, 20, 30)
    left = brief(maker, 35, "own")
    taken = pulls(maker, 40, 50, 60)
    assert take("pulled-in-order", maker.log()).evidence == (left, *taken, stood)


@pytest.mark.parametrize(
    ("order", "why", "found"),
    [("oldest", "payday", 1000), ("oldest", "", 400), ("own", "payday", 400), ("own", "", 400)],
)
def test_an_order_that_is_changed_needs_a_reason_of_its_own(
    maker: Maker, order: str, why: str, found: int
) -> None:
    brief(maker, 12)
    pulls(maker, 20, 30)
    brief(maker, 35, order, why)
    pulls(maker, 40, 50, 60)
    assert value(maker) == found


def test_the_lead_has_ten_minutes_to_read_the_desk(maker: Maker) -> None:
    pulls(maker, 1, 4, 9)
    brief(maker, 9)
    pulls(maker, 10, 20, 30, 40, 50)
    assert value(maker) == 1000


def test_only_what_somebody_chose_from_the_queue_counts(maker: Maker) -> None:
    """A call, what a standing order sends and what the lead gave are nobody's choice."""
    answered = maker.add(15, "call.answered", "call:c1", "world", "analyst:ana", to="ana", waited=2)
    arrived = maker.add(
        15, "ticket.arrived", "ticket:c1", "world", because=answered, logged=3, channel="phone",
        skill="apps",
    )  # fmt: skip
    pull(maker, 15, because=arrived)
    pull(maker, 16, because=maker.give(15, "ticket:t16", "ana"))
    pull(maker, 17, pulled=False)
    brief(maker, 18)
    pulls(maker, 20, 30, 40, 50, 60)
    figure = take("pulled-in-order", maker.log())
    assert (figure.value, figure.counted) == (1000, 5)


def test_who_works_from_home_goes_by_what_has_come_to_them(maker: Maker) -> None:
    at_home(maker, "cleo")
    said = brief(maker, 12)
    told = maker.add(14, "desk.told", "desk", elements=(), facts=(), minutes=2)
    maker.add(16, "analyst.heard", "analyst:cleo", "world", because=told, minutes=2)
    late = pull(maker, 20, "cleo")
    pulls(maker, 21, 22, 23)
    maker.add(30, "analyst.heard", "analyst:cleo", "world", because=said, minutes=18)
    pull(maker, 40, "cleo")
    figure = take("pulled-in-order", maker.log())
    assert (figure.value, figure.evidence) == (800, (late, said))


@pytest.mark.parametrize(
    ("minutes", "found"), [((20, 30, 40, 50), None), ((20, 30, 40, 50, 60), 0)]
)
def test_a_share_of_a_few_says_nothing(
    maker: Maker, make_criterion: Criteria, minutes: tuple[int, ...], found: int | None
) -> None:
    maker.window(5, "p1-knowable", "desk", 200)
    pulls(maker, *minutes)
    log = maker.log()
    bands = {4: (800, None), 3: (500, 799), 2: (0, 499)}
    filling = fill(log, make_criterion("pulled-in-order", bands, basis="author"))
    assert take("pulled-in-order", log).value == found
    assert (filling.level, filling.reason) == (
        (None, "no opportunity") if found is None else (2, "")
    )


LOOK = Criterion2("pulled-in-order", ((4, (800, None)), (3, (500, 799)), (2, (0, 499))))


@pytest.fixture
def queue(make_criterion: Criteria) -> Criterion:
    """Targets missed, with a second look at what people take."""
    return make_criterion(
        "targets-missed", {4: (0, 6), 3: (7, 9), 2: (10, None)}, windows=(), basis="author",
        competency="prioritisation", also=LOOK,
    )  # fmt: skip


@pytest.fixture
def answers(make_criterion: Criteria) -> Criterion:
    """Credit of an answer, with a second look at what people take."""
    return make_criterion(
        "choice-credit", {4: (3, 3), 3: (2, 2), 2: (0, 1)}, windows=(), basis="author",
        competency="prioritisation", also=LOOK,
    )  # fmt: skip


def told(log: Log, criterion: Criterion, *, well: bool = False) -> Moment | None:
    return moment(log, Telling.of(log, NAMES, clock), criterion, fill(log, criterion), well)


@pytest.mark.parametrize(
    ("briefed", "order", "why", "later", "did"),
    [
        (0, "", "", (), "You briefed the team on no order of work."),
        (80, "impact", "payday", (90,), "You briefed the team on no order of work before 09:20."),
        (18, "oldest", "", (),
         "At 08:18 you briefed the team: the oldest goes first, with no reason given."),
        (18, "own", "payday", (), "At 08:18 you briefed the team: everyone in their own order."),
    ],
    ids=["none", "too late", "without a reason", "each their own"],
)  # fmt: skip
def test_a_moment_says_under_what_order_people_took_their_work(
    maker: Maker, queue: Criterion, briefed: int, order: str, why: str, later: tuple[int, ...],
    did: str,
) -> None:  # fmt: skip
    maker.add(10, "desk.reading", "desk", "world", seen=False, waiting=7, oldest=12)
    if 0 < briefed < 20:
        brief(maker, briefed, order, why)
    first, *_ = pulls(maker, 20, 30, 40, 50, 60)
    if briefed > 60:
        brief(maker, briefed, order, why)
    pulls(maker, *later)
    log = maker.log()
    one = told(log, queue)
    assert one is not None
    assert (one.title, one.level, one.entry) == ("08:20–09:00, the queue", 2, first)
    assert one.known == ("7 tickets waited, the oldest for 12 minutes.",)
    assert one.did == (did,)
    many, part = (6, "5") if later else (5, "all")
    assert one.led_to == (
        f"After the first 10 minutes people took {many} tickets from the queue by themselves, "
        f"{part} of them without an order of yours, and its reason, to go by.",
    )
    assert one.another_way.startswith("Say to the desk at 08:20, four minutes: “What hurts most")
    assert trigger_of(log, queue, first) == TRIGGERS["pulled-in-order"]


def answer(maker: Maker, at: int) -> int:
    maker.add(at - 5, "scene.opened", "analyst:ana", "script", scene="what-first")
    return maker.add(
        at, "scene.answered", "analyst:ana", scene="what-first", choice="shops",
        credit=3, criterion="prioritisation.choice-credit", minutes=2,
    )  # fmt: skip


def test_good_answers_are_lowered_by_work_that_is_taken_under_no_order(
    maker: Maker, answers: Criterion
) -> None:
    pulls(maker, 20, 30, 40, 50, 60)
    answer(maker, 75)
    one = told(maker.log(), answers)
    assert one is not None
    assert (one.level, one.title) == (2, "08:20–09:00, the queue")


def test_what_went_well_is_the_answer_and_not_what_people_took(
    maker: Maker, answers: Criterion
) -> None:
    pulls(maker, 20, 25)
    brief(maker, 28)
    pulls(maker, 30, 40, 50)
    answered = answer(maker, 75)
    one = told(maker.log(), answers, well=True)
    assert one is not None
    assert (one.level, one.entry) == (3, answered)


def test_targets_that_are_missed_are_told_as_they_were(maker: Maker, queue: Criterion) -> None:
    maker.add(10, "desk.reading", "desk", "world", seen=False, waiting=7, oldest=12)
    pulls(maker, 20, 30, 40, 50, 60)
    for at in range(70, 82):
        maker.add(at, "ticket.breached", f"ticket:t{at}", "world", target="respond", priority=3)
    one = told(maker.log(), queue)
    assert one is not None
    assert one.led_to[0].startswith("12 targets were missed")


def test_a_figure_beside_another_says_what_it_is_of() -> None:
    assert beside_words(450, "pulled-in-order") == (
        "45 in a hundred taken from the queue under an order said with its reason"
    )
