"""The quiet lines of the shift screen: promises, your agenda, what happened, the keys."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui import actions
from simulator.tui.shown import StripShown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.tui.shown import PromiseShown

TONES = {"alert": "bold $text-error", "warn": "$text-warning", "quiet": "dim", "": ""}


ROOM_FOR_ORDERS = 6
"""Lines from which the standing orders stand below the words you owe; elsewhere k shows them."""


class PromisesPane(Widget):
    """The words you owe, the first due first; where there is room, standing orders below."""

    promises: reactive[tuple[PromiseShown, ...]] = reactive(())
    standing: reactive[tuple[str, ...]] = reactive(())

    def render(self) -> Content:
        """Return a line a promise."""
        width = self.size.width
        lines = []
        for promise in self.promises:
            start = f" {promise.clock} {promise.to}"
            room = width - len(start) - 1
            # Where both have no room, the time of day says it.
            left = promise.left if len(promise.left) < room else ""
            line = f"{start}{left:>{max(room, 1)}}"[:width]
            lines.append(Content.styled(line, TONES[promise.tone]))
        if self.size.height >= ROOM_FOR_ORDERS:
            lines += [Content.styled(f" ↻ {words}"[:width], "dim") for words in self.standing]
        if len(lines) > self.size.height > 0:
            rest = len(lines) - self.size.height + 1
            lines = [*lines[: self.size.height - 1], Content(f" … and {rest} more")]
        return Content("\n").join(lines)


def next_promise(promises: tuple[PromiseShown, ...]) -> str:
    """Return the first word that is owed and how many more are, for an edge; "" for none."""
    if not promises:
        return ""
    more = f", {len(promises) - 1} more" if len(promises) > 1 else ""
    return f"promised {promises[0].clock} {promises[0].to}{more}"


class AgendaLine(Widget):
    """What you are busy with, the key that answers it, and the next promise."""

    agenda: reactive[tuple[str, str, str]] = reactive(("", "", ""))

    def render(self) -> Content:
        """Return the line."""
        before, hint, after = self.agenda
        hint, _, whom = hint.partition(":")
        keymap = keymap_of(self)
        key = actions.key_shown(hint, keymap) if hint else ""
        says = {"leave": "leave it with a note", "go-ahead": "go ahead"}.get(hint, f"{hint} {whom}")
        shown = f" ({key} {says})" if hint else ""
        if whom:
            on = [actions.key_shown(one, keymap) for one in ("pause", "next")]
            after = f" · {' or '.join(on)} counts as not now"
        room = self.size.width - len(" You: ") - len(shown)
        if len(before) + len(after) > room and not whom:
            # The pane of promises has it too.
            after = ""
        room -= len(after)
        if len(before) > room > 1:
            before = f"{before[: room - 1]}…"
        return Content.assemble((" You: ", "bold"), before, (shown, "$text-accent"), after)


class Strip(Widget):
    """What happened, newest first, as many as fit."""

    entries: reactive[tuple[StripShown, ...]] = reactive(())
    hint: reactive[str] = reactive("")
    """A line of help that stands above what happened."""

    def render(self) -> Content:
        """Return the lines, packed."""
        width, height = self.size
        hint = wrap(f"Hint: {self.hint}", max(width - 2, 1))[:height] if self.hint else []
        if len(hint) + stop_lines(self.entries, width) > height:
            # The hint comes back; why the clock stopped is said now.
            hint = []
        lines = [Content.styled(f" {line}", "$text-accent") for line in hint]
        if height > len(hint):
            lines += [
                Content.styled(line, STANDING_OUT.get(line[:3], ""))
                for line in pack(self.entries, width, height - len(hint))
            ]
        return Content("\n").join(lines)


ROOMY = 4
"""Lines from which each entry gets one of its own."""


SIGNS = {"alert": "! ", "back": "✓ ", "stop": "› "}
"""How a line begins that stands out; the colour only says it again."""
STANDING_OUT = {
    " ! ": "bold $text-error", " ✓ ": "bold $text-success", " › ": "bold $text-accent",
}  # fmt: skip
"""How it looks, by its beginning."""


def stop_lines(entries: tuple[StripShown, ...], width: int) -> int:
    """Return how many lines it takes to say what the clock stopped for; 0 where it did not."""
    if not entries or entries[0].sort != "stop":
        return 0
    return len(_standing_out(entries[0], width))


def pack(entries: tuple[StripShown, ...], width: int, height: int) -> list[str]:
    """Return entries in lines of at most `width`, several in a line where they fit.

    Where not all fit, what the team does by itself is told in few words, and gives way to what is
    addressed to you.
    """
    lines, left = _laid(entries, width, height)
    if not left:
        return lines
    short = _compressed(entries)
    lines, left = _laid(short, width, height)
    while any(one.sort in LOUD for one in left):
        quiet = [one for one in short[: len(short) - len(left)] if one.sort not in LOUD]
        if not quiet:
            break
        # The oldest line that says nothing to you makes room.
        short = tuple(one for one in short if one is not quiet[-1])
        lines, left = _laid(short, width, height)
    return lines


LOUD = ("loud", "back", "alert", "stop")


def _laid(
    entries: tuple[StripShown, ...], width: int, height: int
) -> tuple[list[str], tuple[StripShown, ...]]:
    """Return the lines, and the entries that found no room."""
    lines: list[str] = []
    for place, entry in enumerate(entries):
        sign = SIGNS.get(entry.sort, "")
        said = f"{sign}{entry.clock} {entry.text}"
        joins = lines and not sign and lines[-1][:3] not in STANDING_OUT
        if joins and height < ROOMY and len(lines[-1]) + 3 + len(said) <= width:
            lines[-1] += f" · {said}"
        elif len(lines) == height:
            return lines, entries[place:]
        elif sign:
            lines += _standing_out(entry, width)[: height - len(lines)]
        else:
            lines.append(f" {said}" if len(said) < width else f" {said[: width - 2]}…")
    return lines, ()


def _standing_out(entry: StripShown, width: int) -> list[str]:
    """Return a line that stands out, whole: it goes on below itself."""
    sign = SIGNS[entry.sort]
    said = f" {sign}{entry.clock} {entry.text}"
    wrapped = wrap(said, max(width - 1, 1), subsequent_indent=f" {sign}  ")
    return [f" {line.lstrip()}" for line in wrapped]


def _compressed(entries: tuple[StripShown, ...]) -> tuple[StripShown, ...]:
    """Return the entries with each run of routine told at once: `Jonas took #207, Sam #211`."""
    shown: list[StripShown] = []
    for entry in entries:
        last = shown[-1] if shown else None
        if last is None or entry.sort not in {"took", "done"} or last.sort != entry.sort:
            shown.append(entry)
        elif entry.sort == "took":
            text = f"{last.text}, {entry.text.replace(' took ', ' ')}"
            shown[-1] = StripShown(last.clock, text, "took")
        else:
            before, after = (_what_closed(one.text) for one in (last, entry))
            # The older of the two stands last, so that the ending stays where it is.
            shown[-1] = StripShown(last.clock, f"{before}, {after} are closed", "done")
    return tuple(shown)


def _what_closed(text: str) -> str:
    return text.removesuffix(" is closed").removesuffix(" are closed")


class KeysLine(Widget):
    """The few keys that matter here; each can be clicked."""

    def __init__(self, place: actions.Place, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.place = place

    def render(self) -> Content:
        """Return the keys in the order of the footer, as many as fit; some stay in any case."""
        keymap = keymap_of(self)
        known = (*actions.at(self.place), *actions.at("anywhere"))
        shown = sorted((one for one in known if one.footer), key=lambda one: one.footer)
        words = [(one, actions.key_shown(one.id, keymap)) for one in shown]
        widths = [len(key) + 1 + len(one.label) for one, key in words]
        while len(gaps(widths, self.size.width)) < len(widths):
            gone = max((n for n, (one, _) in enumerate(words) if not one.stays), default=-1)
            del words[gone], widths[gone]
        line = Content("")
        for (one, key), gap in zip(words, gaps(widths, self.size.width), strict=False):
            owner = "app" if one.place == "anywhere" else "screen"
            part = Content.from_markup(
                f"[@click={owner}.{one.method}][b]$key[/b] $label[/]", key=key, label=one.label
            )
            line = Content.assemble(line, " " * gap, part)
        return line


def gaps(widths: list[int], room: int) -> list[int]:
    """Return the gap before each word that fits: two, or one from the end where room is short."""
    for many in range(len(widths), 0, -1):
        spare = room - sum(widths[:many]) - 1
        narrow = max(0, 2 * (many - 1) - spare)
        if narrow <= many - 1:
            return [1, *[2] * (many - 1 - narrow), *[1] * narrow]
    return []


def keymap_of(widget: Widget) -> Mapping[str, str]:
    """Return the keymap in force."""
    found = getattr(widget.app, "keymap", None)
    return found if isinstance(found, dict) else {}
