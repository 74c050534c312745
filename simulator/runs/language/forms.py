"""How each kind of act stands in a line: one table for reading, writing and help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from simulator.engine.acts.shapes import SHAPES, improve, team
from simulator.runs.language import lookups as a
from simulator.runs.language.slots import Clock, Got, OneOf, Slot, Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.runs.language.desk import Desk

STYLE = OneOf("HOW", "a style", ("show", "alongside", "on-call", "hand-over"))
ORDER = OneOf("ORDER", "an order of work", ("impact", "oldest", "own"))
TOPICS = OneOf("TOPICS", "a topic", get_args(team.Topic), many=True)
STEP = OneOf("STEP", "a step of coaching", get_args(team.CoachStep))
POLARITY = OneOf("POLARITY", "a kind of feedback", get_args(team.Polarity))
IMPACT = OneOf("ON", "somebody it had an effect on", get_args(team.Impact)[1:])
EXPECTED = OneOf("NEXT", "something to expect", get_args(team.Expected)[1:])
RESPONSE = OneOf("RESPONSE", "an answer to a lapse", get_args(team.Response))
NEED = OneOf("NEED", "something to ask a manager for", get_args(team.Need))
TREND = OneOf("WHAT", "something to study", get_args(improve.Trend))
RULE = OneOf("RULE", "a sort of rule", ("route", "only", "allow", "escalate", "tell"))
ROLE = OneOf("ROLE", "a role", ("lead", "operations", "communications", "scribe"))
WAYS_TO_SAY = OneOf("WORDS", "a way to say it", ("behaviour-and-impact", "label"))

BY_WHOM = OneOf("HOW", "a way to confirm it", ("users", "monitoring"))


@dataclass(frozen=True, slots=True)
class Place:
    """A value that stands at its place, without a word before it."""

    field: str
    slot: Slot
    optional: bool = False
    """Whether it may be left out; the shape's own default then stands, or `otherwise`."""
    otherwise: Callable[[Desk, Got], object] | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A value with a word before it: `due 08:55` or `due=08:55`."""

    field: str
    """A field of the act; `note.tested` for a part of its note."""
    key: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Flag:
    """A bare word that sets a field."""

    field: str
    key: str
    value: object


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of act is written."""

    word: str
    """Its first word."""
    example: str
    places: tuple[Place, ...] = ()
    words: tuple[Word, ...] = ()
    flags: tuple[Flag, ...] = ()
    elements: bool = False
    """Whether `kind=wording` parts of a message follow."""

    def keyed(self) -> list[Word | Flag]:
        """Return the parts that begin with a word of their own."""
        return [*self.words, *self.flags]

    def usage(self) -> str:
        """Return the line with the names of its parts, the optional ones in brackets."""
        parts = [self.word]
        for place in self.places:
            label = place.slot.label
            parts.append(f"[{label}]" if place.optional else label)
        parts += [f"[{word.key} {word.slot.label}]" for word in self.words]
        parts += [f"[{flag.key}]" for flag in self.flags if flag.key != "note"]
        if self.elements:
            parts.append("PART=WORDING …")
        return " ".join(parts)


GIVING = (
    Word("outcome", "outcome", a.OUTCOME),
    Word("due", "due", Clock()),
    Word("check_in", "check-in", Clock()),
    Word("may", "may", a.PERMITS),
    Word("beside", "beside", a.PERSON),
    Word("note.tested", "tested", a.FACTS),
    Word("note.changed", "changed", a.FACTS),
    Word("note.suspected", "suspected", a.FACTS),
    Word("note.next", "next", a.FACTS),
)
GIVE = (Place("task", a.TASK), Place("to", a.PERSON), Place("style", STYLE, optional=True))
NOTE = (Flag("note", "note", True),)

FORMS: Mapping[str, Form] = {
    "brief": Form("brief", "brief impact",
        (Place("order", ORDER, optional=True),),
        (Word("why", "why", a.FACT),)),
    "triage": Form("triage", "triage 204", (Place("ticket", a.TICKET),)),
    "set-priority": Form("priority", "priority 204 1",
        (Place("ticket", a.TICKET), Place("priority", Whole("PRIORITY", 1, 4, "p")))),
    "link": Form("link", "link portal", (Place("incident", a.INCIDENT),)),
    "phones": Form("phones", "phones mei off", (Place("person", a.PERSON),),
        flags=(Flag("on", "on", True), Flag("on", "off", False))),
    "defer": Form("defer", "defer 209 10:40 why urgent-first",
        (Place("ticket", a.TICKET), Place("until", Clock(), optional=True)),
        (Word("why", "why", a.REASON),)),
    "decline": Form("decline", "decline 209 why not-ours",
        (Place("ticket", a.TICKET),), (Word("why", "why", a.REASON),)),
    "assign": Form("assign",
        "assign portal priya on-call outcome node-and-why due 08:55 check-in 08:47",
        GIVE, GIVING, NOTE),
    "reassign": Form("reassign", "reassign 207 mei on-call note", GIVE, GIVING, NOTE),
    "go-ahead": Form("go", "go priya", (Place("task", a.WAITING),),
        (Word("expires", "expires", Clock()),)),
    "reserve": Form("reserve", "reserve mei p1 until 11:00",
        (Place("person", a.PERSON), Place("work", a.PURPOSE, optional=True)),
        (Word("until", "until", Clock()),)),
    "standing-order": Form("order", "order route what network who priya",
        (Place("rule", RULE),),
        (Word("what", "what", a.MATTER), Word("who", "who", a.ANYBODY),
         Word("after", "after", Whole("MINUTES", 1)))),
    "lift-order": Form("lift", "lift 1", (Place("order", Whole("NUMBER", 1)),)),
    "give-role": Form("role", "role portal communications mei",
        (Place("incident", a.INCIDENT), Place("role", ROLE), Place("to", a.ANY_HANDS))),
    "pair": Form("pair", "pair aisha mei until 11:00",
        (Place("person", a.PERSON), Place("senior", a.PERSON)), (Word("until", "until", Clock()),)),
    "check-in": Form("check-in", "check-in priya", (Place("person", a.PERSON),)),
    "take": Form("take", "take 216", (Place("task", a.TASK),)),
    "leave": Form("leave", "leave"),
    "message": Form("message",
        "message cfo portal impact=one-in-three time=unknown next=09:37",
        (Place("to", a.AUDIENCE), Place("about", a.ABOUT, optional=True)), elements=True),
    "answer": Form("answer", "answer cfo-calls 2",
        (Place("scene", a.SCENE), Place("choice", a.CHOICE))),
    "not-now": Form("not-now", "not-now cfo-calls", (Place("scene", a.SCENE),)),
    "acknowledge": Form("ack", "ack 204", (Place("ticket", a.TICKET),)),
    "ask": Form("ask", "ask marta needs",
        (Place("who", a.ANYBODY), Place("question", a.QUESTION, True, a.usual_question))),
    "escalate": Form("escalate", "escalate portal paylane facts only-node-c,bad-certificate",
        (Place("task", a.TASK), Place("to", a.OUTSIDE)),
        (Word("asks", "asks", a.ASKS), Word("facts", "facts", a.FACTS))),
    "hand-over": Form("hand-over", "hand-over 204,portal facts payday",
        (Place("tasks", a.TASKS, optional=True),), (Word("facts", "facts", a.FACTS),),
        (Flag("promises", "no-promises", False),)),
    "declare": Form("declare", "declare portal 1",
        (Place("incident", a.INCIDENT),
         Place("severity", Whole("SEVERITY", 1, 4), optional=True))),
    "workaround": Form("workaround", "workaround portal try-again",
        (Place("incident", a.INCIDENT), Place("way", a.WAY))),
    "investigate": Form("investigate", "investigate portal node-c",
        (Place("incident", a.INCIDENT), Place("theory", a.THEORY, optional=True))),
    "set-severity": Form("severity", "severity portal 1",
        (Place("incident", a.INCIDENT), Place("severity", Whole("SEVERITY", 1, 4)))),
    "rollback": Form("rollback", "rollback portal old-release if-fails try-again",
        (Place("incident", a.INCIDENT), Place("way", a.ROLLBACK)),
        (Word("if_fails", "if-fails", a.WAY),), (Flag("knowing", "knowing", True),)),
    "reverse": Form("reverse", "reverse portal try-again",
        (Place("incident", a.INCIDENT), Place("way", a.IN_PLACE))),
    "verify": Form("verify", "verify portal users",
        (Place("incident", a.INCIDENT), Place("how", BY_WHOM, optional=True))),
    "freeze-change": Form("freeze", "freeze router-update", (Place("change", a.CHANGE),)),
    "unfreeze-change": Form("unfreeze", "unfreeze router-update", (Place("change", a.CHANGE),)),
    "call-vendor": Form("call", "call paylane portal answer-p1 facts only-node-c",
        (Place("to", a.OUTSIDE), Place("incident", a.INCIDENT), Place("clause", a.CLAUSE)),
        (Word("facts", "facts", a.FACTS),)),
    "join": Form("join", "join portal mei",
        (Place("incident", a.INCIDENT), Place("person", a.PERSON))),
    "release": Form("release", "release portal mei",
        (Place("incident", a.INCIDENT), Place("person", a.PERSON))),
    "hold-review": Form("hold-review",
        "hold-review portal with priya,mei factors no-alarm do alarm owners mei days 14",
        (Place("incident", a.INCIDENT),),
        (Word("people", "with", a.PEOPLE), Word("factors", "factors", a.FACTORS),
         Word("remedies", "do", a.REMEDIES), Word("owners", "owners", a.PEOPLE),
         Word("days", "days", Whole("DAYS", 0, 365, many=True)))),
    "decide": Form("decide", "decide paper-fallback why bank-cut-off at 10:05 if-fails call-bank",
        (Place("what", a.DECISION),),
        (Word("why", "why", a.REASONS), Word("threshold", "at", Clock()),
         Word("if_fails", "if-fails", a.FALLBACK))),
    "send-on-break": Form("break", "break priya", (Place("person", a.PERSON),)),
    "listen": Form("listen", "listen tomas", (Place("person", a.PERSON),)),
    "talk-through": Form("talk", "talk priya-tomas",
        (Place("conflict", a.CONFLICT),
         Place("words", WAYS_TO_SAY, optional=True))),
    "recognise": Form("thank", "thank mei 181",
        (Place("person", a.PERSON), Place("entry", Whole("ENTRY"), optional=True))),
    "review": Form("review", "review aisha portal",
        (Place("person", a.PERSON), Place("task", a.DONE))),
    "one-on-one": Form("one-on-one", "one-on-one tomas workload,concern",
        (Place("person", a.PERSON), Place("topics", TOPICS, optional=True))),
    "coach": Form("coach", "coach aisha network show 190",
        (Place("person", a.PERSON), Place("skill", a.SKILL), Place("step", STEP),
         Place("ticket", a.EVERY_TICKET, optional=True))),
    "give-feedback": Form("feedback", "feedback tomas positive 181 impact user expect keep-on",
        (Place("person", a.PERSON), Place("polarity", POLARITY),
         Place("entry", Whole("ENTRY"), optional=True)),
        (Word("impact", "impact", IMPACT), Word("expected", "expect", EXPECTED)),
        (Flag("venue", "public", "public"), Flag("from_number", "from-number", True))),
    "apply-standard": Form("standard", "standard mei 181 reminder",
        (Place("person", a.PERSON), Place("entry", Whole("ENTRY")),
         Place("response", RESPONSE, optional=True))),
    "ask-overtime": Form("stay", "stay mei 30",
        (Place("person", a.PERSON), Place("minutes", Whole("MINUTES"), optional=True))),
    "protect": Form("protect", "protect priya 09:30",
        (Place("person", a.PERSON), Place("until", Clock()))),
    "ask-manager": Form("manager", "manager dana person facts payday",
        (Place("to", a.OUTSIDE), Place("need", NEED)),
        (Word("task", "task", a.TASK), Word("what", "what", a.ASKS),
         Word("facts", "facts", a.FACTS))),
    "write-article": Form("article", "article vpn priya reviewer tomas",
        (Place("of", a.KIND), Place("author", a.PERSON)),
        (Word("reviewer", "reviewer", a.PERSON),)),
    "open-problem": Form("problem", "problem vpn tickets 204,207",
        (Place("of", a.KIND_OR_INCIDENT),), (Word("tickets", "tickets", a.EVERY_TICKETS),)),
    "propose-automation": Form("automate", "automate vpn", (Place("of", a.KIND),)),
    "study": Form("study", "study case-mix priya",
        (Place("what", TREND), Place("person", a.PERSON, optional=True))),
    "sample-tickets": Form("sample", "sample priya", (Place("person", a.PERSON),)),
    "withdraw": Form("undo", "undo", (Place("number", Whole("NUMBER")),)),
}  # fmt: skip
"""Every kind of act with its line."""

SHAPE_OF: Mapping[str, Any] = {shape.kind: shape for shape in SHAPES}
"""Every kind of act with its dataclass."""

KIND_OF: Mapping[str, str] = {
    **{kind: kind for kind in FORMS},
    **{form.word: kind for kind, form in FORMS.items()},
}
"""First words and what kind of act they begin."""

PART_KINDS = (
    "impact", "risk", "known", "unknown", "action", "time", "next-update", "ask", "closing",
)  # fmt: skip
"""The kinds of a message's elements."""

PART_ALSO: Mapping[str, str] = {"next": "next-update", "eta": "time", "close": "closing"}
"""Shorter words for them."""
