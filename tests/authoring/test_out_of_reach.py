"""A yes that nobody can give and a word that nobody wrote are told before anybody plays."""

from __future__ import annotations

import pytest

from simulator.authoring.validate import check_texts
from tests.authoring.conftest import OTHERS, spliced

PEOPLE = "stakeholders:\n  - {{id: boss, name: Robert Hale, audience: {}{}}}\n"
WINDOW = (
    "windows:\n  - {id: w, kind: p1-knowable, subject: incident.portal, opens: 08:25, "
    "closes: 9:20}\n"
)
NEXT = "{id: a, element: next-update, text: At nine., audiences: "
WAY = (
    "incidents:\n  - {id: portal, name: Portal, service: portal, skill: network, starts: 08:20, "
    "steps: [{id: look, minutes: 5, says: Seen., effect: resolves}], "
    "ways: [{id: back, kind: rollback, text: take it back, allowed_by: boss}]}\n"
)  # fmt: skip


def told(example: str) -> list[tuple[str, str]]:
    """Return code and message of each problem."""
    problems = check_texts({"small.yaml": spliced(example), **OTHERS}).problems.ordered()
    return [(one.code, one.message) for one in problems]


@pytest.mark.parametrize(
    ("power", "whose"),
    [
        ("declare", "authority: {ask: {declare: boss}}\n"),
        ("back", WAY),
        ("freeze", "changes: [{id: freeze, text: a change, at: 09:00, allowed_by: boss}]\n"),
    ],
)
def test_a_power_of_somebody_who_never_answers_is_told(power: str, whose: str) -> None:
    ((code, message),) = told(whose + PEOPLE.format("manager", ""))
    assert (code, f'nobody can allow "{power}"' in message) == ("L535", True)
    assert told(whose + PEOPLE.format("manager", ", answer: {after: 9 min, says: Yes.}")) == []
    assert told(whose + PEOPLE.format("manager", ", unread: true")) == []


@pytest.mark.parametrize(
    ("windows", "wording", "codes"),
    [
        (WINDOW, "{id: a, element: impact, text: It is slow.}", ["L536"]),
        ("", "{id: a, element: impact, text: It is slow.}", []),
        (WINDOW, f"{NEXT}[vendor]}}", ["L536"]),
        (
            WINDOW,
            f"{NEXT}[executive, users]}}",
            [],
        ),
    ],
    ids=["none", "no opportunity", "for others", "for them"],
)
def test_a_next_update_that_is_looked_for_has_a_wording(
    windows: str, wording: str, codes: list[str]
) -> None:
    assert [code for code, _ in told(f"{windows}messages: [{wording}]\n")] == codes


QUEUE = "queue: {poisson: 3 per hour, effort: 20 min}\n"
UNKNOWN = "facts: [{id: payday, text: salaries are paid today}]\n"


@pytest.mark.parametrize(
    ("blocks", "says"),
    [
        (f"{QUEUE}acts: [assign, triage]\n", '"brief" is not among the acts, and'),
        (f"{QUEUE}{UNKNOWN}", "no fact is known at the start, and"),
        (f"{QUEUE}acts: [assign, brief]\n", ""),
        (f"{QUEUE}{UNKNOWN}rubric: {{without: [prioritisation.keeps-the-queue]}}\n", ""),
        ("acts: [assign, triage]\n", ""),
    ],
    ids=["no act", "no reason", "both", "not looked for", "no queue"],
)
def test_an_order_of_work_that_is_looked_for_can_be_said_with_a_reason(
    blocks: str, says: str
) -> None:
    messages = [message for code, message in told(blocks) if code == "L537"]
    assert [message.startswith(says) for message in messages] == ([True] if says else [])


@pytest.mark.parametrize(("words", "codes"), [(150, []), (151, ["L520"])])
def test_a_briefing_many_times_as_long_as_it_reads_well_is_told(
    words: int, codes: list[str]
) -> None:
    half = " ".join(["word"] * (words // 2)), " ".join(["word"] * (words - words // 2))
    assert [code for code, _ in told(f"briefing: [{half[0]}, {half[1]}]\n")] == codes
