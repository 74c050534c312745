"""L53x and L54x: what is out of reach, for people and for a playbook."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.authoring.catalogue.samples import CALM, criterion


def _speeds(skill: str) -> str:
    """Return a team that can do one thing, and a queue that needs another."""
    return (
        f"skills: {{apps: Applications, printers: Printers, network: Network}}\n"
        f"team:\n  - {{id: ana, name: Ana Lopez, speeds: {{{skill}: 100%, network: 100%}}}}\n"
        "queue: {poisson: 2 per hour, effort: 20 min, skill: apps}\n"
    )


_QUEUE = "queue: {poisson: 3 per hour, effort: exponential 20 min}\n"


def _asked(answer: str) -> str:
    """Return an act that is somebody's to allow."""
    return (
        "authority: {ask: {declare: boss}}\nstakeholders:\n"
        f"  - {{id: boss, name: Robert Hale, audience: manager{answer}}}\n"
    )


def _worded(wording: str) -> str:
    """Return an opportunity for a first word, and one wording."""
    return (
        "windows:\n  - {id: w, kind: p1-knowable, subject: incident.portal, opens: 08:25, "
        f"closes: 09:20}}\nmessages: [{wording}]\n"
    )


def _expects(rhythm: str) -> str:
    return (
        "stakeholders:\n  - {id: cfo, name: Marta Lind, audience: executive, "
        f"expects: {{P1: {rhythm}}}}}\n"
    )


PAGES = (
    Page(
        "L530",
        "nobody-can",
        "Everybody's `speeds` say what they can do, and none names the skill that this work needs. "
        "Proved.",
        wrong=_speeds("printers"),
        right=_speeds("apps"),
    ),
    Page(
        "L531",
        "too-much-work",
        "In every seed that was looked at, the work that arrives takes half as long again as the "
        "team has minutes, even if each ticket went to whoever is fastest at it.",
        wrong="queue: {poisson: 60 per hour, effort: exponential 20 min}\n",
        right=_QUEUE,
    ),
    Page(
        "L532",
        "target-out-of-reach",
        "More than half of these tickets take longer than their target, even for whoever is "
        "fastest at them and without a minute of waiting.",
        wrong="queue: {poisson: 0.7 per hour, effort: 130 min, priority: P1}\n",
        right="queue: {poisson: 2 per hour, effort: 20 min, priority: P1}\n",
    ),
    Page(
        "L533",
        "never-satisfied",
        "Somebody wants to hear from the lead more often than the lead can speak. Proved.",
        wrong=_expects("every 2 min"),
        right=_expects("every 30 min"),
    ),
    Page(
        "L534",
        "level-out-of-reach",
        "A level asks for more than the measure can ever be: a share has 1000 thousandths, the "
        "credit of choices 3 points. Proved.",
        wrong=criterion("choice-credit", ("[4, null]", "[3, 3]", "[1, 2]", "[0, 0]")),
        right=CALM,
    ),
    Page(
        "L535",
        "nobody-can-allow",
        "A permit, a way out or another power is somebody's to allow who never answers a request: "
        "they have no `answer`. Whoever asks them is refused, and the work stops there. Proved.",
        wrong=_asked(""),
        right=_asked(", answer: {after: 10 min, says: Yes.}"),
    ),
    Page(
        "L536",
        "no-next-update",
        "A criterion looks for the minute of the next update, and the scenario has wordings but "
        "none for it: `next=09:37` still names the minute, and the message has no sentence that "
        "says so.",
        wrong=_worded("{id: slow, element: impact, text: logins are slow.}"),
        right=_worded('{id: next, element: next-update, text: "I write again at {time}."}'),
    ),
    Page(
        "L537",
        "no-order-with-reason",
        "A criterion looks for an order of work that is said with its reason, and nobody can say "
        "one: `brief` is not among the acts, or no fact is known at the start that could be the "
        "reason.",
        wrong=f"acts: [assign, triage]\n{_QUEUE}",
        right=f"acts: [assign, brief, triage]\n{_QUEUE}",
    ),
    Page(
        "L540",
        "playbook-line",
        "A line of the playbook is not understood in any run: its first word is no act, a part is "
        "missing or too many, or a word of the language is misspelt. The reference leads leave "
        "such a line out without a word, and calibrate looks better or worse than it should.",
        wrong="playbook: [{at: 08:10, do: [breif impact]}]\n",
        right="playbook: [{at: 08:10, do: [brief impact]}]\n",
    ),
    Page(
        "L541",
        "playbook-name",
        "A line of the playbook names somebody or something that no run of this scenario has. What "
        "only a run can show, such as the number of a ticket, is not looked at.",
        wrong="playbook: [{at: 08:30, do: [assign portal anna hand-over]}]\n",
        right="playbook: [{at: 08:30, do: [assign portal ana hand-over]}]\n",
    ),
    Page(
        "L542",
        "playbook-time",
        "A line of the playbook names a time at which the shift has not begun, or is over.",
        wrong="playbook: [{at: 08:30, do: [assign portal ana hand-over due 12:40]}]\n",
        right="playbook: [{at: 08:30, do: [assign portal ana hand-over due 10:40]}]\n",
    ),
    Page(
        "L543",
        "playbook-act-not-used",
        "`acts` lists the acts that this scenario uses, and a line of the playbook gives another: "
        "it is refused in every run.",
        wrong="acts: [assign]\nplaybook: [{at: 08:10, do: [brief impact]}]\n",
        right="acts: [assign, brief]\nplaybook: [{at: 08:10, do: [brief impact]}]\n",
    ),
)
