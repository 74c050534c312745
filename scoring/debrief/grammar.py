"""Small helps with English: sentences, lists, counts, possession."""

from __future__ import annotations


def sentence_of(text: str) -> str:
    """Return a clause as a sentence: a capital first, a full stop where none ends it."""
    body = text.strip()
    return f"{body[:1].upper()}{body[1:]}{'' if body.endswith(('.', '!', '?', '”')) else '.'}"


def together(items: list[str]) -> str:
    """Return several things as one phrase: `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def of(name: str, what: str, group: bool = False) -> str:
    """Return what belongs to somebody: `Priya's stress`; `the trust of everybody` for a group."""
    return f"the {what} of {name}" if group else f"{name}'s {what}"


def count_of(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 ticket`, `3 tickets`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
