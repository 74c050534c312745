"""Rules of the talks with one person: one-on-ones, feedback, and answers to a lapse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, knowledge, standards
from simulator.engine.acts import people, tasks
from simulator.engine.acts.base import Family, Refusal, WithOneRule, calling
from simulator.engine.owning import own_analyst
from simulator.engine.records import LEAD
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.acts.shapes import ApplyStandard, GiveFeedback, OneOnOne
    from simulator.engine.log import Value
    from simulator.engine.state import State


class OneOnOneRule:
    """Take time for one person; how much they say depends on their trust (B39, B91)."""

    family: Family = "people"

    def cost(self, s: State, act: OneOnOne) -> int:
        """Return the lead minutes: some for the talk, and some for each topic."""
        topics = s.rules.cost("one-on-one-topic") * len(act.topics)
        return s.rules.cost("one-on-one") + topics + calling(s, act.person)

    def refuse(self, s: State, act: OneOnOne) -> Refusal | None:
        """Return why not: nothing to talk about, or nothing new."""
        refusal = tasks.person_gone(s, act.person)
        if refusal is not None:
            return refusal
        if not act.topics:
            return Refusal("one-on-one.no-topic")
        done = s.analysts[act.person].topics
        if len({*act.topics}) < len(act.topics) or any(one in done for one in act.topics):
            return Refusal("one-on-one.done", (f"analyst:{act.person}",))
        return None

    def apply(self, s: State, act: OneOnOne, because: int) -> None:
        """Carry it out: what they say is known from now on."""
        who, rules, minutes = act.person, s.rules, self.cost(s, act)
        person = own_analyst(s, who)
        openly = person.trust >= rules.open_up_at
        entry = note(
            s, "analyst.one-on-one", "lead", person.ref, LEAD, because,
            {"topics": act.topics, "openly": openly, "minutes": minutes},
        )  # fmt: skip
        first = not person.topics
        person.topics = (*person.topics, *act.topics)
        person.looked_at = s.now
        feelings.spoken_with(s, who)
        for topic in act.topics:
            knowledge.answer(s, who, _said(s, who, topic, openly), entry)
        if "concern" in act.topics and openly:
            people.tell_all(s, who, entry)
        people.hear(s, who, entry)
        if first:
            feelings.change_trust(s, who, rules.talk_trust, entry, "lead")


def _said(s: State, who: str, topic: str, openly: bool) -> str:
    """Return what somebody says on a topic, by what it means."""
    if not openly:
        return "guarded"
    person = s.analysts[who]
    if topic == "workload":
        strained = feelings.stress(person, s.now) >= s.rules.no_break_at * feelings.POINT
        return "too-much" if strained else "load-fine"
    if topic == "morale":
        low = feelings.morale(person, s.now) < s.rules.low_morale * feelings.POINT
        return "low" if low else "mood-fine"
    if topic == "growth":
        return "learning" if person.coaching or person.stretched else "would-learn"
    return "concern" if person.spec.hears else "no-concern"


class GiveFeedbackRule(WithOneRule):
    """Tell somebody what they did, what it led to, and what comes next (B77 to B79, B85, B110)."""

    family: Family = "people"

    def refuse(self, s: State, act: GiveFeedback) -> Refusal | None:
        """Return why not."""
        refusal = tasks.unreachable(s, act.person)
        if refusal is not None:
            return refusal
        if act.entry >= len(s.log) or (act.entry >= 0 and not s.log[act.entry].seen):
            return Refusal("recognise.unknown")
        if act.polarity == "positive":
            return people.thanked_already(s, act.person, act.entry)
        return None

    def apply(self, s: State, act: GiveFeedback, because: int) -> None:
        """Carry it out: a real deed with its effect helps, a figure or an audience costs."""
        person = own_analyst(s, act.person)
        good = act.polarity == "positive"
        fits = act.entry >= 0 and (
            act.entry in person.done if good
            else bool(standards.lapse_of(s, act.entry, act.person))
        )  # fmt: skip
        specific = fits and bool(act.impact) and bool(act.expected)
        asked = person.looked_at >= 0 or person.heard >= 0
        data: dict[str, Value] = {
            "polarity": act.polarity, "event": act.entry, "fits": fits, "specific": specific,
            "venue": act.venue, "from_number": act.from_number, "asked": asked,
            "minutes": self.cost(s, act),
        }  # fmt: skip
        if act.impact:
            data["impact"] = act.impact
        if act.expected:
            data["expected"] = act.expected
        entry = note(s, "analyst.given-feedback", "lead", person.ref, LEAD, because, data)
        feelings.spoken_with(s, act.person)
        if act.from_number and not asked:
            feelings.change_trust(s, act.person, s.rules.number_trust, entry, "lead")
        if good:
            _praise(s, act, fits, specific, entry)
        elif act.venue == "public":
            _shame(s, act.person, entry)
        elif not specific:
            feelings.change_trust(s, act.person, s.rules.vague_trust, entry, "lead")


def _praise(s: State, act: GiveFeedback, fits: bool, specific: bool, entry: int) -> None:
    if fits:
        people.thank(s, act.person, act.entry)
    if specific:
        feelings.kindness(s, act.person, "praised", s.rules.praised_morale, entry)


def _shame(s: State, who: str, entry: int) -> None:
    """Let a correction in front of others cost (B85)."""
    rules = s.rules
    feelings.change_trust(s, who, rules.shamed_trust, entry, "lead")
    for one, colleague in s.analysts.items():
        if one == who or colleague.place == "desk":
            points = rules.shamed_morale[one != who]
            feelings.change_morale(s, one, points, "corrected-in-public", entry, "lead")


class ApplyStandardRule(WithOneRule):
    """Answer a lapse; the same lapse is due the same answer, whoever it was (B83, B86)."""

    family: Family = "people"

    def refuse(self, s: State, act: ApplyStandard) -> Refusal | None:
        """Return why not: no lapse of theirs, or answered already."""
        refusal = tasks.unreachable(s, act.person)
        if refusal is not None:
            return refusal
        if standards.ordered(s, act.entry):
            return Refusal("standard.your-order", (f"analyst:{act.person}",))
        if not standards.lapse_of(s, act.entry, act.person):
            return Refusal("standard.no-lapse", (f"analyst:{act.person}",))
        if act.entry in s.lapses:
            return Refusal("standard.done")
        return None

    def apply(self, s: State, act: ApplyStandard, because: int) -> None:
        """Carry it out."""
        lapse = standards.lapse_of(s, act.entry, act.person)
        entry = note(
            s, "analyst.standard-applied", "lead", f"analyst:{act.person}", LEAD, because,
            {
                "lapse": lapse, "event": act.entry, "response": act.response,
                "equal": standards.equal(s, lapse, act.response), "minutes": self.cost(s, act),
            },
        )  # fmt: skip
        feelings.spoken_with(s, act.person)
        standards.apply(s, act.person, act.entry, lapse, act.response, entry)
