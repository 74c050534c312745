"""What each measure can be turned into when a trainee plans the next shift."""

from __future__ import annotations

from typing import NamedTuple


class Trigger(NamedTuple):
    """When it happens, what to do, and what to do instead of what was done."""

    when: str
    will: str
    instead: str = ""
    """"" where there is nothing to stop."""


LOOK_IN = Trigger(
    "I have given work away",
    "agree one time to look in, and come at that time",
    "stay away until the agreed time unless something new comes up",
)
"""Where the worst entry is a look-in that nobody agreed on."""

TRIGGERS: dict[str, Trigger] = {
    "delegated-complete": Trigger(
        "a P1 comes up on my desk",
        "give it to one person by name, with an outcome and a time, before I do anything else",
    ),
    "own-hands": Trigger(
        "a P1 is open on my desk",
        "keep my hands free and give small work away",
        "leave tickets and steps to others, however small they look",
    ),
    "stands-still": Trigger(
        "somebody works on a P1 on my desk",
        "say beforehand what they may do without asking",
        "answer whoever waits for my word before I turn to anything else",
    ),
    "check-ins-kept": Trigger(
        "I give work away",
        "agree one time to look in, and come at that time",
    ),
    "executive-words": Trigger(
        "an executive is due an update",
        "say impact, risk, time or that none is known, and when they hear from me again",
    ),
    "promises-kept": Trigger(
        "I name the time of my next word",
        "send it by then, even if nothing is new",
        "name only times that I can keep",
    ),
    "first-update": Trigger(
        "a service breaks that my desk looks after",
        "send its users a first plain word with the time of the next one, before I "
        "look into the cause",
    ),
    "chases": Trigger(
        "an answer from outside is late",
        "ask again at a time I set beforehand",
    ),
    "closing-word": Trigger(
        "a service that my desk looks after is back",
        "tell everybody I wrote to that it is over",
    ),
    "capable-owner": Trigger(
        "a quiet ticket reaches my desk on a busy morning",
        "open it, and see that somebody who can do it has it",
    ),
    "first-triage": Trigger(
        "several tickets on my desk name the same service",
        "open one of them at once",
    ),
    "decision-complete": Trigger(
        "a way out may come too late",
        "write down what we do then, why, from when, and what happens if it does not work",
    ),
    "decision-time": Trigger(
        "a way out may come too late",
        "decide the way back while it is quiet",
    ),
    "targets-missed": Trigger(
        "the queue grows beside an outage",
        "say what comes first and what waits",
        "keep somebody on the queue, whatever the outage asks for",
    ),
    "relief": Trigger(
        "somebody on my desk shows signs of strain",
        "take work off them or send them on a break",
    ),
    "friction-talk": Trigger(
        "two people on my desk turn short with each other",
        "hear each of them, and talk it through together the same day",
    ),
    "friction-quality": Trigger(
        "I talk a conflict through",
        "hear both first, and name what happened and what it led to",
        "name what happened, and never what somebody is",
    ),
    "stretch-work": Trigger(
        "a step can be undone",
        "give it to somebody who can grow by it, with a second pair of eyes, and go "
        "through it afterwards",
    ),
    "stretch-time": Trigger(
        "a step can be undone",
        "give it early to somebody who can grow by it",
    ),
    "absence-covered": Trigger(
        "somebody on my desk calls in sick",
        "ask, share the work, and tell why",
    ),
    "hand-off-notes": Trigger(
        "I move work from one to another",
        "pass on what was tested, changed and suspected, and what is next",
    ),
    "requests-complete": Trigger(
        "I ask another team or a vendor",
        "send all the evidence at once",
    ),
    "handed-over": Trigger(
        "my shift ends",
        "hand over what is open and what I promised",
    ),
}
"""By measure; choices and patterns have none and use their criterion's own words."""
