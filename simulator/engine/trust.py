"""What stakeholders expect, what they were promised, and how far they trust the desk.

A promise is a debt with a due minute. Trust falls when a word is due and none comes, and recovers
more slowly than it falls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance, hearsay
from simulator.engine.owning import own_promise, own_stakeholder
from simulator.engine.records.outside import Promise
from simulator.engine.state import CLOCK_PHASE, STORY_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.state import State


def change_trust(
    state: State, who: str, points: int, why: str, because: int, cause: Cause = "world"
) -> None:
    """Change a stakeholder's trust, in points; `why` is one of `ledger.REASONS`.

    `because` is the entry that brought it about: the ledger leads from the one to the other.
    """
    if not points:
        return
    one = own_stakeholder(state, who)
    before = one.trust
    one.trust = min(100, max(0, before + points))
    note(
        state, "stakeholder.trust-changed", cause, f"stakeholder:{who}", "desk", because,
        {"change": one.trust - before, "trust": one.trust, "why": why}, seen=False,
    )  # fmt: skip
    limit = state.plan.stakeholders[who].takes_over
    if limit is not None and one.trust < limit.below:
        plan_due(state, state.now, STORY_PHASE, "take-over", who, because)


def concerned(state: State, incident: str) -> list[str]:
    """Return the stakeholders who expect updates on an incident of this severity."""
    spec = state.plan.incidents[incident]
    if spec.quiet:
        return []
    return [s.id for s in state.world.stakeholders if spec.severity in s.expects]


def expect(state: State, incident: str, _version: int) -> None:
    """Handle the minute from which an incident can be known: everybody's clock starts."""
    if state.incidents[incident].state != "open":
        return
    severity = state.plan.incidents[incident].severity
    for who in concerned(state, incident):
        if state.stakeholders[who].due < 0:
            _wait_for_word(state, who, state.now + state.plan.stakeholders[who].expects[severity])


def _wait_for_word(state: State, who: str, due: int, promised: bool = False) -> None:
    one = own_stakeholder(state, who)
    one.due, one.promised = due, promised
    one.version += 1
    minute = due + state.rules.promise_grace
    if minute <= state.world.length:
        plan_due(state, minute, CLOCK_PHASE, "word-due", who, one.version)
    incident = burning(state, who)
    if incident:
        from simulator.engine.roles import plan_update  # roles build on trust

        plan_update(state, who, incident, due)


def put_off(state: State, who: str, minutes: int) -> None:
    """Let somebody wait longer for the next word, unless a time for it was promised."""
    one = state.stakeholders[who]
    if one.due >= 0 and not one.promised:
        _wait_for_word(state, who, one.due + minutes)


def burning(state: State, who: str) -> str:
    """Return an open incident on which this stakeholder expects updates; "" for none."""
    for ident, incident in state.incidents.items():
        if incident.state == "open" and who in concerned(state, ident):
            return ident
    return ""


def waits_for_word(state: State, who: str) -> bool:
    """Return whether an incident is open on which this stakeholder expects updates."""
    return bool(burning(state, who))


def word_due(state: State, who: str, version: int) -> None:
    """Handle the minute by which a word was expected."""
    one = state.stakeholders[who]
    if one.version != version or not burning(state, who):
        return
    rules = state.rules
    first = "silent" not in one.told
    if first:
        mine = own_stakeholder(state, who)
        mine.told = (*mine.told, "silent")
    if not one.promised:  # the broken promise itself has cost its points
        entry = note(
            state, "update.missed", "world", f"stakeholder:{who}", "desk", -1, {"due": one.due}
        )
        points = rules.trust_late if first else rules.trust_silent
        change_trust(state, who, points, "missed" if first else "silent", entry)
        if first:
            _lose_patience(state, who, entry)
            hearsay.pass_on(state, who, burning(state, who), entry)
    _wait_for_word(state, who, state.now + rules.silent_every - rules.promise_grace)


def _lose_patience(state: State, who: str, because: int) -> None:
    """Plan the minute at which somebody who hears nothing calls, or comes to the desk."""
    patience = state.plan.stakeholders[who].patience
    if patience is None:
        return
    mine = own_stakeholder(state, who)
    words = chance.drawn(state.seed, state.luck, "patience", who, mine.waited)
    mine.waited += 1
    minute = state.now + chance.within(words[0], patience.after)
    if minute <= state.world.length:
        plan_due(state, minute, STORY_PHASE, "come", who, because)


def promise(state: State, who: str, due: int, what: str, about: str, because: int) -> None:
    """Note that a word (or a result) is owed."""
    entry = note(
        state, "promise.made", "lead", f"stakeholder:{who}", "lead", because,
        {"due": due, "what": what},
    )  # fmt: skip
    number = len(state.promises)
    state.promises[number] = Promise(state.owner, number, who, about, due, what, entry)
    minute = due + state.rules.promise_grace
    if minute <= state.world.length:
        plan_due(state, minute, CLOCK_PHASE, "promise-due", str(number))
    if what == "update":
        _wait_for_word(state, who, due, promised=True)


def promise_due(state: State, number: str, _version: int) -> None:
    """Handle the minute after which a promise is broken."""
    one = state.promises[int(number)]
    if one.state != "open":
        return
    mine = own_promise(state, int(number))
    if one.what == "result" and _delivered(state, one.about, one.due):
        mine.state = "kept"
        note(
            state, "promise.kept", "world", f"stakeholder:{one.to}", "desk", one.entry,
            {"early": 0, "due": one.due, "how": "done"},
        )  # fmt: skip
        change_trust(state, one.to, state.rules.trust_kept, "kept", one.entry)
        return
    mine.state = "broken"
    entry = note(
        state, "promise.broken", "world", f"stakeholder:{one.to}", "desk", one.entry,
        {"due": one.due},
    )  # fmt: skip
    points = state.rules.trust_broken if one.what == "result" else state.rules.trust_late
    change_trust(state, one.to, points, "broken", entry)
    if one.what == "update":
        _lose_patience(state, one.to, entry)


def _delivered(state: State, about: str, due: int) -> bool:
    incident = state.incidents.get(about)
    if incident is not None:
        return 0 <= incident.mitigated <= due
    ticket = state.tickets.get(about)
    return ticket is not None and 0 <= ticket.resolved <= due


def _how(state: State, word: int) -> str:
    """Return how a word came: in a message or an answer of the lead's, or some other way."""
    entry = state.log[word]
    if entry.kind == "message.sent":
        return "sent"
    return "said" if entry.cause == "lead" else "told"


def word_given(
    state: State, who: str, about: str, because: int, next_at: int = -1, closing: bool = False
) -> None:
    """Count a word to a stakeholder: promises kept, the first word, the next one expected."""
    rules = state.rules
    for number, one in list(state.promises.items()):
        in_time = state.now <= one.due + rules.promise_grace
        if one.to == who and one.state == "open" and one.what == "update" and in_time:
            own_promise(state, number).state = "kept"
            early = max(0, one.due - state.now)
            how = _how(state, because)
            cause: Cause = "world" if how == "told" else "lead"
            actor = "desk" if how == "told" else "lead"
            entry = note(
                state, "promise.kept", cause, f"stakeholder:{who}", actor, because,
                {"early": early, "due": one.due, "how": how},
            )  # fmt: skip
            change_trust(state, who, rules.trust_kept, "kept", entry)
    mine = own_stakeholder(state, who)
    mine.last_word = state.now
    mine.told = tuple(one for one in mine.told if one != "silent")
    incident = state.incidents.get(about)
    if incident is not None and about not in mine.about:
        mine.about = (*mine.about, about)
        hearsay.pass_on(state, who, about, because)
        if incident.state == "open":
            spec = state.plan.incidents[about]
            fast = state.now - incident.starts - spec.knowable <= rules.first_word
            points = rules.trust_first_fast if fast else rules.trust_first
            change_trust(state, who, points, "first-word", because)
    if closing and incident is not None and f"closed:{about}" not in mine.told:
        mine = own_stakeholder(state, who)
        mine.told = (*mine.told, f"closed:{about}")
        change_trust(state, who, rules.trust_closing, "closed", because)
    mine = own_stakeholder(state, who)
    mine.version += 1
    mine.due, mine.promised = -1, False
    if next_at >= 0:
        promise(state, who, next_at, "update", about, because)
    else:
        still = burning(state, who)
        if still:
            severity = state.plan.incidents[still].severity
            _wait_for_word(state, who, state.now + state.plan.stakeholders[who].expects[severity])


def closing_due(state: State, incident: str, mitigated: int) -> None:
    """Handle the minute by which the end of an incident is to be told; the entry says its end.

    Where it did not last there is no end to tell.
    """
    if state.incidents[incident].mitigated != state.log[mitigated].at:
        return
    for who in concerned(state, incident):
        if f"closed:{incident}" not in state.stakeholders[who].told:
            change_trust(state, who, state.rules.trust_no_closing, "not-closed", mitigated)


def taken_back(state: State, incident: str, because: int) -> None:
    """Count a closing word that has proved untrue: the trouble is there again."""
    for who, one in state.stakeholders.items():
        if f"closed:{incident}" in one.told:
            mine = own_stakeholder(state, who)
            mine.told = tuple(word for word in mine.told if word != f"closed:{incident}")
            change_trust(state, who, state.rules.trust_broken, "relapsed", because)
