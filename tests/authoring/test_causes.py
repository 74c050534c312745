"""One cause is one problem, and the problem names the cause."""

from __future__ import annotations

import pytest

from simulator.authoring.validate import check_texts
from tests.authoring.conftest import BASE, OTHERS, spliced

SAYS = (
    "questions:\n  - {{id: q, to: ana, says: {}, answer: Yes.}}\n"
    "  - {{id: r, to: ana, says: Late?, answer: Ana's word.}}\n"
)


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Return code, place, message and help of each problem."""
    problems = check_texts({"small.yaml": text, **OTHERS}).problems.ordered()
    return [(one.code, str(one.place), one.message, one.help) for one in problems]


@pytest.mark.parametrize(
    ("says", "code", "sign", "cause", "help_"),
    [
        ("It is late: go", "Y004", ": go", "a colon", 'says: "It is late: go"'),
        ('He said: "go"', "Y004", ': "go', "a colon", 'says: "He said: \\"go\\""'),
        ("See issue #12 now", "Y017", "#12", "comment", "quote the text that holds the #"),
        ("'Tis late", "Y015", "'Tis", "opens a quoted text", "in double quotes"),
        ("see [page] two", "Y017", "[page", "inside a text", "quote the text"),
    ],
)
def test_a_text_between_brackets_is_told_by_the_sign_in_it(
    says: str, code: str, sign: str, cause: str, help_: str
) -> None:
    text = spliced(SAYS.format(says))
    ((found, place, message, advice),) = told(text)
    column = text.split("\n")[int(place.partition(":")[0]) - 1].rindex(sign) + 1
    assert (found, int(place.partition(":")[2])) == (code, column)
    assert cause in message
    assert help_ in advice


def test_a_key_on_the_next_line_is_no_colon_in_a_text() -> None:
    ((code, _, message, _),) = told(spliced("services: {portal: Portal\nkind: outage\n"))
    assert (code, message) == ("Y017", 'this "{" is not closed, or a comma is missing')


def test_what_a_misspelt_block_holds_is_there_for_all_that_names_it() -> None:
    text = spliced(
        "storylines:\n  - {id: late, at: 08:40, effects: [{learn: slow}], news: Late.}\n"
        "facts: [{id: slow, text: it is slow}]\nhints: [{for: late, says: Look.}]\n"
        "questions: [{id: q, to: ana, says: Why?, answer: So., when: known.slow}]\n"
    )
    ((code, _, _, help_),) = told(text)
    assert (code, help_) == ("K101", 'did you mean "storyline"?')


def test_a_ticket_among_the_incidents_is_told_as_one() -> None:
    ticket = "  - {id: hall, at: 08:45, subject: Screen, requester: Ana, skill: x, effort: 5 min}\n"
    ((code, place, message, help_),) = told(BASE + ticket)
    assert (code, message) == ("K101", 'unknown key "at" in an incident; this looks like a ticket')
    assert place.endswith(":16")
    assert help_ == "move all of it to  tickets:"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (BASE.replace("scenario: small", "scenario: Small One"), '"title"'),
        (BASE.replace("id: ana", "id: Ana Lopez"), '"name"'),
        (spliced("facts: [{id: Old Node, text: x}]\n"), '"text"'),
    ],
)
def test_the_display_name_goes_into_the_key_that_is_there(text: str, key: str) -> None:
    ((code, _, _, help_),) = told(text)
    assert code == "V210"
    assert f"goes into {key})" in help_


def test_of_many_criteria_those_of_the_competency_are_listed() -> None:
    scene = (
        "storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: When?\n"
        "      criterion: delegation.quiet-rooms\n"
        "      choices: [{id: ask, say: What?, credit: 1}, {id: wait, say: Later., minutes: 1}]\n"
    )
    help_ = next(row[3] for row in told(spliced(scene)) if row[0] == "R319")
    assert "delegation.gives-it-away" in help_
    assert "communication." not in help_
    assert " more" not in help_
