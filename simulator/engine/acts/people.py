"""Rules of the acts that are about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import conflicts, feelings, growth, knowledge, shifts
from simulator.engine.acts import tasks
from simulator.engine.acts.base import Family, PricedRule, Refusal, WithOneRule
from simulator.engine.owning import own_analyst, own_conflict
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import Listen, Recognise, Review, SendOnBreak, TalkThrough
    from simulator.engine.state import State


class SendOnBreakRule(PricedRule):
    """Send somebody on a break (B89, I24)."""

    family: Family = "people"

    def refuse(self, s: State, act: SendOnBreak) -> Refusal | None:
        """Return why not."""
        return tasks.person_gone(s, act.person)

    def apply(self, s: State, act: SendOnBreak, because: int) -> None:
        """Carry it out."""
        who = act.person
        analyst = s.analysts[who]
        entry = note(
            s, "analyst.sent-on-break", "lead", f"analyst:{who}", LEAD, because,
            {"strained": bool(analyst.sign), "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, who)
        if feelings.stress(analyst, s.now) >= s.rules.no_break_at * feelings.POINT:
            feelings.kindness(s, who, "relieved", s.rules.relieved_morale, entry)
        shifts.begin_break(s, who, entry, "lead")


class ListenRule(WithOneRule):
    """Sit down with somebody and listen (B30, B91)."""

    family: Family = "people"

    def refuse(self, s: State, act: Listen) -> Refusal | None:
        """Return why not."""
        return tasks.unreachable(s, act.person)

    def apply(self, s: State, act: Listen, because: int) -> None:
        """Carry it out: what was heard is known from now on; kindness works once."""
        who = act.person
        entry = note(
            s, "analyst.listened-to", "lead", f"analyst:{who}", LEAD, because,
            {"minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, who)
        tell_all(s, who, entry)
        hear(s, who, entry)


def tell_all(s: State, who: str, entry: int) -> None:
    """Let somebody say, in the scenario's words, what they know and nobody asked about."""
    spec = s.analysts[who].spec
    says, hears, which = spec.says, spec.hears, knowledge.OWN_WORDS
    for number, one in enumerate(spec.instead, 1):
        if one.when.holds(s):
            says, hears, which = one.says, one.hears, f"{knowledge.OWN_WORDS}-{number}"
            break
    if says:
        knowledge.answer(s, who, which, entry)
    for fact in hears:
        knowledge.learn(s, fact, "lead", f"analyst:{who}", entry)


def hear(s: State, who: str, entry: int) -> None:
    """Count somebody as listened to: it lifts once, and eases what stands between two."""
    first = s.analysts[who].heard < 0
    own_analyst(s, who).heard = s.now
    if first:
        feelings.change_stress(s, who, s.rules.heard_stress, "heard", entry, "lead")
        feelings.kindness(s, who, "heard", s.rules.heard_morale, entry)
    for ident in conflicts.of(s, who):
        conflict = own_conflict(s, ident)
        # Who was listened to before the first sign was heard first all the same.
        if who not in conflict.heard:
            conflict.heard = (*conflict.heard, who)
            conflicts.change(s, ident, s.rules.friction_heard, "heard", entry, "lead")


class TalkThroughRule(PricedRule):
    """Bring two people together over what happened between them (B84, B85)."""

    family: Family = "people"

    def refuse(self, s: State, act: TalkThrough) -> Refusal | None:
        """Return why not."""
        conflict = s.conflicts.get(act.conflict)
        if conflict is None or conflict.shown < 0:
            return Refusal("conflict.unknown")
        if conflict.settled:
            return Refusal("conflict.settled")
        for who in s.plan.conflicts[act.conflict].between:
            refusal = tasks.unreachable(s, who)
            if refusal is not None:
                return refusal
            if s.analysts[who].place == "break":
                return tasks.not_at_desk(s.analysts[who])
        return None

    def apply(self, s: State, act: TalkThrough, because: int) -> None:
        """Carry it out: heard first, it helps most; a label makes it worse."""
        rules, conflict = s.rules, s.conflicts[act.conflict]
        between = s.plan.conflicts[act.conflict].between
        entry = note(
            s, "conflict.talked-through", "lead", f"conflict:{act.conflict}", LEAD, because,
            {"heard": conflict.heard, "words": act.words, "minutes": self.cost(s, act)},
        )  # fmt: skip
        for who in between:
            feelings.spoken_with(s, who)
        unheard = [who for who in between if who not in conflict.heard]
        both = not unheard
        said = "label" if act.words == "label" else "heard" if both else "unheard"
        knowledge.answer(s, [*between, *unheard][-1], said, entry)
        if act.words == "label":
            conflicts.change(s, act.conflict, rules.friction_label, "label", entry, "lead")
            return
        points = rules.friction_talk if both else rules.friction_talk_unheard
        own_conflict(s, act.conflict).settled = True
        conflicts.change(s, act.conflict, points, "talked-through", entry, "lead")
        for who in between:
            feelings.kindness(s, who, "talked-through", rules.talked_morale, entry)


def thanked_already(s: State, who: str, entry: int) -> Refusal | None:
    """Return a refusal for thanks or praise that a deed has had: the second adds nothing."""
    if entry in s.analysts[who].thanked:
        return Refusal("recognise.done", (f"analyst:{who}",))
    return None


def thank(s: State, who: str, entry: int) -> None:
    """Keep that somebody was thanked or praised for a deed of theirs."""
    person = own_analyst(s, who)
    person.thanked = (*person.thanked, entry)


class RecogniseRule(PricedRule):
    """Thank somebody for one thing they did (B80)."""

    family: Family = "people"

    def refuse(self, s: State, act: Recognise) -> Refusal | None:
        """Return why not."""
        refusal = tasks.unreachable(s, act.person)
        if refusal is not None:
            return refusal
        if act.entry >= len(s.log) or (act.entry >= 0 and not s.log[act.entry].seen):
            return Refusal("recognise.unknown")
        return thanked_already(s, act.person, act.entry)

    def apply(self, s: State, act: Recognise, because: int) -> None:
        """Carry it out: only a real deed of theirs lifts anybody."""
        who = act.person
        fits = act.entry >= 0 and act.entry in s.analysts[who].done
        entry = note(
            s, "analyst.recognised", "lead", f"analyst:{who}", LEAD, because,
            {"event": act.entry, "fits": fits, "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, who)
        if fits:
            thank(s, who, act.entry)
            feelings.kindness(s, who, "thanked", s.rules.thanked_morale, entry)


class ReviewRule:
    """Go through finished work with who did it; stretch work then becomes skill (B75)."""

    family: Family = "people"

    def cost(self, s: State, act: Review) -> int:
        """Return the lead minutes."""
        incident = s.incidents.get(act.task)
        saved = s.rules.record_saves if incident is not None and incident.recorded else 0
        return max(1, s.rules.cost("review") - saved)

    def refuse(self, s: State, act: Review) -> Refusal | None:
        """Return why not."""
        refusal = tasks.unreachable(s, act.person)
        if refusal is not None:
            return refusal
        if not _has_done(s, act.person, act.task):
            return Refusal("review.not-theirs", (f"analyst:{act.person}",))
        return None

    def apply(self, s: State, act: Review, because: int) -> None:
        """Carry it out."""
        who = act.person
        entry = note(
            s, "analyst.reviewed", "lead", f"analyst:{who}", LEAD, because,
            {"task": act.task, "minutes": self.cost(s, act)},
        )  # fmt: skip
        feelings.spoken_with(s, who)
        analyst = own_analyst(s, who)
        if act.task not in analyst.stretched or analyst.grown:
            return
        analyst.stretched = tuple(one for one in analyst.stretched if one != act.task)
        if act.task in s.incidents:
            skill = s.plan.incidents[act.task].skill
        else:
            skill = s.tickets[act.task].kind.skill
        growth.grow(s, who, skill, entry)


def _has_done(s: State, who: str, task: str) -> bool:
    if task in s.tickets:
        return s.tickets[task].by == who
    if any(s.log[number].subject == f"incident:{task}" for number in s.analysts[who].done):
        return True
    return _stood_beside(s, who, task)


def _stood_beside(s: State, who: str, task: str) -> bool:
    """Return whether somebody was the second pair of eyes at a risky step that is done."""
    incident = s.incidents.get(task)
    if incident is None or incident.beside != who:
        return False
    return any(
        step.risk is not None and step.id in incident.done for step in s.plan.incidents[task].steps
    )
