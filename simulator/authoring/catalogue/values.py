"""V: values and units."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.authoring.catalogue.samples import CALM, criterion


def _scene(rows: str) -> str:
    return (
        f"storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: When?\n{rows}"
        "      choices: [{id: ask, say: What do you need?}]\n"
    )


def _member(rows: str) -> str:
    return f"team:\n  - {{id: ana, name: Ana Lopez, {rows}}}\n"


_ITEM = "storyline:\n  - id: news\n    at: {}\n    news: The bank rang.\n"
_QUEUE = "queue:\n  mix:\n    - {{id: vpn, share: {}, skill: network, effort: 20 min}}\n"
_RATE = (
    "incidents:\n  - id: portal\n    name: Portal\n    service: portal\n    skill: network\n"
    "    starts: 08:20\n    contacts: {{ticket: {{skill: network, effort: 8 min}}, "
    "rates: [{{rate: {}}}]}}\n"
    "    steps: [{{id: look, minutes: 5, says: Seen., effect: resolves}}]\n"
)

PAGES = (
    Page(
        "V200",
        "other-value",
        "The value does not fit its key for a reason without a code of its own.",
    ),
    Page(
        "V201",
        "no-unit",
        "A duration names its unit: min or h.",
        wrong=_scene("      within: 10\n"),
        right=_scene("      within: 10 min\n"),
    ),
    Page(
        "V202",
        "unknown-unit",
        ("Units of time are min and h. Time is in whole minutes, so there are no seconds."),
        wrong=_scene("      within: 10 mins\n"),
        right=_scene("      within: 10 min\n"),
    ),
    Page(
        "V203",
        "not-a-duration",
        ("A duration is written 10 min, 2 h, or 1 h 30 min. A clock time is something else."),
        wrong=_scene("      within: 10:30\n"),
        right=_scene("      within: 10 h 30 min\n"),
    ),
    Page(
        "V204",
        "negative-duration",
        "Time does not run backwards.",
        wrong=_scene("      within: -5 min\n"),
        right=_scene("      within: 5 min\n"),
    ),
    Page(
        "V205",
        "not-in-range",
        ("A whole number within bounds belongs here: points go from 0 to 100, skills from 0 to 5."),
        wrong=_member("stress: 0.7"),
        right=_member("stress: 70"),
    ),
    Page(
        "V206",
        "not-a-choice",
        "One of a few words belongs here.",
        wrong="kind: outtage\n",
        right="kind: outage\n",
    ),
    Page(
        "V207",
        "not-yes-or-no",
        (
            "A yes/no setting is written true or false. In this YAML, yes, no, on and "
            "off are ordinary texts."
        ),
        wrong="facts:\n  - {id: a, text: x, technical: no}\n",
        right="facts:\n  - {id: a, text: x, technical: false}\n",
    ),
    Page(
        "V208",
        "number-as-id",
        "An id begins with a letter.",
        wrong="facts:\n  - {id: 0755, text: x}\n",
        right="facts:\n  - {id: r0755, text: x}\n",
    ),
    Page(
        "V209",
        "not-a-share",
        "A share is written with its sign and lies between 0% and 100%.",
        wrong=_member("absent: 0.05"),
        right=_member("absent: 5%"),
    ),
    Page(
        "V210",
        "not-an-id",
        (
            "An id holds a-z, 0-9 and -, begins with a letter, and has at most 64 "
            "characters. What people read goes into name or text."
        ),
        wrong="facts:\n  - {id: Pay Day, text: x}\n",
        right="facts:\n  - {id: pay-day, text: x}\n",
    ),
    Page(
        "V211",
        "no-value",
        ("There is no value here. An unquoted null or ~, and nothing at all, mean that."),
        wrong="facts:\n  - {id: null, text: x}\n",
        right="facts:\n  - {id: nobody, text: x}\n",
    ),
    Page(
        "V212",
        "no-such-time",
        "A day has 24 hours, an hour 60 minutes, and days are Mon to Sun.",
        wrong=_ITEM.format("25:10"),
        right=_ITEM.format("Fri 10:25"),
    ),
    Page(
        "V213",
        "not-a-clock-time",
        "A clock time is written 08:20, or Fri 08:20.",
        wrong=_ITEM.format("half past nine"),
        right=_ITEM.format("09:30"),
    ),
    Page(
        "V214",
        "not-one-text",
        "One text belongs here, not a list or a group of keys.",
        wrong="summary: [one, two]\n",
        right="summary: one, two\n",
    ),
    Page(
        "V215",
        "empty-text",
        "The text says nothing.",
        wrong='summary: " "\n',
        right="summary: A desk on payday.\n",
    ),
    Page(
        "V216",
        "not-a-priority",
        "A priority is P1, P2, P3 or P4.",
        wrong=("tickets:\n  - {id: dock, at: 08:40, skill: desk, effort: 9 min, logged: 2}\n"),
        right=("tickets:\n  - {id: dock, at: 08:40, skill: desk, effort: 9 min, logged: P2}\n"),
    ),
    Page(
        "V217",
        "not-a-rate",
        "A rate is written 18 per hour, or 0.3 per min.",
        wrong=_RATE.format("18"),
        right=_RATE.format("18 per hour"),
    ),
    Page(
        "V218",
        "span-without-two-ends",
        "A span has two ends.",
        wrong=_ITEM.format("{between: [08:40]}"),
        right=_ITEM.format("{between: [08:40, 08:50]}"),
    ),
    Page(
        "V219",
        "span-backwards",
        "The first end of a span comes first.",
        wrong=(
            "stakeholders:\n  - id: cfo\n    name: Marta Lind\n"
            "    audience: executive\n"
            "    answer: {after: {between: [20 min, 10 min]}}\n"
        ),
        right=(
            "stakeholders:\n  - id: cfo\n    name: Marta Lind\n"
            "    audience: executive\n"
            "    answer: {after: {between: [10 min, 20 min]}}\n"
        ),
    ),
    Page(
        "V220",
        "no-such-anchor",
        (
            "A moment is told from an incident or a written ticket; a window is about a "
            "person, a conflict, an incident, a ticket, the desk or the lead."
        ),
        wrong=_ITEM.format("{after: portal, by: 5 min}"),
        right=_ITEM.format("{after: incident.portal, by: 5 min}"),
    ),
    Page(
        "V221",
        "bands-overlap",
        "Both ends of a band count, so two levels may not share a figure.",
        wrong=criterion("choice-credit", ("[2, 3]", "[2, 2]", "[1, 1]", "[0, 0]")),
        right=CALM,
    ),
    Page(
        "V222",
        "bands-do-not-fit",
        (
            "Together the bands of a criterion hold every figure once, and get better in "
            "one direction. On an author's basis level 1 has no band: only an unused "
            "window earns it."
        ),
        wrong=criterion("choice-credit", ("[3, 3]", "[2, 2]", "[0, 0]", "[1, 1]")),
        right=CALM,
    ),
    Page(
        "V223",
        "not-a-band",
        "A band has two ends, the lower one first; null is no end.",
        wrong=criterion("choice-credit", ("[3, 2]", "[1, 1]", "[0, 0]", "null")),
        right=CALM,
    ),
    Page(
        "V224",
        "shares-do-not-add-up",
        (
            "The shares of a mix, of the hours of a day and of priorities add up to 100%; the "
            "five business days of a week have a mean of 100%."
        ),
        wrong=_QUEUE.format("60%"),
        right=_QUEUE.format("100%"),
    ),
    Page(
        "V225",
        "shift-without-length",
        "A shift ends after it begins and lasts at most a day.",
        wrong="clock: {starts: Fri 08:00, ends: Fri 08:00}\n",
        right="clock: {starts: Fri 08:00, ends: Fri 11:30}\n",
    ),
    Page(
        "V226",
        "four-levels",
        "A criterion has the levels 4, 3, 2 and 1, each once.",
        wrong=CALM.replace("value: 1", "value: 2"),
        right=CALM,
    ),
    Page(
        "V227",
        "wrong-count",
        "There are two people in a conflict, 24 hours in a day, and 7 days in a week.",
        wrong=(
            "conflicts:\n"
            "  - {id: row, between: [ana], friction: 30, sign_at: 08:10, sign: "
            "Silence.}\n"
        ),
        right=(
            "conflicts:\n"
            "  - {id: row, between: [ana, ben], friction: 30, sign_at: 08:10, sign: "
            "Silence.}\n"
        ),
    ),
    Page(
        "V228",
        "too-few-or-too-many",
        "A list holds fewer than belong here, often none at all, or more.",
        wrong="team: []\n",
        right="team:\n  - {id: ana, name: Ana Lopez}\n",
    ),
    Page(
        "V229",
        "two-kinds-of-queue",
        (
            "A queue has a profile with a mix, or it is a plain one: so many an hour, and an "
            "effort for all of them."
        ),
        wrong="queue:\n  poisson: 20 per hour\n  effort: exponential 20 min\n  per_day: 80\n",
        right="queue:\n  poisson: 2 per hour\n  effort: exponential 20 min\n",
    ),
    Page(
        "V230",
        "row-of-three",
        "A row of a house file's matrix has one priority for each urgency: high, medium, low.",
    ),
    Page(
        "V231",
        "more-tickets-than-a-shift-holds",
        (
            "The queue and the contacts of incidents send more tickets than a shift can hold: five "
            "thousand, which is far more than a desk with one lead ever sees."
        ),
        wrong="queue:\n  poisson: 2000 per hour\n  effort: 1 min\n",
        right="queue:\n  poisson: 2 per hour\n  effort: 20 min\n",
    ),
)
