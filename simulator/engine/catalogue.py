"""The catalogue of the log: every kind of entry, its fields, and the sentence that tells it.

One table: the source of `docs/log.md`, of the loader's suggestions, and of every screen's and
report's words for what happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.log import Cause

FieldType = Literal["int", "str", "bool", "list"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry's data."""

    type: FieldType
    says: str
    """What it means, with its unit."""
    refers: str = ""
    """What an id in it names: analyst, ticket, task, fact, stakeholder, scene, act ...; `minute`
    for a minute of the shift."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry."""

    name: str
    causes: frozenset[Cause]
    subject: str
    """What the subject is: ticket, analyst, stakeholder, incident, lead, desk ..."""
    fields: Mapping[str, Field]
    sentence: str
    """How it is told: {subject}, {actor} and the fields are filled in; "" for never told."""
    since: int = 1
    """Epoch in which it appeared."""


def number(says: str, refers: str = "", optional: bool = False) -> Field:
    """Return a whole-number field."""
    return Field("int", says, refers, optional)


def text(says: str, refers: str = "", optional: bool = False) -> Field:
    """Return a text field, an id or one of a few words."""
    return Field("str", says, refers, optional)


def flag(says: str, optional: bool = False) -> Field:
    """Return a yes/no field."""
    return Field("bool", says, "", optional)


def many(says: str, refers: str = "", optional: bool = False) -> Field:
    """Return a list of ids or numbers."""
    return Field("list", says, refers, optional)


SPENT = number("lead minutes it took")

TERMS: Mapping[str, Field] = {
    "to": text("who gets it", "analyst"),
    "style": text("show, alongside, on-call, hand-over"),
    "outcome": text("outcome asked for", "", True),
    "due": number("minute by which it is wanted", "minute", True),
    "check_in": number("minute agreed for a look", "minute", True),
    "may": many("steps allowed beforehand", "", True),
    "beside": text("second pair of eyes", "analyst", True),
    "fit": number("steps of freedom too tight (+) or too loose (-)"),
    "gap": number("skill minus difficulty"),
    "priority": number("priority as known"),
    "minutes": SPENT,
    "acknowledged": flag("the person said yes"),
}
"""On what terms a task was given away."""


def _kinds() -> tuple[Kind, ...]:
    script, world, lead, default = "script", "world", "lead", "default"

    def k(name: str, causes: str, subject: str, sentence: str = "", **fields: Field) -> Kind:
        return Kind(name, frozenset(causes.split()), subject, fields, sentence)  # type: ignore[arg-type]

    return (
        # The shift ----------------------------------------------------------------------------
        k("shift.opened", script, "desk", "The shift begins",
          minutes=number("length of the shift, minutes"),
          starts=number("minute of the week at which it begins"),
          team=many("analysts on the roster", "analyst"),
          absent=many("analysts who called in sick", "analyst"),
          skills=many("`analyst:skill:points`, in roster order"),
          limits=many("`analyst:limit`, tickets at a time, in roster order"),
          stakeholders=many("`stakeholder:audience`"),
          expects=many("`stakeholder:priority:minutes` between updates"),
          trust=many("`stakeholder:points` at the start"),
          respond=many("response targets P1 to P4, minutes"),
          resolve=many("resolution targets P1 to P4, minutes"),
          windows=many("windows of this seed: `id:kind:opens:closes`")),
        k("shift.closed", world, "desk", "The shift ends",
          open=number("tickets still open"), resolved=number("tickets resolved")),
        k("window.opened", script, "", "",
          window=text("id of the window"), kind=text("kind of the window"),
          closes=number("minute at which it closes")),
        k("window.closed", script, "", "", window=text("id of the window")),
        k("window.prevented", world, "", "",
          window=text("id of the window"), kind=text("kind of the window")),
        k("desk.reading", world, "desk", "",
          waiting=number("tickets that wait for somebody"),
          open=number("tickets not resolved"),
          oldest=number("age of the oldest open ticket, minutes"),
          breached=number("targets missed so far"),
          trust=number("mean trust of the stakeholders, points"),
          morale=number("mean morale of the team, points"),
          stress=number("highest stress in the team, points"),
          friction=number("highest friction between two, points"),
          trusts=many("`stakeholder:points`"), morales=many("`analyst:points`"),
          stresses=many("`analyst:points`"), frictions=many("`conflict:points`"),
          lead=many("lead's minutes by family so far: `family:minutes`")),
        k("story.told", "script world", "desk", "{text}", text=text("id of the storyline item",
          "news")),
        k("flag.set", "world lead default", "desk",
          "", flag=text("the flag"), on=flag("set or not")),
        # The lead's acts ----------------------------------------------------------------------
        k("act.given", lead, "lead", "", act=text("kind of the act"), number=number("its number"),
          about=text("what it is about", "any", True), minutes=number("lead minutes it will take")),
        k("act.refused", lead, "lead", "Not possible: {code}", act=text("kind of the act"),
          number=number("its number"), code=text("why", "refusal")),
        k("act.begun", lead, "lead", "", act=text("kind of the act"), number=number("its number"),
          until=number("minute at which it will be done")),
        k("act.done", lead, "lead", "", act=text("kind of the act"), number=number("its number"),
          minutes=SPENT),
        k("act.failed", lead, "lead", "Nothing came of “{act}”: {code}",
          act=text("kind of the act", "act"),
          number=number("its number"), code=text("why", "refusal"), minutes=SPENT),
        k("act.left", lead, "lead", "You left it", act=text("kind of the act"),
          number=number("its number"), minutes=SPENT),
        k("act.withdrawn", lead, "lead", "You took it back", act=text("kind of the act"),
          number=number("its number")),
        # Tickets ------------------------------------------------------------------------------
        k("ticket.arrived", "script world", "ticket", "{subject} came in",
          logged=number("priority as logged, 1 to 4"), channel=text("how it came"),
          skill=text("skill it seems to need"), service=text("service it names", "", True),
          incident=text("incident it is a duplicate of, once that is known", "", True),
          again=number("how many times it came back", "", True)),
        k("ticket.started", "world lead", "ticket", "{actor} took {subject}",
          to=text("who works on it", "analyst"), waited=number("minutes since it arrived"),
          pulled=flag("taken by habit, not given"), first=flag("the first response to it"),
          gap=number("skill minus difficulty", "", True)),
        k("ticket.triaged", lead, "ticket", "You opened {subject}: it is a P{priority}",
          priority=number("true priority, 1 to 4"), logged=number("priority before"), minutes=SPENT,
          incident=text("incident it belongs to", "incident", True)),
        k("ticket.prioritised", "lead world", "ticket", "{subject} is now a P{priority}",
          priority=number("new priority"), before=number("priority before"),
          minutes=number("lead minutes it took", "", True)),
        k("ticket.assigned", lead, "ticket", "You gave {subject} to {to}",
          **TERMS),
        k("ticket.reassigned", lead, "ticket", "You moved {subject} from {from} to {to}",
          **TERMS, note=many("parts of the note that say something"),
          lost=number("minutes of work lost"), **{"from": text("who had it", "analyst")}),
        k("ticket.parked", world, "ticket", "{subject} is set aside",
          by=text("who had it", "analyst")),
        k("ticket.put-back", "world lead", "ticket", "{subject} waits for somebody again",
          by=text("who had it", "analyst")),
        k("ticket.picked-up", lead, "ticket", "You took {subject} into your own hands",
          **{"from": text("who had it", "analyst", True)}),
        k("ticket.acknowledged", lead, "ticket",
          "You told the sender of {subject} that it was seen",
          waited=number("minutes since it arrived")),
        k("ticket.taken", lead, "ticket", "You worked on {subject} yourself",
          minutes=SPENT, p1_open=flag("a P1 was open meanwhile"), done=flag("it is resolved"),
          **{"from": text("who had it", "analyst", True)}),
        k("ticket.linked", lead, "ticket", "", incident=text("incident", "incident")),
        k("ticket.breached", world, "ticket", "{subject} missed its {target} target",
          target=text("respond or resolve"), priority=number("priority"),
          incident=text("incident it belongs to", "incident", True)),
        k("ticket.resolved", "world lead", "ticket", "{subject} is done",
          by=text("who resolved it", "analyst"), minutes=number("minutes since it arrived"),
          satisfaction=number("points"), singly=flag("a duplicate answered on its own", True)),
        k("ticket.returned", world, "ticket", "{subject} came back",
          by=text("who had resolved it", "analyst"), again=number("how many times")),
        k("ticket.refused", world, "ticket",
          "{to} would not take {subject} from {from}; the note is lost",
          to=text("who should get it", "analyst"), **{"from": text("who had it", "analyst")}),
        # Incidents ----------------------------------------------------------------------------
        k("incident.started", "script world", "incident", "", service=text("service")),
        k("incident.known", "world lead", "incident",
          "{subject}: something is wrong with the service",
          service=text("service")),
        k("incident.declared", lead, "incident", "You declared {subject}, severity {severity}",
          severity=number("1 to 4"), since=number("minute it started"), minutes=SPENT),
        k("incident.linked", lead, "incident", "You linked {linked} tickets to {subject}",
          linked=number("tickets"), minutes=SPENT),
        k("incident.opened", world, "incident", "{actor} started on {subject} unasked",
          to=text("who", "analyst")),
        k("incident.assigned", lead, "incident", "You gave {subject} to {to}",
          **TERMS),
        k("incident.reassigned", lead, "incident", "You moved {subject} from {from} to {to}",
          **TERMS, note=many("parts of the note that say something"),
          lost=number("minutes of work lost"),
          waited=number("minutes it stood still for the lead", "", True),
          **{"from": text("who had it", "analyst")}),
        k("incident.picked-up", lead, "incident", "You took {subject} into your own hands",
          **{"from": text("who had it", "analyst", True)}),
        k("incident.dropped", world, "incident", "Nobody has {subject} now",
          by=text("who had it", "analyst")),
        k("incident.step-begun", "world lead", "incident", "", step=text("step"), by=text("who",
          "analyst")),
        k("incident.found", world, "incident", "{actor}: {step}",
          step=text("step that is done", "step"), by=text("who", "analyst")),
        k("incident.halted", world, "incident", "{actor} waits for your word: {asks}",
          asks=text("permit that is asked for, or next-step", "asks"), by=text("who", "analyst")),
        k("incident.approved", lead, "incident", "You told {to} to go ahead",
          to=text("who", "analyst"), waited=number("minutes it stood still"), minutes=SPENT),
        k("incident.went-on", world, "incident", "{actor} went on with {subject} alone",
          by=text("who", "analyst"), waited=number("minutes it stood still")),
        k("incident.taken", lead, "incident", "You worked on {subject} yourself",
          step=text("step"), minutes=SPENT, p1_open=flag("a P1 was open meanwhile")),
        k("incident.worsened", "world lead", "incident", "{subject} got worse: {what}",
          what=text("the step or way that broke it", "risk"),
          minutes=number("how long everybody is out"),
          by=text("who", "analyst")),
        k("incident.eased", world, "incident", "{subject}: back to where it was"),
        k("incident.workaround", lead, "incident", "You put a workaround in place for {subject}",
          way=text("which", "way"), minutes=SPENT),
        k("incident.mitigated", "world lead", "incident", "{subject} works again",
          after=number("minutes since it started"), by=text("who", "analyst")),
        k("incident.resolved", "world lead", "incident", "{subject} is mended for good",
          after=number("minutes since it started")),
        # Facts, messages, promises ------------------------------------------------------------
        k("fact.learned", "world lead script default", "lead", "You know now: {fact}",
          fact=text("which", "fact")),
        k("fact.found", world, "desk", "", fact=text("which", "fact"), by=text("who", "analyst")),
        k("message.sent", lead, "stakeholder", "You wrote to {subject}",
          about=text("incident or ticket", "any", True),
          elements=many("kinds of elements"), wordings=many("ids of wordings"),
          facts=many("facts passed on", "fact"), jargon=number("technical wordings"),
          vague=number("vague wordings"),
          speculation=number("wordings that claim what nobody knows yet"),
          promised=flag("a time to fix was stated as sure"),
          untrue=flag("a fact was invented or hidden"),
          next=number("minute of the next update, -1 for none", "minute"),
          closing=flag("it closes the matter"),
          new=flag("it says something this audience has not heard"),
          since=number("minutes since the last one to them, -1 for none"), minutes=SPENT),
        k("desk.told", lead, "desk", "You told the desk", about=text("incident or ticket",
          "any", True),
          elements=many("kinds of elements"), facts=many("facts passed on", "fact"), minutes=SPENT),
        k("promise.made", lead, "stakeholder", "You promised {subject} a word by {due}",
          due=number("minute", "minute"), what=text("update or result")),
        k("promise.kept", lead, "stakeholder", "Promise to {subject} kept",
          early=number("minutes before it was due"), due=number("minute", "minute")),
        k("promise.broken", world, "stakeholder", "{subject} waited for a word by {due}; none came",
          due=number("minute", "minute")),
        k("update.missed", world, "stakeholder", "{subject} has heard nothing for a while",
          due=number("minute at which a word was expected", "minute")),
        k("stakeholder.trust-changed", "world lead default", "stakeholder", "",
          change=number("points"), trust=number("points after it")),
        k("stakeholder.told", "world lead default", "stakeholder", "{subject} has had a word",
          about=text("incident or ticket", "any", True)),
        k("stakeholder.answered", world, "stakeholder", "{subject} answered: {reply}",
          reply=text("yes, no or question", "reply"), task=text("what it is about", "any")),
        k("stakeholder.asked", lead, "stakeholder", "You asked {subject}",
          question=text("which", "question"), minutes=SPENT),
        k("task.escalated", lead, "stakeholder", "You asked {subject} for help with {task}",
          task=text("ticket or incident", "task"), asks=text("what for", "", True),
          facts=many("evidence sent", "fact"), complete=flag("all that they need was in it"),
          again=number("how many times before"), minutes=SPENT),
        # Scenes -------------------------------------------------------------------------------
        k("scene.opened", "script world", "", "{sender}: a word with you",
          scene=text("which", "scene"), sender=text("who", "any", True),
          until=number("minute until which it stands", "minute"), channel=text("how")),
        k("scene.put-off", lead, "", "", scene=text("which", "scene")),
        k("scene.answered", lead, "", "You answered {scene}", scene=text("which", "scene"),
          choice=text("which"), credit=number("0 to 3, -1 for feedback only"),
          criterion=text("where it counts", "", True), minutes=SPENT),
        k("scene.lapsed", default, "", "{scene} went unanswered", scene=text("which", "scene"),
          criterion=text("where it counts", "", True)),
        # Decisions, orders --------------------------------------------------------------------
        k("order.briefed", lead, "desk", "You briefed the team: {order} first",
          order=text("impact, oldest or own", "order"), why=text("reason given with it", "", True),
          changed=flag("another order stood before"), minutes=SPENT),
        k("decision.recorded", lead, "desk", "You decided: {what}", what=text("which", "decision"),
          why=many("reasons"), threshold=number("minute, -1 for none", "minute"),
          if_fails=flag("it says what happens if it fails"), minutes=SPENT),
        k("shift.handed-over", lead, "desk", "You handed the shift over",
          tasks=many("tasks handed over", "task"), open=number("P1 and P2 tasks open"),
          covered=number("of these, handed over"), promises=flag("promises passed on"),
          minutes=SPENT),
        # People -------------------------------------------------------------------------------
        k("analyst.arrived", "script", "analyst", "{subject} is in"),
        k("analyst.left", "script world", "analyst", "{subject} has gone home"),
        k("analyst.absent", "script", "analyst", "{subject} called in sick"),
        k("analyst.break-began", "world lead", "analyst", "{subject} is on a break",
          until=number("minute", "minute")),
        k("analyst.break-ended", world, "analyst", "{subject} is back"),
        k("analyst.break-skipped", world, "analyst", "{subject} works through the break"),
        k("analyst.idle", world, "analyst", ""),
        k("analyst.sign", world, "analyst", "{subject}: {sign}",
          sign=text("no-break, stretched, short-notes, late-replies, none", "sign")),
        k("analyst.stress-changed", "world lead default", "analyst", "",
          change=number("points"), why=text("what for")),
        k("analyst.morale-changed", "world lead default", "analyst", "",
          change=number("points"), why=text("what for")),
        k("analyst.trust-changed", "world lead default", "analyst", "",
          change=number("points"), trust=number("points after it, in the lead")),
        k("analyst.checked-in", lead, "analyst", "You looked in on {subject}",
          agreed=number("minute that was agreed, -1 for none", "minute"),
          task=text("what on", "task", True),
          minutes=SPENT),
        k("analyst.asked", lead, "analyst", "You asked {subject}",
          question=text("which", "question"), task=text("what on", "task", True), minutes=SPENT),
        k("analyst.listened-to", lead, "analyst", "You listened to {subject}", minutes=SPENT),
        k("analyst.recognised", lead, "analyst", "You thanked {subject}",
          event=number("entry that shows what for, -1 for none"),
          fits=flag("it shows a real act of theirs"),
          minutes=SPENT),
        k("analyst.sent-on-break", lead, "analyst", "You sent {subject} on a break",
          strained=flag("a sign had shown that it was time"), minutes=SPENT),
        k("analyst.reviewed", lead, "analyst", "You went through {task} with {subject}",
          task=text("what", "task"), minutes=SPENT),
        k("analyst.grew", world, "analyst", "{subject} has learned something new",
          skill=text("which", "skill"), to=number("points, 0 to 5")),
        k("analyst.told", world, "analyst", "{subject}: {what}", what=text("id of what was said",
          "said")),
        k("conflict.sign", "script world", "conflict",
          "{sign}", sign=text("what the lead can see", "conflict-sign")),
        k("conflict.changed", "world lead default", "conflict", "",
          change=number("points"), why=text("what for")),
        k("conflict.row", world, "conflict", "{subject} shout at each other"),
        k("conflict.talked-through", lead, "conflict", "You talked it through: {subject}",
          heard=many("who was listened to before", "analyst"),
          words=text("behaviour-and-impact or label"),
          minutes=SPENT),
    )  # fmt: skip


CATALOGUE: Mapping[str, Kind] = {kind.name: kind for kind in _kinds()}
"""Every kind of entry by its name."""
