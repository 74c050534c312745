"""What the lead would say aloud, made from an act's fields: shown before it is given."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from simulator.engine.casing import capital, small
from simulator.tui.say import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

FREEDOM = {
    "show": "Report each step to me before you go on.",
    "alongside": "Let us think aloud together; you do it.",
    "on-call": "You decide; I am there when you have doubts.",
    "hand-over": "You decide and act; tell me the result.",
}


def spoken_assignment(
    to: str, style: str, outcome: str, may: Sequence[str], due: str, check_in: str, beside: str
) -> str:
    """Return how work is given away, in sentences; `beside` is the one about somebody else."""
    sentences = [f"{to}, {outcome or 'please take this'}."]
    if due:
        sentences.append(f"By {due}, please.")
    sentences.append(FREEDOM[style])
    if may:
        sentences.append(f"You may {listed(may)} without asking me.")
    if beside:
        sentences.append(beside)
    if check_in:
        sentences.append(f"I'll look in at {check_in}.")
    return " ".join(sentences)


def spoken_message(
    name: str, sentences: Iterable[str], proper: Collection[str] = frozenset()
) -> str:
    """Return the finished text of a message, "" while it says nothing.

    `proper` are words that keep their capital after a name: see `proper_words`.
    """
    parts = [part.strip() for part in sentences if part.strip()]
    if not parts:
        return ""
    first, *rest = (part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)
    if name:
        kept = first if _keeps(first, proper) else small(first)
        first = f"{name}, {kept}"
    return " ".join([first, *(capital(part) for part in rest)])


def proper_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that have a capital in the middle of a sentence: names, most likely."""
    return frozenset(
        word.strip(MARKS)
        for text in texts
        for before, word in pairwise(text.split())
        if word[:1].isupper() and not before.endswith((".", "!", "?", ":"))
    )


MARKS = ".,;:!?“”()"


def _keeps(sentence: str, proper: Collection[str]) -> bool:
    """Return whether a sentence keeps its capital after a name: `I ...`, `P1 ...`, `VPN ...`."""
    word = sentence.split(" ", 1)[0].strip(MARKS)
    if word == "A":
        return False
    return word in {"I", "I'm", "I'll", "I've"} or word in proper or not word[1:].islower()
