"""What can be wrong with a line, and the nearest thing that would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import WrongUse
from simulator.scenario.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable


class LineError(WrongUse):
    """A line that cannot be understood; its message is one sentence or two, ready to show."""

    def __init__(
        self, message: str, *, word: str = "", what: str = "", known: Iterable[str] = ()
    ) -> None:
        super().__init__(message)
        self.word = word
        """The word it is about, as it was written; "" for the line as a whole."""
        self.what = what
        """What the word should name, with an article; "" where it should name nothing."""
        self.known = tuple(known)
        """What would be right there."""


class SeveralMeant(LineError):  # noqa: N818 - named for what is the matter, as all of them
    """The beginning of several names."""


def unknown(what: str, text: str, known: Iterable[str]) -> LineError:
    """Return the error for a name nobody knows, with the nearest right one or the list of them.

    `what` is a noun with its article: `a ticket`, `an analyst`.
    """
    names = list(dict.fromkeys(known))
    near = nearest(text, names, most=1)
    if near:
        rest = f". Did you mean “{near[0]}”?"
    elif names:
        rest = f". Possible now: {', '.join(names[:9])}{', …' if len(names) > 9 else ''}."
    else:
        rest = "; there is none at the moment."
    return LineError(f"“{text}” is not {what}{rest}", word=text, what=what, known=names)
