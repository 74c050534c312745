"""Small helps with English: sentences, lists, counts, possession."""

from __future__ import annotations

import re

ENDS = (".", "!", "?", "”", '."', '!"', '?"')
"""What a sentence may end with."""


def capital(text: str) -> str:
    """Return a text with a capital first letter; the rest may quote something."""
    return text[:1].upper() + text[1:]


def sentence_of(text: str) -> str:
    """Return a clause as a sentence: a capital first, a full stop where none ends it."""
    body = text.strip()
    return f"{capital(body)}{'' if body.endswith(ENDS) else '.'}"


def gist(says: str) -> str:
    """Return two sentences of what somebody said: the first question and what stands before it."""
    sentences = re.split(r"(?<=[.?!]) ", says)
    place = next((i for i, one in enumerate(sentences) if one.endswith("?")), 1)
    return " ".join(sentences[max(0, place - 1) : place + 1])


def together(items: list[str]) -> str:
    """Return several things as one phrase: `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def of(name: str, what: str, group: bool = False) -> str:
    """Return what belongs to somebody: `Priya's stress`; `the trust of everybody` for a group."""
    return f"the {what} of {name}" if group else f"{name}'s {what}"


def count_of(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 ticket`, `3 tickets`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def between(low: object, high: object) -> str:
    """Return a range: `3 to 5`; where both ends are the same, that one."""
    return f"{low}" if low == high else f"{low} to {high}"


def timeless(text: str) -> str:
    """Return a decision's or wording's text as it stands where no time was named for it."""
    return text.replace("by {time}", "in time").replace("{time}", "a time that you name")
