"""One line of plain mode read as an act or a control."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.acts.base import Act, Note
from simulator.runs.language import controls as c
from simulator.runs.language.desk import Desk, Name, pick
from simulator.runs.language.errors import LineError, unknown
from simulator.runs.language.forms import FORMS, KIND_OF, PART_KINDS, SHAPE_OF, Flag, Form, Word
from simulator.runs.language.looks import read_look
from simulator.runs.language.parts import part_kind, read_part
from simulator.scenario.suggest import nearest

if TYPE_CHECKING:
    from simulator.runs.language.slots import Got

FILLERS = frozenset({"to", "about", "for", "with", "as", "by", "the", "and"})
"""Words that make a line read like a sentence and carry nothing."""
OWN_WORDS = "--"
"""What stands before the lead's own words at the end of a line."""


@dataclass(frozen=True, slots=True)
class Order:
    """An act to give, with the lead's own words beside it."""

    act: Act
    words: str = ""


FIRST_WORDS: tuple[Name, ...] = tuple(
    [Name(kind, form.word, (kind,)) for kind, form in FORMS.items()]
    + [Name(word, word) for word in (*c.LOOKS, *c.OTHERS)]
)


def read(line: str, desk: Desk) -> Order | c.Control | None:
    """Return what a line means; None for an empty line or a comment.

    Raises `LineError` with one sentence that can be shown.
    """
    text, _, own = line.partition(f" {OWN_WORDS} ")
    tokens = text.split()
    if not tokens or tokens[0].startswith("#"):
        return None
    first, rest = _first_word(tokens, desk)
    if first in FORMS:
        return Order(_read_act(first, rest, desk), own.strip())
    return _read_control(first, rest, desk)


def timed(line: str, desk: Desk) -> tuple[int | None, str]:
    """Return the minute that a script's line waits for, and the rest of it.

    `@08:25 triage 200` waits until 08:25. Raises `LineError` for a time that is none,
    is past, or lies after the shift.
    """
    stripped = line.strip()
    if not stripped.startswith("@"):
        return None, stripped
    time, _, rest = stripped[1:].partition(" ")
    return desk.ahead(time), rest.strip()


def _first_word(tokens: list[str], desk: Desk) -> tuple[str, list[str]]:
    """Return the kind of act or the control that a line begins with, and what follows."""
    if tokens[0] == ".":
        return "next", tokens[1:]
    if tokens[0].isdecimal() and len(tokens) == 1:
        return "answer", tokens
    joined = "-".join(tokens[:2]).casefold()
    if len(tokens) > 1 and joined in KIND_OF:
        return KIND_OF[joined], tokens[2:]
    if tokens[0] in KIND_OF:
        return KIND_OF[tokens[0]], tokens[1:]
    try:
        return pick(tokens[0], "a command", FIRST_WORDS).id, tokens[1:]
    except LineError as error:
        if "Possible now" not in str(error):
            raise
        raise LineError(
            f"“{tokens[0]}” is not a command. help lists them all.",
            word=tokens[0], what="a command",
        ) from None  # fmt: skip


def _read_act(kind: str, tokens: list[str], desk: Desk) -> Act:
    """Return the act that the words after the first one describe."""
    form = FORMS[kind]
    got: dict[str, object] = {}
    place = _read_places(form, _completed(kind, tokens, desk), desk, got)
    parts = _read_words(form, place, desk, got)
    if form.elements:
        got["elements"] = tuple(parts)
    return made(kind, got)


def made(kind: str, got: Got) -> Act:
    """Return the act that these values of its form make; what is left out keeps its default."""
    note = {key[5:]: value for key, value in got.items() if key.startswith("note.")}
    fields = {key: value for key, value in got.items() if not key.startswith("note")}
    if note or "note" in got:
        fields["note"] = Note(**note)  # type: ignore[arg-type]
    act: Act = SHAPE_OF[kind](**fields)
    return act


def _completed(kind: str, tokens: list[str], desk: Desk) -> list[str]:
    """Return the words with what goes without saying put in."""
    if (kind, len(tokens)) in {("answer", 1), ("not-now", 0)}:
        scene = desk.view.scene()
        if scene is None:
            raise LineError("Nothing waits for an answer at the moment.")
        return [scene.id, *tokens]
    if kind == "withdraw" and not tokens:
        number = desk.view.withdrawable()
        if number is None:
            raise LineError("There is nothing to take back: the clock has moved on.")
        return [str(number)]
    return tokens


def _opens_word(token: str, form: Form) -> Word | Flag | str | None:
    """Return the keyed word, flag or message part that a token begins, if it does."""
    key = token.partition("=")[0].casefold()
    for word in form.keyed():
        if key == word.key:
            return word
    return part_kind(key) if form.elements else None


def _read_places(form: Form, tokens: list[str], desk: Desk, got: dict[str, object]) -> list[str]:
    """Read the values that stand at their places; return the words that are left."""
    left = list(tokens)
    for place in form.places:
        while left and left[0].casefold() in FILLERS:
            left.pop(0)
        if not left or _opens_word(left[0], form) is not None:
            if place.optional:
                if place.otherwise is not None:
                    got[place.field] = place.otherwise(desk, got)
                break
            raise LineError(f"{place.slot.label} is missing. Write: {form.usage()}")
        if place.field == "tasks" and left[0].casefold() == "all":
            left.pop(0)
            got[place.field] = tuple(name.id for name in desk.tasks())
            continue
        word = left.pop(0)
        try:
            got[place.field] = place.slot.read(word, desk, got)
        except LineError:
            if place.optional and nearest(word.partition("=")[0], _keys(form)):
                raise _unknown_word(form, word) from None
            raise
    return left


def _keys(form: Form) -> list[str]:
    """Return the words that can begin a part of this act."""
    return [*(part.key for part in form.keyed()), *PART_KINDS * form.elements]


def _unknown_word(form: Form, word: str) -> LineError:
    """Return the error for a word that begins no part of this act."""
    if not _keys(form):
        return LineError(f"“{word}” is one word too many. Write: {form.usage()}", word=word)
    return unknown(f"a part of {form.word}", word.partition("=")[0], _keys(form))


def _read_words(form: Form, tokens: list[str], desk: Desk, got: dict[str, object]) -> list[object]:
    """Read the values with a word before them; return the elements of a message."""
    parts: list[object] = []
    left = list(tokens)
    while left:
        token = left.pop(0)
        opened = _opens_word(token, form)
        if opened is None:
            if token.casefold() in FILLERS:
                continue
            raise _unknown_word(form, token)
        if isinstance(opened, Flag):
            got[opened.field] = opened.value
            continue
        value = token.partition("=")[2]
        if not value:
            if not left:
                raise LineError(f"After “{token}” something is missing. Write: {form.usage()}")
            value = left.pop(0)
        if isinstance(opened, str):
            parts.append(read_part(opened, value, desk, got))
            continue
        if opened.slot.many:
            while left and _opens_word(left[0], form) is None:
                value = f"{value},{left.pop(0)}"
        got[opened.field] = opened.slot.read(value, desk, got)
    return parts


def _read_control(word: str, tokens: list[str], desk: Desk) -> c.Control:
    """Return the control that a line is."""
    if word in c.LOOKS:
        return read_look(word, [t for t in tokens if t.casefold() not in FILLERS], desk)
    if word == "wait":
        return _read_wait(tokens, desk)
    if word == "help":
        return c.Help(tokens[0] if tokens else "")
    if tokens:
        raise LineError(f"{word} stands alone.")
    return {"next": c.Next, "save": c.Save, "quit": c.Quit}[word]()  # type: ignore[return-value]


def _read_wait(tokens: list[str], desk: Desk) -> c.Wait:
    """Return until when to let the clock run."""
    words = [t for t in tokens if t.casefold() not in {"until", "till", "min", "minutes"}]
    if len(words) != 1:
        raise LineError("Write: wait 5, or wait until 08:40")
    if words[0].isdecimal():
        return c.Wait(min(desk.view.now + int(words[0]), desk.world.length))
    return c.Wait(desk.ahead(words[0]))
