"""What was said, in the past tense: messages, answers, questions, requests and promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.grammar import gist, together
from scoring.log import listed, whole

if TYPE_CHECKING:
    from scoring.debrief.telling import Telling
    from simulator.engine.log import LogEntry

ELEMENTS = {
    "impact": "what it does to people", "risk": "what could come of it", "known": "what is known",
    "unknown": "what is not known", "time": "when it may be over", "action": "what is being done",
    "ask": "what they can do", "closing": "that it is over",
}  # fmt: skip
NO_TIME = "that no time can be named yet"
"""What is told of a time, where a message says plainly that there is none."""
WAY_ON = "a way to go on"
"""What is told of what people can do, where a message tells them of a workaround."""
REPLIES = {
    "yes": "yes", "no": "no", "question": "that they needed more evidence",
    "not-theirs": "that it was not theirs",
}  # fmt: skip


def messaged(t: Telling, e: LogEntry) -> str:
    """Return what a message told."""
    words = dict(ELEMENTS)
    if e.data.get("no_time") is True:
        words["time"] = NO_TIME
    if e.data.get("way"):
        words["ask"] = WAY_ON
    told = [words[one] for one in map(str, listed(e.data.get("elements"))) if one in words]
    text = f"you wrote to {t.thing(e.subject)}"
    if told:
        text += f": {together(list(dict.fromkeys(told)))}"
    following = whole(e.data.get("next"), -1)
    return text + (f"; next word by {t.clock(following)}" if following >= 0 else "")


def answered(t: Telling, e: LogEntry) -> str:
    """Return what the lead answered in a conversation, with the words where they are known."""
    scene, choice = str(e.data.get("scene", "")), str(e.data.get("choice", ""))
    says = t.names.get(f"choice:{scene}/{choice}", "")
    if says and not says.endswith(("?", "!")):
        says = says.rstrip(".") + "."
    return f"you answered {t.asker(e)}" + (f": “{says}”" if says else "")


def opened(t: Telling, e: LogEntry) -> str:
    """Return who wanted a word, and what they said."""
    scene = str(e.data.get("scene", ""))
    says = t.names.get(f"says:{scene}", "")
    if not says:
        return f"{t.asker(e)} wanted a word"
    if "“" in says or '"' in says:
        return f"somebody came: {says}"
    return f"{t.asker(e)} said: “{gist(says)}”"


def escalated(t: Telling, e: LogEntry) -> str:
    """Return what was asked of somebody outside, and whether it was all they needed."""
    again = " again" if whole(e.data.get("again")) > 0 else ""
    full = "with all they need" if e.data.get("complete") is True else "without all they need"
    if e.data.get("unread") is True:
        full = "and nobody there answered"
    return f"you asked {t.thing(e.subject)}{again} for help with {t.task(e)}, {full}"


QUESTIONS = {
    "needs": " what they need",
    "how-far": " how far it was",
    "stop": " to give the team no more orders",
    "lead-it": " whether they take it over",
}
"""The questions that every scenario has."""


def asked(t: Telling, e: LogEntry) -> str:
    """Return what somebody was asked."""
    which = str(e.data.get("question"))
    says = t.names.get(f"question:{which}", "")
    text = f": “{says}”" if says else QUESTIONS.get(which, "")
    return f"you asked {t.thing(e.subject)}{text}"


def replied(t: Telling, e: LogEntry) -> str:
    """Return what somebody outside answered to a request."""
    return f"{t.thing(e.subject)} answered {REPLIES.get(str(e.data.get('reply')), 'you')}"


KEPT = {
    "said": "you gave {who} the word promised for {due} in your answer",
    "told": "{who} had the word promised for {due}, though not from you",
    "done": "{who} had what you promised for {due}",
}
"""How a promise was kept, where no message of the lead's kept it."""


def kept(t: Telling, e: LogEntry) -> str:
    """Return how a promise was kept."""
    told = KEPT.get(str(e.data.get("how", "")), "you sent {who} the word promised for {due}")
    return told.format(who=t.thing(e.subject), due=t.clock(whole(e.data.get("due"))))


def back(over: LogEntry) -> str:
    """Return what an incident's end was: where nothing had stopped, nothing worked again."""
    return "was put in order" if over.data.get("unbroken") is True else "worked again"


def ailed(known: LogEntry) -> str:
    """Return what was the matter with an incident as it became known."""
    return "would stop, untouched" if known.data.get("unbroken") is True else "was wrong"
