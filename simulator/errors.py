"""One family of errors for everything that a person can do something about.

Each error has a title for a dialog, a message that says what is the matter and where, a hint that
says what to do, and the exit code of a command. Whatever is not of this family is a mistake in
the program: it gets a report and exit code 3.
"""

# Errors are named for what is the matter.
# ruff: noqa: N818

from __future__ import annotations

import unicodedata
from typing import ClassVar

DONE, PROBLEMS, WRONG_USE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes of every command."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PLAIN = frozenset("\n\t")


def visible(text: str) -> str:
    """Return the text with control, escape and direction characters spelt out as `<U+001B>`.

    Nothing that came from a file may reach a terminal raw.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"<U+{ord(c):04X}>" if c not in _PLAIN and unicodedata.category(c) in _HIDDEN else c
        for c in text
    )


class ShiftleadError(Exception):
    """Something a person can do something about."""

    title: ClassVar[str] = "This did not work"
    exit_code: ClassVar[int] = PROBLEMS

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What is the matter, and where; one sentence."""
        self.hint = hint
        """What to do about it; one sentence, or "" where there is nothing to do."""

    def one_line(self) -> str:
        """Return message and hint as one safe line for the terminal."""
        parts = (self.message, self.hint)
        return visible(" ".join(" ".join(part.split()) for part in parts if part))


class WrongUse(ShiftleadError):
    """A command, an option or a value that does not fit."""

    title = "That does not fit"
    exit_code = WRONG_USE


class NotFound(WrongUse):
    """A scenario, a run, a strategy or a file that is not there."""

    title = "Not found"


class ScenarioUnusable(ShiftleadError):
    """A scenario with errors in it."""

    title = "This scenario cannot be played"


class TicketFileError(ShiftleadError):
    """A ticket export that cannot be read, or that does not hold what is asked of it."""

    title = "This export cannot be used"


class RunFileError(ShiftleadError):
    """A run file that cannot be read."""

    title = "This run file cannot be read"

    def __init__(self, message: str, hint: str = "", line: int | None = None) -> None:
        super().__init__(message, hint)
        self.line = line
        """The line, from 1; None where it is about the whole file."""


class RunAltered(RunFileError):
    """A run file in which something is not as it was written."""

    title = "This run file was changed"

    def __init__(
        self, message: str, hint: str = "", line: int = 1, minute: int | None = None
    ) -> None:
        super().__init__(message, hint, line)
        self.minute = minute
        """The minute of the act, hour or entry on that line, where it can still be told."""


class RunTooNew(RunFileError):
    """A run file of a newer version of the program."""

    title = "This run file is newer than the program"


class OtherRules(ShiftleadError):
    """A run that was played under another epoch of the rules and cannot be played on."""

    title = "This run was played under other rules"


class RunDiffers(ShiftleadError):
    """A run whose journal does not follow from its acts."""

    title = "This run does not add up"


class RunLocked(ShiftleadError):
    """A run that another process has open."""

    title = "This run is open elsewhere"


class RunOver(ShiftleadError):
    """Something was asked of a run that its state does not allow any more, or not yet."""

    title = "Not at this point of the shift"
    exit_code = WRONG_USE


class RunExists(ShiftleadError):
    """A run of the same id but with other contents is already there."""

    title = "There is another run with this id"


class CannotWrite(ShiftleadError):
    """The disk is full, or the folder is not ours to write to."""

    title = "This could not be saved"


class StoreUnavailable(ShiftleadError):
    """The store of finished runs is locked, away or damaged."""

    title = "The store of runs cannot be reached"


class StoreTooNew(StoreUnavailable):
    """A store that a newer version of the program has written."""

    title = "The store is newer than the program"
