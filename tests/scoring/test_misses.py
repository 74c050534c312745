"""What is told as not done was not done: no sentence of a miss is contradicted by the log."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from scoring.assess import fill
from scoring.debrief.happened import missed_in
from scoring.debrief.misses import MISSES, unused_words
from scoring.debrief.moment import Case
from scoring.log import bare, listed, whole
from scoring.measures import MEASURES
from scoring.measures.common import GIVEN, of_incident, span_of
from scoring.unused import told
from tests.scoring.said import Said
from tests.scoring.thinned import SHIPPED, thinned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scoring.debrief.missed import Missed
    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from scoring.rubric import Rubric
    from simulator.engine.log import LogEntry

LEADS = ("expert", "steady", "by-the-book", "box-ticker", "gauge-chaser", "micromanager")
ASKED = ("task.escalated", "stakeholder.asked")


def given(said: Said) -> list[LogEntry]:
    """Return the acts by which the matter was given away."""
    high = (said.times() or [said.log.end])[0]
    return [entry for entry in said.done(*GIVEN, high=high) if entry.subject == said.matter]


def led(said: Said) -> list[LogEntry]:
    """Return what was about an incident and is not named as what stood beside."""
    over = span_of(said.log, said.matter)[1]
    low, high = 0, over
    if "between" in said.text:
        low, high = (said.times()[0] + 1, said.times()[1] - 1)
    elif "while it lasted" not in said.text:
        high = said.times()[0]
    beside = said.text.partition("othing")[0]
    named = {
        "giving it away": GIVEN, "looking in": ("analyst.checked-in",),
        "answers to people outside": ("stakeholder.told",),
        "words with the team": ("analyst.asked", "analyst.reviewed", "analyst.got-help"),
    }  # fmt: skip
    fine = [kind for name, kinds in named.items() if name in beside for kind in kinds]
    tickets = "single tickets" in beside
    return [
        entry for entry in said.done(low=low, high=high)
        if entry.kind not in fine and entry.actor == "lead" and told(entry)
        and (said.about(entry)
             or (not tickets and of_incident(said.log, entry.subject) == said.matter))
    ]  # fmt: skip


def written(said: Said) -> list[LogEntry]:
    """Return the messages to those hearers about the matter."""
    low = said.times()[0] if "from" in said.text else 0
    return [
        entry for entry in said.done("message.sent", low=low)
        if entry.subject in said.hearers
        and entry.data.get("about", "") in ("", bare(said.matter), said.matter)
    ]  # fmt: skip


def asked(said: Said) -> list[LogEntry]:
    """Return what was asked of somebody, after the window's opening where it says again."""
    after = said.miss.window.opened if "again" in said.text else -1
    return [
        entry for entry in said.done(*ASKED, "message.sent")
        if entry.subject == said.hearers[0] and entry.number > after
        and (entry.kind in ASKED or "ask" in listed(entry.data.get("elements")))
    ]  # fmt: skip


def asked_about(said: Said) -> list[LogEntry]:
    return [e for e in asked(said) if e.kind != "stakeholder.asked" and said.about(e)]


def opened(said: Said) -> list[LogEntry]:
    return [
        entry for entry in said.done("ticket.triaged", "incident.declared")
        if said.matter in (entry.subject, of_incident(said.log, entry.subject))
    ]  # fmt: skip


def relieved(said: Said) -> list[LogEntry]:
    return [
        entry for entry in said.done("analyst.sent-on-break", *GIVEN)
        if entry.number > said.miss.window.opened
        and (entry.data.get("from") == said.person != entry.data.get("to")
             or entry.subject == f"analyst:{said.person}")
        and not lent(said, entry)
    ]  # fmt: skip


def lent(said: Said, move: LogEntry) -> bool:
    """Return whether a move only takes back what the lead gave lately: that is no less work."""
    return any(
        entry.subject == move.subject and entry.data.get("to") == said.person
        and said.miss.window.opens - 30 <= entry.at and entry.number < move.number
        for entry in said.log.of(*GIVEN)
    )  # fmt: skip


def heard(said: Said) -> list[LogEntry]:
    """Return who of the two was listened to, beside the one who is named."""
    return [
        entry for entry in said.done("analyst.listened-to")
        if bare(entry.subject) in bare(said.matter).split("-")
        and said.miss.telling.thing(entry.subject) not in said.text.partition("only ")[2]
    ]  # fmt: skip


def grown(said: Said) -> list[LogEntry]:
    return [
        entry for entry in said.done(*GIVEN, high=said.log.end)
        if entry.data.get("to") == said.person and entry.data.get("priority") in (1, 2)
    ]  # fmt: skip


def kept(said: Said) -> list[LogEntry]:
    """Return the entry by which an able person had a ticket at the end, and kept it."""
    about = [e for e in said.log.about(said.matter) if e.at <= said.times()[-1]]
    turns = [e for e in about if e.kind in (*GIVEN, "ticket.started", "ticket.parked",
                                            "ticket.refused")]  # fmt: skip
    later = [e for e in said.log.about(said.matter) if turns and e.number > turns[-1].number]
    gave_up = any(e.kind in ("ticket.passed-on", "ticket.let-go") for e in later)
    able = [e for e in turns[-1:] if whole(e.data.get("gap"), -9) >= -1]
    return [] if gave_up else able


def of_kind(kind: str) -> Callable[[Said], list[LogEntry]]:
    """Return what finds any act of a kind."""
    return lambda said: said.done(kind)


def looked(said: Said) -> list[LogEntry]:
    agreed = [e for e in said.done(*GIVEN) if whole(e.data.get("check_in"), -1) >= 0]
    return [*agreed, *said.done("analyst.checked-in")]


def promised(said: Said) -> list[LogEntry]:
    anybody = "anybody" in said.text
    return [e for e in said.done("promise.made") if anybody or e.subject in said.hearers]


def was_known(said: Said) -> list[LogEntry]:
    return [e for e in said.log.about(said.matter)
            if e.kind == "incident.known" and e.at <= said.times()[-1]]  # fmt: skip


def asked_here(said: Said) -> list[LogEntry]:
    """Return the entries of the kind that a pattern asks for."""
    pattern = said.miss.criterion.pattern
    return [e for e in said.log.of(pattern.entry if pattern else "") if e.at <= said.times()[-1]]


def decided(said: Said) -> list[LogEntry]:
    wanted = bare(said.matter) if "on this" in said.text else ""
    return [e for e in said.done("decision.recorded") if wanted in ("", e.data.get("what"))]


def way_shown(said: Said) -> list[LogEntry]:
    """Return the workarounds for the matter, and the messages that tell of one."""
    return [
        entry for entry in said.done("incident.workaround", "message.sent")
        if said.about(entry) and entry.data.get("way")
    ]  # fmt: skip


AGAINST: dict[str, Callable[[Said], list[LogEntry]]] = {
    r"You gave it to nobody": given,
    r"(Beside .+, n|N)othing that you did was about": led,
    r"You sent .+ no (update|first word|word)": written,
    r"You asked .+ for nothing before|You did not ask .+ again after": asked,
    r"You did not ask .+ for help with": asked_about,
    r"You put no workaround in place for": way_shown,
    r"You opened none of|You did not open": opened,
    r"After .+ you neither sent": relieved,
    r"You heard neither|Of .+, you heard only": heard,
    r"You gave .+ no .+ work": grown,
    r"You (looked at it|knew what it is) at .+; it was with nobody": kept,
    r"You agreed with nobody": looked,
    r"You promised no next word": promised,
    r".+ was not known for one matter": was_known,
    r"You wrote down no decision": decided,
    r"You did not hand the shift over": of_kind("shift.handed-over"),
    r"You did not bring .+ together": of_kind("conflict.talked-through"),
    r"You asked nobody outside": of_kind("task.escalated"),
    r"Nothing of what is asked here|You learned nothing new|You opened no ticket": asked_here,
}
"""What would make a sentence false, by how it begins."""

TELLS = (
    r"At \d\d:\d\d ", r"In between, ", r"You gave it to (?!nobody)",
    r"You (looked at it|knew what it is) at [\d:]+\.",
    r"It was known for one matter at", r"You worked on it yourself", r".+ took it unasked at",
    r"What you wrote to", r"You wrote to .+, and named no time", r".+ had it by then, unopened",
    r"You took it back at", r"It made (no difference|things worse)",
    r"It asked no more of", r"You promised .+ a word by", r"You agreed to look in",
)  # fmt: skip
"""Beginnings of sentences that tell an entry."""


def misses(log: Log, telling: Telling, rubric: Rubric) -> Iterator[Missed]:
    """Yield every window of a shift that was left unused, as the debrief would tell it."""
    for criterion in rubric.criteria:
        filling = fill(log, criterion)
        for window in log.windows_of(criterion.windows):
            if filling.level is None or window.opened not in filling.evidence:
                continue
            found = missed_in(Case(log, telling, criterion, filling, False), window)
            figure = MEASURES[criterion.measure].figure(log, [window], criterion)
            if found is not None and figure.value is None:
                yield found[0]


def false_sentences(miss: Missed) -> list[str]:
    """Return the sentences about a miss that an entry contradicts, or that no rule here knows."""
    wrong: list[str] = []
    for text in unused_words(miss):
        rules = [find for start, find in AGAINST.items() if re.match(start, text)]
        if not rules and not any(re.match(start, text) for start in TELLS):
            wrong.append(f"not known: {text}")
        for find in rules:
            wrong += [
                f"{text} BUT {one.at} {one.kind} {one.data}" for one in find(Said(miss, text))
            ]
    return wrong


def against(scenario: str, plays: int, start: int) -> tuple[int, list[str]]:
    """Return how many misses there were in some thinned plays, and the sentences that are false."""
    rng = random.Random(start)
    count = 0
    wrong: list[str] = []
    for _ in range(plays):
        lead, seed, keep = rng.choice(LEADS), rng.randrange(1, 40), rng.choice((0.2, 0.4, 0.6, 0.8))
        for miss in misses(*thinned(scenario, lead, seed, keep)):
            count += 1
            wrong += [f"{lead} {seed} {keep} {miss.criterion.id}: {one}"
                      for one in false_sentences(miss)]  # fmt: skip
    return count, wrong


@pytest.mark.parametrize("scenario", SHIPPED)
def test_nothing_that_was_done_is_told_as_not_done(scenario: str) -> None:
    count, wrong = against(scenario, 10, 1)
    assert count > 0
    assert wrong == []


@pytest.mark.deep
@pytest.mark.parametrize("scenario", SHIPPED)
def test_nothing_that_was_done_is_told_as_not_done_in_many_shifts(scenario: str) -> None:
    count, wrong = against(scenario, 200, 2)
    assert count > 200
    assert wrong == []


def test_every_measure_that_can_find_nothing_has_words_for_it() -> None:
    always = {
        "choice-credit", "needless-updates", "pulled-in-order", "reading-before",
        "reading-beside", "targets-missed", "untrue", "wrong-doors",
    }  # fmt: skip
    assert set(MEASURES) - set(MISSES) == always
