from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.rubric import Scope
from simulator.scenario.library import load
from tests.scoring.figures import PORTAL, take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker

FULL = ("impact", "risk", "known", "time", "next-update")
EXECUTIVE = Scope(audience=frozenset({"executive"}))
USERS = Scope(audience=frozenset({"users"}))


def outage(maker: Maker) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 200)


def over(maker: Maker, at: int) -> None:
    maker.add(at, "incident.mitigated", PORTAL, "world", after=at - 20, by="ana")


def test_full_updates_at_every_due_time_are_all_there_is(maker: Maker) -> None:
    outage(maker)
    for minute in (30, 58):
        maker.message(minute, "cfo", *FULL, next=minute + 30)
    over(maker, 80)
    figure = take("executive-words", maker.log(), EXECUTIVE)
    assert figure.value == 1000  # 55 minutes at one in thirty: two are due


def test_a_missing_update_and_a_missing_element_cost_their_share(maker: Maker) -> None:
    outage(maker)
    poor = maker.message(30, "cfo", "impact", "time", next=60)
    over(maker, 80)
    figure = take("executive-words", maker.log(), EXECUTIVE)
    assert (figure.value, figure.evidence) == (375, (poor,))  # 3 of 8


def test_a_conversation_counts_as_one_of_the_updates(maker: Maker) -> None:
    outage(maker)
    maker.add(
        36, "scene.answered", "stakeholder:cfo", scene="call", choice="b", credit=2, minutes=3
    )
    maker.message(58, "cfo", *FULL, next=88)
    over(maker, 80)
    assert take("executive-words", maker.log(), EXECUTIVE).value == 1000


@pytest.mark.parametrize(
    ("more", "value"),
    [({"vague": 1}, 750), ({"speculation": 2}, 500), ({"untrue": True}, 0), ({"jargon": 3}, 1000)],
)
def test_vague_speculative_and_untrue_words_count_less(
    maker: Maker, more: dict[str, int], value: int
) -> None:
    outage(maker)
    maker.message(30, "cfo", *FULL, next=60, **more)
    over(maker, 50)
    assert take("executive-words", maker.log(), EXECUTIVE).value == value


def test_words_to_another_audience_do_not_count(maker: Maker) -> None:
    outage(maker)
    maker.message(30, "users", *FULL, next=60)
    assert take("executive-words", maker.log(), EXECUTIVE).value is None


def test_promises_kept_is_a_share_with_the_broken_ones_first(maker: Maker) -> None:
    kept = maker.add(40, "promise.kept", "stakeholder:cfo", early=1, due=41)
    broken = maker.add(70, "promise.broken", "stakeholder:cfo", "world", due=69)
    maker.add(80, "promise.broken", "stakeholder:users", "world", due=79)
    figure = take("promises-kept", maker.log(), EXECUTIVE)
    assert (figure.value, figure.evidence) == (500, (broken, kept))
    assert take("promises-kept", maker.log(), Scope(person="vendor")).value is None


def test_needless_updates_say_nothing_new_soon_after_the_last(maker: Maker) -> None:
    maker.message(40, "cfo", "impact", new=True, since=2)
    noise = maker.message(45, "cfo", "impact", new=False, since=5)
    maker.message(75, "cfo", "impact", new=False, since=30)
    maker.message(78, "cfo", "closing", new=False, since=3, closing=True)
    figure = take("needless-updates", maker.log(), EXECUTIVE)
    assert (figure.value, figure.evidence) == (1, (noise,))


def test_the_first_word_names_when_the_next_one_comes(maker: Maker) -> None:
    outage(maker)
    maker.message(30, "users", "impact")
    first = maker.message(38, "users", "impact", "next-update", next=68)
    figure = take("first-update", maker.log(), USERS)
    assert (figure.value, figure.evidence) == (13, (first,))


def test_a_first_word_says_what_is_so_or_that_it_is_not_known(maker: Maker) -> None:
    outage(maker)
    bare = maker.message(30, "users", "next-update", next=60)
    maker.add(30, "promise.made", "stakeholder:users", because=bare, due=60, what="update")
    first = maker.message(38, "users", "unknown", "next-update", next=68)
    figure = take("first-update", maker.log(), USERS)
    assert (figure.value, figure.evidence) == (13, (first,))


def test_a_spoken_promise_is_a_first_word(maker: Maker) -> None:
    outage(maker)
    said = maker.add(30, "scene.answered", "stakeholder:users", scene="s", choice="c", minutes=1)
    word = maker.add(30, "promise.made", "stakeholder:users", because=said, due=60, what="update")
    assert take("first-update", maker.log(), USERS).evidence == (word,)


def test_a_first_word_about_something_else_does_not_count(maker: Maker) -> None:
    outage(maker)
    maker.message(30, "users", "impact", "next-update", next=60, about="printer")
    assert take("first-update", maker.log(), USERS).value is None


def test_jargon_in_the_first_word_is_counted(maker: Maker) -> None:
    outage(maker)
    maker.message(30, "users", "impact", next=60, jargon=1, vague=1)
    maker.message(60, "users", "impact", next=90, jargon=5)
    assert take("first-jargon", maker.log(), USERS).value == 2


def test_chasing_means_asking_again_after_the_opening(maker: Maker) -> None:
    maker.add(
        75, "task.escalated", "stakeholder:vendor", task="portal", facts=(), complete=True,
        again=0, minutes=4,
    )  # fmt: skip
    maker.window(110, "vendor-late", "stakeholder:vendor", 150)
    again = maker.add(
        118, "task.escalated", "stakeholder:vendor", task="portal", facts=(), complete=True,
        again=1, minutes=4,
    )  # fmt: skip
    figure = take("chases", maker.log(), kind="vendor-late")
    assert (figure.value, figure.evidence) == (8, (again,))


@pytest.mark.parametrize(("holds", "level"), [((True,), 4), ((False, True), 4), ((False,), 2)])
def test_one_request_without_what_the_vendor_needs_is_no_good_chase(
    maker: Maker, holds: tuple[bool, ...], level: int
) -> None:
    maker.window(110, "vendor-chase", "stakeholder:paylane", 180)
    for minute, complete in enumerate(holds, start=112):
        maker.add(
            minute, "task.escalated", "stakeholder:paylane", task="portal", facts=(),
            complete=complete, again=0, minutes=4,
        )  # fmt: skip
    rubric = load("payroll-friday").rubric
    assert rubric is not None
    assert assess(maker.log(), rubric).filling("communication.chases-vendor").level == level


@pytest.mark.parametrize(("asked", "minutes"), [(15, 0), (33, 13)])
def test_raising_it_means_asking_the_one_who_can_look(
    maker: Maker, asked: int, minutes: int
) -> None:
    def ask(minute: int, who: str, task: str) -> int:
        return maker.add(
            minute, "task.escalated", f"stakeholder:{who}", task=task, facts=(), complete=False,
            again=0, minutes=4,
        )  # fmt: skip

    ask(10, "cfo", "portal")
    ask(12, "vendor", "cable")
    early = ask(asked, "vendor", "portal") if asked < 20 else None
    maker.window(20, "worth-raising", "incident:portal", 90)
    number = early if early is not None else ask(asked, "vendor", "portal")
    figure = take("raised", maker.log(), Scope(person="vendor"), kind="worth-raising")
    assert (figure.value, figure.evidence) == (minutes, (number,))


def test_a_wrong_door_is_somebody_whose_matter_it_is_not(maker: Maker) -> None:
    """Anybody asked about the matter, and the one who can look asked about anything else."""
    outage(maker)
    maker.window(25, "worth-raising", PORTAL, 200)
    found = [
        maker.add(at, "stakeholder.answered", f"stakeholder:{who}", "world", reply=reply, task=task)
        for at, who, task, reply in (
            (32, "vendor", "odd", "not-theirs"),
            (33, "cfo", "portal.3", "not-theirs"),
            (34, "cfo", "odd", "not-theirs"),
            (35, "vendor", "portal", "question"),
        )
    ]
    figure = take("wrong-doors", maker.log(), Scope(person="vendor"), kind="worth-raising")
    assert (figure.value, figure.evidence) == (2, tuple(found[:2]))


def test_untrue_counts_messages_to_anybody(maker: Maker) -> None:
    lie = maker.message(30, "users", "known", untrue=True)
    maker.message(40, "cfo", "known", promised=True)
    figure = take("untrue", maker.log())
    assert (figure.value, figure.evidence) == (1, (lie,))


def test_the_closing_word_is_owed_to_everybody_who_had_been_written_to(maker: Maker) -> None:
    outage(maker)
    maker.message(30, "users", "impact", next=60)
    missing = maker.message(35, "cfo", "impact", next=65)
    over(maker, 80)
    closing = maker.message(90, "users", "closing", closing=True)
    figure = take("closing-word", maker.log())
    assert (figure.value, figure.evidence) == (500, (missing, closing))


def test_no_closing_word_is_owed_for_a_message_about_nothing_named(maker: Maker) -> None:
    maker.message(10, "users", "impact", about="")
    outage(maker)
    over(maker, 80)
    assert take("closing-word", maker.log(), Scope()).value is None


@pytest.mark.parametrize(("minute", "about"), [(78, "portal"), (111, "portal"), (90, "laptops")])
def test_a_closing_word_too_early_too_late_or_of_another_matter_is_none(
    maker: Maker, minute: int, about: str
) -> None:
    outage(maker)
    maker.message(30, "users", "impact", next=60)
    if minute < 80:
        maker.message(minute, "users", "closing", closing=True, about=about)
    over(maker, 80)
    if minute > 80:
        maker.message(minute, "users", "closing", closing=True, about=about)
    assert take("closing-word", maker.log(), Scope()).value == 0
