"""An act written as the line that reads back as the same act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts.base import Act, Note
from simulator.runs.language.forms import FORMS
from simulator.runs.language.parts import write_part
from simulator.runs.language.reading import OWN_WORDS

if TYPE_CHECKING:
    from simulator.runs.language.desk import Desk


def write(act: Act, desk: Desk, words: str = "") -> str:
    """Return the line for an act, with the lead's own words at its end."""
    form = FORMS[act.kind]
    got = {place.field: getattr(act, place.field) for place in form.places}
    parts = [form.word]
    for place in form.places:
        value = got[place.field]
        if value in ("", (), -1) and place.optional:
            break
        parts.append(place.slot.write(value, desk, got))
    for word in form.words:
        value = _value(act, word.field)
        if value not in (None, "", ()):
            parts += [word.key, word.slot.write(value, desk, got)]
    for flag in form.flags:
        value = getattr(act, flag.field)
        empty_note = flag.field == "note" and value == Note()
        if value == flag.value or empty_note:
            parts.append(flag.key)
    if form.elements:
        parts += [write_part(element, desk) for element in getattr(act, "elements", ())]
    return " ".join([*parts, OWN_WORDS, words] if words else parts)


def _value(act: Act, field: str) -> object:
    """Return a field of an act, or a part of its note."""
    name, _, part = field.partition(".")
    value = getattr(act, name)
    return getattr(value, part, None) if part else value
