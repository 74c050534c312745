"""What each measure can be turned into when a trainee plans the next shift."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.log import whole
from scoring.measures.delegation import gaps

if TYPE_CHECKING:
    from simulator.engine.log import LogEntry


class Trigger(NamedTuple):
    """What may happen on a desk again, what to do then, and what to leave."""

    event: str
    """What follows "When"; {urgent} is what was urgent in the shift."""
    will: str
    stop: str
    """What to leave from then on; "" where there is nothing to leave."""


LOOK_IN = Trigger(
    "somebody works on what I gave away",
    "agree on one time to look in, and come at that time",
    "stay away until the time we agreed on, unless something new comes up",
)
"""Where the worst entry is a look-in that nobody agreed on."""

URGENT = "{urgent} happens on my desk"
NOBODYS = "a ticket on my desk is nobody's"
"""What happens instead of an emergency, where the moment is about a ticket."""

NO_WORD = Trigger(
    "somebody waits for a word of mine",
    "name the time of the next one, and keep it",
    "",
)
"""Where no time was named at all."""

TRIGGERS: dict[str, Trigger] = {
    "delegated-complete": Trigger(
        URGENT,
        "first give it to one person by name, with an outcome and a time",
        "not turn to other work before one person has it",
    ),
    "delegated-gaps": Trigger(
        URGENT, "say what I want, by when, and wait for a yes", "not leave the time or the yes open"
    ),
    "within-reach": Trigger(
        "work that I give away",
        "look first who knows this kind of work, and put somebody beside whoever is one step short",
        "not give it to whoever happens to be free",
    ),
    "fitting-room": Trigger(
        "work that I give away",
        "leave it to whoever knows it well, and stay near where somebody does not",
        "not give everything away on the same terms",
    ),
    "free-hands": Trigger(
        "work that I give away",
        "look first whose hands are free, or open it to know what it is worth",
        "not call anybody away from what they have begun for something no more urgent",
    ),
    "own-hands": Trigger(
        "I could mend {urgent} myself",
        "give each step to somebody and keep my hands free for words and decisions",
        "leave tickets and steps to others, however small they look",
    ),
    "stands-still": Trigger(
        "somebody waits for my word",
        "say beforehand what they may do without asking",
        "not begin anything else before I have answered them",
    ),
    "asked-first": Trigger(
        "I give work away",
        "say with it which steps need no word of mine",
        "keep no decision that the person can make",
    ),
    "check-ins-kept": Trigger(
        "somebody works on what I gave away",
        "agree on one time to look in, and come at that time",
        "name no time that I cannot keep",
    ),
    "executive-words": Trigger(
        "an executive watches an outage on my desk",
        "write impact, risk, time and next word every half hour",
        "not wait for a finding before I write",
    ),
    "promises-kept": Trigger(
        "I promise somebody a word",
        "send it by its minute, even if nothing is new",
        "name only times that I can keep",
    ),
    "needless-updates": Trigger(
        "I have nothing new to tell", "wait for the time I named", "not send it before its time"
    ),
    "first-update": Trigger(
        "users feel an outage",
        "first send them one plain sentence and the time of the next",
        "not wait for the cause before I write",
    ),
    "first-jargon": Trigger(
        "users feel an outage",
        "write what they see, in their words",
        "leave out what only we understand",
    ),
    "chases": Trigger(
        "nobody outside answers me",
        "ask again at a minute I set when I asked first",
        "not wait for them to ring",
    ),
    "raised": Trigger(
        "I have a doubt that others have to settle",
        "take it to somebody who answers, with what I know and what I lack",
        "not wait until I am sure of it",
    ),
    "wrong-doors": Trigger(
        "I need help from outside my desk",
        "ask the one whose matter it is, and say why them",
        "not ask everybody, nor one of them about everything",
    ),
    "seen-as-one": Trigger(
        "a ticket on my desk does not fit",
        "open a second one and lay the two side by side",
        "not let it be closed before I have looked",
    ),
    "seen-and-given": Trigger(
        "two piles on my desk look alike",
        "open one of each, and give each pile to whom it belongs",
        "not leave the smaller one until the larger is done",
    ),
    "closing-word": Trigger(
        "a service is back",
        "tell everybody I wrote to that it is over",
        "not turn away before they know",
    ),
    "capable-owner": Trigger(
        "a polite ticket comes in on a busy morning",
        "open it within ten minutes and see that somebody who can do it has it",
        "not go by the priority it was logged with",
    ),
    "reading-beside": Trigger(
        "tickets pile up beside an outage",
        "open the one whose words are smaller than its place, or ask who knows what stands there",
        "not open one after the other",
    ),
    "reading-before": Trigger(
        "new tickets come in on a busy morning",
        "read their first lines, and open the one that says less than it could mean",
        "not open one after the other",
    ),
    "way-on": Trigger(
        URGENT,
        "ask first what still works, and tell people to use it",
        "not wait for the cause before people can go on",
    ),
    "first-triage": Trigger(
        "several tickets about one service come in",
        "open one of them at once",
        "not take them one by one",
    ),
    "decision-complete": Trigger(
        "an outage has a deadline behind it",
        "write down the way back while it is quiet",
        "not leave the way back to the last minute",
    ),
    "decision-time": Trigger(
        "an outage has a deadline behind it",
        "decide the way back within the first hour",
        "not leave the way back to the last minute",
    ),
    "targets-missed": Trigger(
        "the queue grows beside an outage",
        "say aloud what comes first and what waits",
        "not take everybody off the queue",
    ),
    "pulled-in-order": Trigger(
        "people take work from the queue by themselves",
        "say aloud what comes first and why, and say why again when it changes",
        "",
    ),
    "relief": Trigger(
        "somebody on my desk skips a break",
        "send that person out and name who takes over",
        "not add to their work before they have been out",
    ),
    "friction-talk": Trigger(
        "a sharp word falls between two on my desk",
        "hear each of them, and bring both together the same morning",
        "not wait for it to pass",
    ),
    "both-heard": Trigger(
        "a sharp word falls between two on my desk",
        "give each of them five minutes alone before I speak of it",
        "not speak about one of them before I have heard both",
    ),
    "friction-quality": Trigger(
        "I talk with two people about what stands between them",
        "hear both first, and name what happened and what it led to",
        "not say what somebody is like",
    ),
    "stretch-work": Trigger(
        "a step comes up that can be undone",
        "give it to somebody who can grow by it, with a second pair of eyes and a look back",
        "not give it to whoever has always done it",
    ),
    "stretch-time": Trigger(
        "a step comes up that can be undone",
        "give it early to somebody who can grow by it",
        "not keep it for a quieter day",
    ),
    "absence-covered": Trigger(
        "somebody on my desk is away",
        "ask, share it between two, and tell the others why",
        "not decide it alone",
    ),
    "remote-lag": Trigger(
        "I say something to the whole room",
        "say it at once to who works from home as well",
        "not wait until it has gone round",
    ),
    "remote-share": Trigger(
        "somebody on my desk works from home",
        "call them as often as I walk over to the others",
        "not speak only with those whom I can see",
    ),
    "hand-off-notes": Trigger(
        "work on my desk changes hands",
        "pass on what was tested, changed and suspected, and what is next",
        "not move work without a note",
    ),
    "requests-complete": Trigger(
        "I ask somebody outside for something",
        "send all the evidence at once",
        "not send it before I have asked what they need",
    ),
    "handed-over": Trigger("my shift ends", "hand over what is open and what I promised", ""),
    "choice-credit": Trigger(
        "somebody asks me a direct question",
        "answer it with something they can act on, and a time",
        "not promise what I do not know",
    ),
    "untrue": Trigger(
        "somebody wants to hear how it stands",
        "say what I know, and “we do not know that yet” of the rest",
        "say neither more nor less than I know",
    ),
}
"""By measure; patterns have none and use their criterion's own words."""

NOTHING_BROKE: dict[str, Trigger] = {
    "decision-complete": Trigger(
        "something on my desk will happen again tomorrow",
        "write down what changes, why, from when, and what if it does not work",
        "not leave it at a good intention",
    ),
    "decision-time": Trigger(
        "one of many tickets turns out to concern everybody",
        "say aloud what goes first, why, until when, and what if it takes longer",
        "not leave those who wait to find out by themselves",
    ),
    "targets-missed": Trigger(
        "the queue grows while people need me",
        "say aloud what comes first and what waits",
        "not leave the order to chance",
    ),
}
"""By measure: what counts instead in a shift without an incident."""

OTHER_ACTS: dict[str, Trigger] = {
    "analyst.recognised": Trigger(
        "somebody on my desk does good work",
        "say so to whoever did it, the same day, and for what",
        "",
    ),
    "analyst.listened-to": Trigger(
        "somebody on my desk shows a first sign of trouble",
        "listen for five minutes before I judge",
        "",
    ),
    "scene.answered": TRIGGERS["choice-credit"],
}
"""By kind of entry: acts that went well though no criterion looks at them."""


def given_already(given: LogEntry) -> Trigger:
    """Return what remains where work was given to one person: sooner, or with what was missing."""
    if gaps(given):
        return TRIGGERS["delegated-gaps"]
    return TRIGGERS["delegated-complete"]._replace(
        will="give it at once to one person who can do it, before anything else"
    )


def look_agreed(worst: LogEntry, trigger: Trigger) -> Trigger:
    """Return what fits whether a time to look in had been named: one to come at, or one to name."""
    if whole(worst.data.get("check_in"), -1) < 0:
        return trigger._replace(stop="")
    return trigger._replace(will="come at the time that I named, or name a new one before it")
