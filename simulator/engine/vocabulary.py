"""What the engine's own few words mean on a screen: signs, orders, roles, set answers."""

from __future__ import annotations

ORDERS = {
    "impact": "what hurts most people",
    "oldest": "the oldest",
    "own": "everyone's own choice",
}
TARGETS = {"respond": "the target for a first answer", "resolve": "the target for being done"}
SIGNS = {
    "no-break": "no break yet, looks stretched",
    "stretched": "looks stretched",
    "short-notes": "notes are getting shorter",
    "late-replies": "replies come late",
    "none": "looks calmer again",
    "long-stretch": "has had no break for a long while",
    "carries-most": "asks who else takes the hard ones",
    "overlooked": "goes quiet when others are thanked",
    "uneven": "asks whether the same goes for everybody",
    "silent": "says little in the chat",
}
CONFLICT_SIGNS = {
    "terse": "notes between the two are terse",
    "refuses": "one would not take over from the other",
}
SAID = {
    "nearly": "“Nearly there.”",
    "quarter": "“Give me a quarter of an hour.”",
    "while": "“This takes a while yet.”",
    "waits": "“I wait for your word.”",
    "heard": "“That needed saying. Thank you for asking each of us first.”",
    "unheard": "“I would have liked you to hear me first.”",
    "label": "“So that is what you think of us.”",
    "guarded": "“All fine, thank you.” It sounds like less than there is.",
    "too-much": "“Honestly, it is too much at the moment.”",
    "load-fine": "“I can manage what I have.”",
    "low": "“I have had better weeks.”",
    "mood-fine": "“I like being here.”",
    "learning": "“I am learning something, and I would like to go on.”",
    "would-learn": "“I would like to learn something new.”",
    "concern": "“There is something, now that you ask.”",
    "no-concern": "“Nothing that worries me.”",
    "stays": "“I can stay.”",
    "has-to-leave": "“I have to leave on time today.”",
    "worn-out": "“I am worn out. Not today, please.”",
    "rather-not": "“I would rather not.”",
}
"""What people answer, by what they mean."""
NEEDS = {"person": "somebody to help", "authority": "leave to decide", "time": "time"}
NOTHING_NEW = "Nothing that you do not know already, thank you."
"""What somebody says who is asked what they need, and has nothing to add."""
TRENDS = {"returns": "where returns come from", "case-mix": "who gets what"}
REPLIES = {
    "yes": "yes", "no": "no", "question": "they need more evidence first",
    "not-theirs": "that is not theirs",
}  # fmt: skip

ROLES = {
    "lead": "incident lead",
    "operations": "operations",
    "communications": "communications",
    "scribe": "scribe",
}
"""Roles in an incident."""

HOW = {"users": "users", "monitoring": "the monitors"}
"""By whose word a service is back."""

STANDING = {
    "route": "who gets what",
    "only": "who alone touches what",
    "allow": "what needs no asking",
    "escalate": "when to call for help",
    "tell": "when to tell somebody",
}

IN_THEIR_WORDS = {
    "yes": "agrees",
    "no": "refuses",
    "question": "refuses",
    "not-theirs": "not-theirs",
}
"""Where somebody's own words for each of `REPLIES` stand among the names."""
