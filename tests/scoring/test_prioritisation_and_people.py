from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.measures import MEASURES
from scoring.rubric import Scope

if TYPE_CHECKING:
    from scoring.log import Log
    from scoring.measures import Figure
    from tests.scoring.conftest import Maker

QUIET = "ticket:batch-44"


def take(name: str, log: Log, kind: str = "", scope: Scope | None = None) -> Figure:
    found = MEASURES[name].take
    assert found is not None
    windows = log.windows_of((kind,)) if kind else [log.whole_shift()]
    return found(log, windows, scope or Scope())


def quiet(maker: Maker) -> None:
    maker.add(37, "ticket.arrived", QUIET, "script", logged=3, channel="portal", skill="apps")
    maker.window(37, "quiet-p1", QUIET, 120)


def triage(maker: Maker, at: int, ticket: str = QUIET) -> int:
    return maker.add(at, "ticket.triaged", ticket, priority=1, logged=3, minutes=2)


def start(maker: Maker, at: int, who: str, **more: int) -> int:
    fields: dict[str, int | str] = {"to": who, "waited": 9, "pulled": True, "first": True, **more}
    return maker.put(at, "ticket.started", QUIET, "world", f"analyst:{who}", fields)


def test_knowing_it_and_a_capable_owner_are_both_needed(maker: Maker) -> None:
    quiet(maker)
    start(maker, 45, "ben")
    known = triage(maker, 70)
    figure = take("capable-owner", maker.log(), "quiet-p1")
    assert (figure.value, figure.evidence) == (33, (known,))


@pytest.mark.parametrize(("before", "value"), [(2, 13), (3, None)])
def test_a_ticket_set_to_p1_is_known_while_few_are(
    maker: Maker, before: int, value: int | None
) -> None:
    quiet(maker)
    for at in range(before):
        maker.add(40 + at, "ticket.prioritised", f"ticket:{at}", priority=1, before=3, minutes=1)
    maker.add(48, "ticket.prioritised", QUIET, priority=1, before=3, minutes=1)
    start(maker, 50, "ben")
    assert take("capable-owner", maker.log(), "quiet-p1").value == value


@pytest.mark.parametrize(("heard", "value"), [(("shut", "bank"), 23), (("shut",), None)])
def test_a_ticket_is_known_once_all_it_tells_was_heard_elsewhere(
    maker: Maker, heard: tuple[str, ...], value: int | None
) -> None:
    maker.add(
        37, "window.opened", QUIET, "script", seen=False, window="quiet", kind="quiet-p1",
        closes=120, facts=("shut", "bank"),
    )  # fmt: skip
    start(maker, 45, "ben")
    for fact in heard:
        last = maker.add(60, "fact.learned", "lead", "world", "stakeholder:ines", fact=fact)
    figure = take("capable-owner", maker.log(), "quiet-p1")
    assert figure.value == value
    assert value is None or figure.evidence == (last,)


def test_an_owner_it_is_taken_from_again_is_no_owner(maker: Maker) -> None:
    """Until it stays; after the window nobody asks any more."""
    quiet(maker)
    triage(maker, 40)
    start(maker, 45, "ben")
    stays = maker.give(60, QUIET, "ana", move="ben")
    maker.give(70, QUIET, "ana", move="ana")
    maker.give(130, QUIET, "ben", move="ana")
    figure = take("capable-owner", maker.log(), "quiet-p1")
    assert (figure.value, figure.evidence) == (23, (stays,))


def test_an_owner_who_cannot_do_it_is_no_owner(maker: Maker) -> None:
    quiet(maker)
    triage(maker, 40)
    start(maker, 45, "cleo", gap=-2)
    given = maker.give(60, QUIET, "ben", move="cleo", gap=1)
    figure = take("capable-owner", maker.log(), "quiet-p1")
    assert (figure.value, figure.evidence) == (23, (given,))


@pytest.mark.parametrize("kind", ["ticket.passed-on", "ticket.let-go"])
def test_an_owner_who_gives_it_up_again_is_no_owner(maker: Maker, kind: str) -> None:
    quiet(maker)
    triage(maker, 40)
    start(maker, 45, "cleo", gap=-1)
    maker.put(52, kind, QUIET, "world", "analyst:cleo", {"from": "cleo", "why": "skill"})
    given = maker.give(60, QUIET, "ben", gap=1)
    figure = take("capable-owner", maker.log(), "quiet-p1")
    assert (figure.value, figure.evidence) == (23, (given,))


def test_a_ticket_never_opened_is_not_known(maker: Maker) -> None:
    quiet(maker)
    start(maker, 45, "ben")
    assert take("capable-owner", maker.log(), "quiet-p1").value is None


@pytest.mark.parametrize(
    ("said", "points"),
    [({}, 3), ({"beside_point": ("seen",)}, 2), ({"too_late": True}, 2),
     ({"beside_point": ("seen",), "too_late": True}, 1)],
)  # fmt: skip
def test_a_reason_that_does_not_bear_and_a_time_too_late_say_nothing(
    maker: Maker, said: dict[str, int | tuple[str, ...]], points: int
) -> None:
    maker.window(25, "way-back", "desk", 135)
    decide(maker, 40, "paper", why=("bank", "seen"), threshold=125, if_fails=True, **said)
    assert take("decision-complete", maker.log(), "way-back").value == points


def decide(maker: Maker, at: int, what: str = "paper", **more: int | tuple[str, ...]) -> int:
    data: dict[str, int | tuple[str, ...]] = {
        "why": (), "threshold": -1, "if_fails": False, "minutes": 2, **more,
    }  # fmt: skip
    fields = {"what": what, **data}
    return maker.put(at, "decision.recorded", "desk", "lead", "", fields)


def test_the_fullest_decision_by_the_closing_counts(maker: Maker) -> None:
    maker.window(25, "way-back", "desk", 135)
    decide(maker, 40)
    full = decide(maker, 75, why=("bank",), threshold=125, if_fails=True)
    log = maker.log()
    assert (take("decision-complete", log, "way-back").value) == 3
    assert take("decision-complete", log, "way-back").evidence == (full,)
    assert take("decision-time", log, "way-back").value == 50


def test_a_window_on_one_decision_ignores_the_others(maker: Maker) -> None:
    maker.window(25, "way-back", "decision:paper", 135)
    decide(maker, 40, "overtime", why=("bank",), threshold=125, if_fails=True)
    assert take("decision-complete", maker.log(), "way-back").value is None


def test_targets_missed_leave_the_incident_out(maker: Maker) -> None:
    maker.add(20, "incident.started", "incident:portal", "script", seen=False, service="portal")
    missed = maker.add(
        90, "ticket.breached", "ticket:desk.4", "world", target="respond", priority=3
    )
    maker.add(91, "ticket.breached", "ticket:portal.2", "world", target="respond", priority=1)
    maker.add(
        92, "ticket.breached", "ticket:x", "world", target="resolve", priority=1, incident="portal"
    )
    log = maker.log()
    assert (take("targets-missed", log).value, take("targets-missed", log).evidence) == (
        1, (missed,),
    )  # fmt: skip
    assert take("targets-missed", log, scope=Scope(priority=frozenset({1}))).value == 0


def test_the_first_ticket_of_an_incident_opened_counts_for_it(maker: Maker) -> None:
    maker.add(20, "incident.started", "incident:portal", "script", seen=False, service="portal")
    maker.window(20, "first-signs", "incident:portal", 60)
    triage(maker, 22, "ticket:desk.3")
    opened = triage(maker, 24, "ticket:portal.1")
    figure = take("first-triage", maker.log(), "first-signs")
    assert (figure.value, figure.evidence) == (4, (opened,))


def test_a_contact_that_is_named_counts_for_its_incident(maker: Maker) -> None:
    maker.add(18, "incident.started", "incident:portal", "script", seen=False, service="portal")
    maker.window(20, "first-signs", "incident:portal", 60)
    maker.add(
        20, "ticket.arrived", "ticket:odd", "script", logged=3, channel="portal", skill="apps",
        part_of="portal",
    )  # fmt: skip
    triage(maker, 22, "ticket:desk.3")
    opened = triage(maker, 25, "ticket:odd")
    figure = take("first-triage", maker.log(), "first-signs")
    assert (figure.value, figure.evidence) == (5, (opened,))


def test_reading_counts_what_was_opened_beside_an_incident_for_nothing(maker: Maker) -> None:
    maker.add(20, "incident.started", "incident:portal", "script", seen=False, service="portal")
    for at, ticket, priority in (
        (18, "before", 3), (30, "one", 3), (32, "two", 4), (34, "found", 1), (36, "portal.2", 3),
        (90, "after", 3),
    ):  # fmt: skip
        maker.add(at, "ticket.triaged", f"ticket:{ticket}", priority=priority, logged=3, minutes=2)
    maker.add(80, "incident.mitigated", "incident:portal", "world", after=60, by="ana")
    figure = take("reading-beside", maker.log())
    assert (figure.value, figure.counted) == (4, 2)


def read(maker: Maker, *tickets: tuple[int, str, int]) -> None:
    for at, ticket, priority in tickets:
        maker.add(at, "ticket.triaged", f"ticket:{ticket}", priority=priority, logged=3, minutes=2)


def test_reading_before_counts_ordinary_tickets_until_the_quiet_one_is_known(maker: Maker) -> None:
    maker.window(20, "quiet-p1", "ticket:odd", 60)
    read(maker, (18, "early", 3), (30, "one", 4), (32, "other", 2), (34, "odd", 1), (41, "late", 3))
    figure = take("reading-before", maker.log(), "quiet-p1")
    assert (figure.value, figure.counted) == (4, 2)


def test_reading_before_a_ticket_nobody_opened_counts_while_it_mattered(maker: Maker) -> None:
    maker.window(20, "quiet-p1", "ticket:odd", 60)
    read(maker, (18, "early", 3), (41, "one", 3), (61, "after", 3))
    assert take("reading-before", maker.log(), "quiet-p1").value == 4


def test_what_was_set_to_p1_is_known_without_opening_it(maker: Maker) -> None:
    maker.window(20, "quiet-p1", "ticket:odd", 60)
    read(maker, (18, "early", 3))
    maker.add(25, "ticket.prioritised", "ticket:odd", priority=1, before=3, minutes=1)
    read(maker, (41, "one", 3))
    assert take("reading-before", maker.log(), "quiet-p1").value == 2


def test_a_matter_is_seen_as_one_once_its_incident_is_known(maker: Maker) -> None:
    maker.window(20, "first-signs", "incident:portal", 60)
    maker.add(24, "incident.known", "incident:door", service="door")
    known = maker.add(33, "incident.known", "incident:portal", service="portal")
    figure = take("seen-as-one", maker.log(), "first-signs")
    assert (figure.value, figure.evidence) == (13, (known,))


def test_a_matter_that_nobody_saw_has_no_figure(maker: Maker) -> None:
    maker.window(20, "first-signs", "incident:portal", 60)
    assert take("seen-as-one", maker.log(), "first-signs").value is None


def test_a_matter_is_seen_and_given_once_it_is_both(maker: Maker) -> None:
    """Whichever comes first; to somebody out of reach it is given to nobody."""
    maker.window(20, "look-alike", "incident:portal", 60)
    maker.give(22, "incident:portal", "cleo", gap=-2)
    assert take("seen-and-given", maker.log(), "look-alike").value is None
    maker.give(26, "incident:portal", "ana", move="cleo")
    assert take("seen-and-given", maker.log(), "look-alike").value is None
    known = maker.add(33, "incident.known", "incident:portal", service="portal")
    maker.give(40, "incident:portal", "ana", move="ana")
    figure = take("seen-and-given", maker.log(), "look-alike")
    assert (figure.value, figure.evidence) == (13, (known,))


def test_a_matter_that_wanders_is_somebodys_once_it_stays(maker: Maker) -> None:
    maker.window(20, "look-alike", "incident:portal", 60)
    maker.add(24, "incident.known", "incident:portal", service="portal")
    maker.give(26, "incident:portal", "ana")
    stays = maker.give(39, "incident:portal", "ben", move="ana")
    figure = take("seen-and-given", maker.log(), "look-alike")
    assert (figure.value, figure.evidence) == (19, (stays,))


@pytest.mark.parametrize(("complete", "value"), [(True, 18), (False, None)])
def test_what_is_put_to_somebody_outside_with_all_they_need_is_somebodys(
    maker: Maker, complete: bool, value: int | None
) -> None:
    maker.window(20, "look-alike", "incident:portal", 60)
    maker.add(24, "incident.known", "incident:portal", service="portal")
    maker.add(
        38, "task.escalated", "stakeholder:boss", task="portal", facts=(), complete=complete,
        again=0, minutes=4,
    )  # fmt: skip
    assert take("seen-and-given", maker.log(), "look-alike").value == value


def test_relief_is_a_break_or_work_taken_off(maker: Maker) -> None:
    maker.window(45, "strained", "analyst:ana", 160)
    maker.add(50, "analyst.sent-on-break", "analyst:ben", strained=False, minutes=1)
    off = maker.give(87, "incident:portal", "cleo", move="ana")
    maker.add(88, "analyst.sent-on-break", "analyst:ana", strained=True, minutes=1)
    figure = take("relief", maker.log(), "strained")
    assert (figure.value, figure.evidence) == (42, (off,))


@pytest.mark.parametrize(("given", "minutes"), [(14, 7), (20, None), (49, None)])
def test_taking_back_what_was_given_just_before_is_no_relief(
    maker: Maker, given: int, minutes: int | None
) -> None:
    maker.give(given, QUIET, "ana")
    maker.put(given + 1, "ticket.started", QUIET, "world", "analyst:ana", {"to": "ana"})
    maker.window(45, "strained", "analyst:ana", 160)
    maker.give(52, QUIET, "cleo", move="ana")
    assert take("relief", maker.log(), "strained").value == minutes


def test_work_somebody_took_by_themselves_is_taken_off_even_when_it_was_given_again(
    maker: Maker,
) -> None:
    maker.put(40, "ticket.started", QUIET, "world", "analyst:ana", {"to": "ana"})
    maker.give(47, QUIET, "ana")
    maker.window(45, "strained", "analyst:ana", 160)
    off = maker.give(52, QUIET, "cleo", move="ana")
    figure = take("relief", maker.log(), "strained")
    assert (figure.value, figure.evidence) == (7, (off,))


def test_a_talk_counts_by_its_time_and_by_how_it_was_held(maker: Maker) -> None:
    maker.window(12, "friction", "conflict:ana-ben", 200)
    maker.add(
        134, "conflict.talked-through", "conflict:ana-ben", heard=("ana", "ben"),
        words="behaviour-and-impact", minutes=10,
    )  # fmt: skip
    log = maker.log()
    assert take("friction-talk", log, "friction").value == 122
    assert take("friction-quality", log, "friction").value == 3


def test_both_are_heard_once_the_second_was_listened_to(maker: Maker) -> None:
    maker.window(12, "both-in", "conflict:ana-ben", 200)

    def listen(minute: int, who: str) -> int:
        entry = maker.add(minute, "analyst.listened-to", f"analyst:{who}", minutes=5)
        maker.add(
            minute, "conflict.changed", "conflict:ana-ben", "world", change=-6, why="heard",
            because=entry, seen=False,
        )  # fmt: skip
        return entry

    listen(8, "ana")
    maker.add(30, "conflict.changed", "conflict:ana-ben", "world", change=2, why="left-alone")
    assert take("both-heard", maker.log(closed=False), "both-in").value is None
    second = listen(40, "ben")
    figure = take("both-heard", maker.log(), "both-in")
    assert (figure.value, figure.evidence) == (28, (second,))


def test_a_label_earns_no_point_for_words(maker: Maker) -> None:
    maker.window(12, "friction", "conflict:ana-ben", 200)
    maker.add(
        40, "conflict.talked-through", "conflict:ana-ben", heard=("ana",), words="label", minutes=10
    )
    assert take("friction-quality", maker.log(), "friction").value == 1


def test_stretch_work_counts_help_and_review(maker: Maker) -> None:
    given = maker.give(87, "incident:portal", "cleo", gap=-1, beside="ben")
    assert take("stretch-work", maker.log(closed=False)).value == 2
    review = maker.add(110, "analyst.reviewed", "analyst:cleo", task="portal", minutes=3)
    figure = take("stretch-work", maker.log())
    assert (figure.value, figure.evidence) == (3, (given, review))


def test_work_somebody_has_done_often_is_no_stretch(maker: Maker) -> None:
    maker.give(27, "incident:portal", "ana", gap=1, beside="ben")
    assert take("stretch-work", maker.log()).value is None


def test_only_asking_somebody_earns_no_points_but_is_observed(maker: Maker) -> None:
    maker.add(50, "analyst.asked", "analyst:cleo", question="how-far", minutes=2)
    log = maker.log()
    assert take("stretch-work", log, scope=Scope(person="cleo")).value == 0
    assert take("stretch-work", log, scope=Scope(person="ben")).value is None


def test_notes_are_weighed_over_all_hand_offs(maker: Maker) -> None:
    bare = maker.give(73, "ticket:a", "ben", move="ana")
    full = maker.give(
        87, "incident:portal", "cleo", move="ana", note=("tested", "changed", "suspected", "next")
    )
    figure = take("hand-off-notes", maker.log())
    assert (figure.value, figure.evidence) == (500, (bare, full))


def test_handing_over_weighs_open_work_and_promises(maker: Maker) -> None:
    maker.add(
        200, "shift.handed-over", "desk", tasks=("a",), open=2, covered=1, promises=True, minutes=5
    )
    assert take("handed-over", maker.log()).value == 667


def test_requests_with_all_evidence_are_a_share(maker: Maker) -> None:
    for complete in (True, False, True, True):
        maker.add(
            70, "task.escalated", "stakeholder:vendor", task="portal", facts=(), complete=complete,
            again=0, minutes=4,
        )  # fmt: skip
    maker.add(
        71, "task.escalated", "stakeholder:box", task="portal", facts=(), complete=False, again=0,
        minutes=4, unread=True,
    )  # fmt: skip
    assert take("requests-complete", maker.log()).value == 750


def test_a_second_pair_of_eyes_below_the_top_has_a_part_in_the_work(maker: Maker) -> None:
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    given = maker.give(27, "incident:portal", "ana", gap=1, beside="cleo")
    figure = take("stretch-work", maker.log(closed=False), scope=Scope(person="cleo"))
    assert (figure.value, figure.evidence) == (2, (given,))
    maker.add(110, "analyst.reviewed", "analyst:cleo", task="portal", minutes=3)
    assert take("stretch-work", maker.log(), scope=Scope(person="cleo")).value == 3


def test_who_is_at_the_top_learns_nothing_new_beside_somebody(maker: Maker) -> None:
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    maker.give(27, "incident:portal", "cleo", gap=1, beside="ana")
    assert take("stretch-work", maker.log(), scope=Scope(person="ana")).value is None
