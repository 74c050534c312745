"""The picture of the desk, without an app."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.engine.acts import shapes
from simulator.engine.seen import InHand
from simulator.tui import say, second_pair, snapshot
from simulator.tui.closing import closing_words
from simulator.tui.crew import doing
from simulator.tui.pacing import Pacing
from simulator.tui.picture import MOST_ROWS, ticket_lines
from simulator.tui.shown import StripShown
from simulator.tui.speech import proper_words, spoken_assignment, spoken_message
from simulator.tui.telling import told
from simulator.tui.widgets.edge import frame_line
from simulator.tui.widgets.header import header_content
from simulator.tui.widgets.lines import gaps, pack
from tests.tui.fakes import CFO, LOG, PORTAL, FakeSight, entry, person, ticket


def take(sight: FakeSight, find: str = "") -> snapshot.Snapshot:
    return snapshot.take(sight, Pacing(lambda: 0.0), find=find)


def test_the_queue_reads_as_in_the_playthrough() -> None:
    rows = take(FakeSight()).rows
    assert [(row.mark, row.number, row.priority, row.who, row.left) for row in rows[:5]] == [
        ("●", "INC", "P1", "Priya", "20 min"),
        ("", "216", "P2", "YOU", "1 h 50"),
        ("", "194", "P3", "Aisha", "31 min"),
        ("", "191", "P3", "Tomas", "1 h 22"),
        ("", "190", "P3", "(Priya)", "1 h 39"),
    ]
    assert rows[0].subject == "Payroll portal (11)"
    assert rows[-1].who == "–"


def test_a_missed_target_is_a_sign_and_not_only_a_colour() -> None:
    sight = FakeSight(queue=(ticket("late", 300, 3, "Late", "", -65),))
    row = take(sight).rows[1]
    assert (row.mark, row.left) == ("!", "-1 h 05")


def test_people_show_signs_and_never_figures() -> None:
    priya = take(FakeSight()).people[0]
    assert priya.waits == "WAITS FOR YOU 8 min"
    assert priya.signs == "no break yet"
    assert not any(character.isdigit() for character in priya.signs)


def test_roles_stand_at_the_people_who_have_them_and_at_the_incident() -> None:
    held = (("lead", "tomas"), ("scribe", "tomas"), ("communications", "mei"))
    shot = take(FakeSight(open_incidents=(PORTAL._replace(roles=held),)))
    assert {one.id: one.roles for one in shot.people if one.roles} == {
        "tomas": "incident lead, scribe", "mei": "communications",
    }  # fmt: skip
    assert shot.rows[0].extra == "led by Tomas"


def test_what_was_declined_stands_last_and_says_so() -> None:
    gone = ticket("old", 186, 4, "Second screen", "", -20, state="declined")
    row = take(FakeSight(refused=(gone,))).rows[-1]
    assert (row.mark, row.number, row.subject) == ("", "186", "Declined: Second screen")
    assert (row.who, row.left, row.tone) == ("–", "closed", "quiet")


def test_somebody_who_has_just_come_in_is_said_to_be() -> None:
    assert take(FakeSight()).people[-1].doing == "just in"


def test_what_is_addressed_to_you_is_a_need_until_it_is_put_off() -> None:
    sight = FakeSight(open_scenes=(CFO,))
    assert snapshot.needs(sight) == {"scene:cfo-calls", "word:priya"}
    sight.open_scenes = (replace(CFO, put_off=True),)
    assert snapshot.needs(sight) == {"word:priya"}
    assert take(sight).talks == 1


def test_an_act_queued_stands_in_the_agenda_line() -> None:
    sight = FakeSight(hand=InHand(8, shapes.Message("cfo"), 58, 62, 4))
    before, hint, after = take(sight).agenda
    assert before == "message to CFO, 2 min left"
    assert hint == ""
    assert after == " · next promise 09:09"


def test_the_agenda_line_names_what_is_due_first_be_it_a_promise_or_a_look_in() -> None:
    assert take(FakeSight(owed=(), people=())).agenda[2] == ""
    sight = FakeSight(people=(person("tomas", agreed_check_in=61),))
    assert take(sight).agenda[2] == " · next look-in 09:01"


def test_with_free_hands_the_line_says_who_asks() -> None:
    before, hint, _ = take(FakeSight(hand=None)).agenda
    assert before.startswith("free · Priya asks: Expired cert on C.")
    assert hint == "go-ahead"


def test_finding_leaves_what_contains_the_letters() -> None:
    assert [row.number for row in take(FakeSight(), find="AISHA").rows] == ["194"]


def test_a_huge_queue_shows_two_hundred_rows_and_counts_the_rest() -> None:
    many = tuple(ticket(f"desk.{i}", i, 3, f"Ticket {i}", "", 30) for i in range(1000))
    shot = take(FakeSight(queue=many))
    assert len(shot.rows) == MOST_ROWS
    assert shot.hidden == 1001 - MOST_ROWS


def test_snapshots_of_the_same_minute_are_equal() -> None:
    assert take(FakeSight()) == take(FakeSight())


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 min"),
        (59, "59 min"),
        (60, "1 h 00"),
        (305, "5 h 05"),
        (-4, "-4 min"),
        (-60, "-1 h 00"),
    ],
)
def test_spans_are_short(minutes: int, text: str) -> None:
    assert say.span(minutes) == text
    assert len(text) <= 7


@pytest.mark.parametrize("width", [30, 50, 60, 80, 81, 120])
def test_the_header_never_outgrows_its_line(width: int) -> None:
    sight = FakeSight(open_scenes=(CFO,))
    line = header_content(take(sight), width).plain
    assert len(line) <= width
    assert "Waiting 6" in line


@pytest.mark.parametrize("width", [4, 20, 78])
def test_a_frame_line_is_exactly_as_wide_as_asked(width: int) -> None:
    for kind in ("top", "middle", "bottom"):
        line = frame_line(kind, width, "A label that is rather long", "Fri 09:00")
        assert len(line) == width
        assert line[0] in "┌├└"
        assert line[-1] in "┐┤┘"


def test_footer_gaps_shrink_from_the_end_before_a_word_goes() -> None:
    assert gaps([5, 5, 5], 20) == [1, 2, 2]
    assert gaps([5, 5, 5], 19) == [1, 2, 1]
    assert gaps([5, 5, 5], 17) == [1, 2]
    assert gaps([5, 5, 5], 3) == []


def test_the_strip_packs_what_fits_and_stops() -> None:
    entries = take(FakeSight()).strip
    two = pack(entries, 80, 2)
    assert two == [
        " 08:54 Jonas took #207 · 08:52 Priya: Expired cert on C. And now?",
        " 08:47 You looked in on Priya · 08:45 You told Priya to go ahead",
    ]
    assert len(pack(entries, 20, 2)) == 2
    assert all(len(line) <= 20 for line in pack(entries, 20, 2))


def test_arrivals_stay_out_of_the_strip_unless_they_are_urgent() -> None:
    came = (
        entry(8, 58, "ticket.arrived", "ticket:dock", "", logged=3),
        entry(7, 57, "ticket.arrived", "ticket:desk.2", "", logged=2),
    )
    shot = take(FakeSight(happened=(*came, *FakeSight().happened)))
    assert shot.strip[0].text == "#190 came in"
    assert [one.sort for one in shot.strip][:2] == ["", "took"]


def test_without_room_routine_is_told_in_few_words_and_gives_way_to_what_is_for_you() -> None:
    routine = (
        StripShown("09:05", "Jonas took #207", "took"),
        StripShown("09:04", "Sam took #211", "took"),
        StripShown("09:03", "#224 is closed", "done"),
        StripShown("09:02", "#225 is closed", "done"),
    )
    for_you = StripShown("09:01", "Marta Lind: a word with you", "loud")
    assert pack((*routine, for_you), 62, 2) == [
        " 09:05 Jonas took #207, Sam #211 · 09:03 #224, #225 are closed",
        " 09:01 Marta Lind: a word with you",
    ]
    third = StripShown("09:02", "#226 is closed", "done")
    assert pack((*routine, third), 80, 1)[0].endswith("#224, #225, #226 are closed")
    assert pack((*routine, for_you), 40, 1) == [" 09:01 Marta Lind: a word with you"]


def test_what_came_to_nothing_stands_first_and_names_the_act() -> None:
    failed = entry(9, 52, "act.failed", "lead", "lead", act="take", number=7,
                   code="ticket.resolved", minutes=4)  # fmt: skip
    sight = FakeSight(happened=(*LOG[:2], failed))
    shot = snapshot.take(sight, Pacing(lambda: 0.0), given={7: (shapes.Take("dock"), "")})
    assert shot.strip[0].sort == "alert"
    assert shot.strip[0].text == "Came to nothing: #216 yourself. That ticket is done."


def test_who_is_on_a_break_shows_no_missing_one() -> None:
    resting = person("priya", place="break", until=70, signs=("no-break",))
    (shown,) = snapshot.take(FakeSight(people=(resting,)), Pacing(lambda: 0.0)).people
    assert (shown.doing, shown.signs) == ("break, 09:10", "")


def test_a_shift_ends_with_how_things_stand() -> None:
    words = closing_words(FakeSight(now=210))
    assert "It is 11:30." in words
    assert "Payroll portal: still open." in words
    assert "You still owe a word to CFO and users." in words
    over = replace(FakeSight(), open_incidents=(PORTAL._replace(state="mitigated"),))
    assert "Payroll portal: works again." in closing_words(over)
    safe = replace(over, open_incidents=(over.open_incidents[0]._replace(unbroken=True),))
    assert "Payroll portal: is in order." in closing_words(safe)


def test_what_came_to_nothing_names_whom_the_reason_is_about() -> None:
    failed = entry(9, 52, "act.failed", "lead", "lead", act="assign", number=7,
                   code="assign.has-somebody", minutes=1, who="analyst:tomas")  # fmt: skip
    given = {7: (shapes.Assign("dock", "aisha"), "")}
    shot = snapshot.take(FakeSight(happened=(failed,)), Pacing(lambda: 0.0), given=given)
    reason = "Tomas has it; move it instead."
    assert shot.strip[0].text == f"Came to nothing: #216 to Aisha. {reason}"


def test_a_sender_without_a_name_is_told_by_the_way_they_came() -> None:
    sight = FakeSight()
    (story,) = (one for one in sight.world.storyline if one.id == "cfo-calls")
    assert story.scene is not None
    walks_in = replace(story.scene, sender="", channel="walk-up")
    sight.world = replace(sight.world, storyline=(replace(story, scene=walks_in),))
    opened = entry(5, 52, "scene.opened", "", "", scene="cfo-calls", sender="", until=57,
                   channel="walk-up")  # fmt: skip
    answered = entry(6, 56, "scene.answered", "", "lead", scene="cfo-calls", choice="promise",
                     credit=1, minutes=3)  # fmt: skip
    assert told(sight, opened) == "Somebody at your desk: a word with you"
    assert told(sight, answered) == "You answered somebody at your desk"


def test_what_you_would_say_holds_outcome_freedom_limits_and_times() -> None:
    said = spoken_assignment(
        "Priya", "show", "find out which node it is", ["take a node out"], "08:55", "08:47",
        second_pair.does("Tomas", incident=True),
    )  # fmt: skip
    assert said == (
        "Priya, find out which node it is. By 08:55, please. Report each step to me before you go "
        "on. You may take a node out without asking me. For a risky step Tomas comes and checks it "
        "with you. I'll look in at 08:47."
    )


def test_a_message_reads_as_sentences_after_a_name() -> None:
    assert spoken_message("Marta", ["One in three cannot log in", "I have no time yet."]) == (
        "Marta, one in three cannot log in. I have no time yet."
    )
    assert spoken_message("Marta", ["I ring at 09:09"]) == "Marta, I ring at 09:09."
    names = proper_words(["The shop in Northgate was told two things.", "It works. Everybody can."])
    assert names == {"Northgate"}
    assert spoken_message("Greta", ["Northgate works"], names) == "Greta, Northgate works."
    assert spoken_message("Greta", ["Some work"], names) == "Greta, some work."
    assert spoken_message("", ["VPN works again"]) == "VPN works again."
    assert spoken_message("Marta", ["A server is out"], {"A"}) == "Marta, a server is out."
    assert spoken_message("Marta", ["", " "]) == ""


@pytest.mark.parametrize(
    ("requester", "channel", "told"),
    [
        ("Ines Duarte", "phone", "From Ines Duarte by phone, 08:30"),
        ("Ines Duarte", "walk-up", "From Ines Duarte in person, 08:30"),
        ("", "portal", "Through the portal, 08:30"),
        ("", "chat", "By chat, 08:30"),
    ],
)
def test_a_ticket_names_its_sender_where_there_is_one(
    requester: str, channel: str, told: str
) -> None:
    one = ticket("a", 1, 3, "Nothing prints", "", 30, requester=requester, channel=channel)
    assert ticket_lines(one, FakeSight())[0].startswith(told)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"place": "talk", "on": "desk.5"}, "with you"),
        ({"remote": True}, "free, at home"),
        ({"remote": True, "on": "desk.5"}, "#194, at home"),
    ],
)
def test_the_team_shows_who_sits_with_you_and_who_works_from_home(
    known: dict[str, Any], told: str
) -> None:
    sight = FakeSight()
    assert doing(person("aisha", **known), sight, say.Labels.of(sight)) == told
