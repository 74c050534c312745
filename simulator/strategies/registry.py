"""The shipped leads by name, and finding one: by its name, or as `FILE.py:CLASS`."""

from __future__ import annotations

import importlib.util
import inspect
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from simulator.errors import NotFound, ShiftleadError, WrongUse
from simulator.strategies.absent import Absent
from simulator.strategies.box_ticker import BoxTicker
from simulator.strategies.by_the_book import ByTheBook
from simulator.strategies.close import Close
from simulator.strategies.closer import Closer
from simulator.strategies.expert import Expert
from simulator.strategies.gauge_chaser import GaugeChaser
from simulator.strategies.hero import Hero
from simulator.strategies.kind import Kind
from simulator.strategies.micromanager import Micromanager
from simulator.strategies.options import LOOKS, OptionsOnly
from simulator.strategies.plain_order import FirstInFirstOut, LoudestFirst
from simulator.strategies.protocol import Strategy
from simulator.strategies.random_lead import RandomLead
from simulator.strategies.spammer import Spammer
from simulator.strategies.steady import Steady

if TYPE_CHECKING:
    from types import ModuleType

    from simulator.strategies.guided import Guided
    from simulator.strategies.playbook import PlaybookStep

Factory = Callable[[], Strategy]
"""Makes a new lead for one run."""

_CARELESS: Mapping[str, Factory] = {
    "absent": Absent,
    "random": RandomLead,
    "hero": Hero,
    "micromanager": Micromanager,
    "spammer": Spammer,
    "box-ticker": BoxTicker,
    "closer": Closer,
    "gauge-chaser": GaugeChaser,
    "kind": Kind,
}
_PLAIN: Mapping[str, Factory] = {
    "first-in-first-out": FirstInFirstOut,
    "loudest-first": LoudestFirst,
    "by-the-book": ByTheBook,
}

GUIDED: Mapping[str, Callable[[Sequence[PlaybookStep]], Guided]] = {
    "expert": Expert,
    "steady": Steady,
    "close": Close,
}
"""The reference leads: each is made with the steps of a scenario's playbook."""

LEADS: Mapping[str, Factory] = {
    **_CARELESS,
    **_PLAIN,
    **{name: partial(lead, ()) for name, lead in GUIDED.items()},
    **{name: partial(OptionsOnly, look) for name, look in LOOKS.items()},
}
"""Every shipped lead; a reference lead without steps goes by its duties alone."""

CARELESS = tuple(_CARELESS)
"""Leads whose play must not pay."""

PLAIN = tuple(_PLAIN)
"""Leads that know one rule and keep to it."""

REFERENCE = tuple(GUIDED)
"""Leads whose play has to be acceptable, each in a way of its own."""


def find(name_or_path: str) -> Factory:
    """Return what makes the named lead; a file is run as the Python it is.

    Raises `NotFound` for a name, file or class that is not there, and `WrongUse` for a file that
    cannot be run or a class that is not a lead.
    """
    path, colon, name = name_or_path.rpartition(":")
    if colon and path.endswith(".py"):
        return _own(Path(path), name)
    if name_or_path in LEADS:
        return LEADS[name_or_path]
    if name_or_path.endswith(".py"):
        raise WrongUse(f"Which class of {name_or_path}?", "Give it as FILE.py:CLASS.")
    near = get_close_matches(name_or_path, LEADS, 1)
    meant = f'Did you mean "{near[0]}"? ' if near else ""
    raise NotFound(
        f'There is no lead "{name_or_path}".',
        f"{meant}Known are {', '.join(LEADS)}; your own is FILE.py:CLASS.",
    )


def _own(path: Path, name: str) -> Factory:
    found = getattr(_module(path), name, None)
    if not inspect.isclass(found):
        raise NotFound(f'There is no class "{name}" in {path}.', "Give it as FILE.py:CLASS.")
    if not callable(getattr(found, "decide", None)):
        raise WrongUse(
            f'"{name}" in {path} has no method `decide`.', "docs/strategies.md shows one."
        )

    def make() -> Strategy:
        try:
            return cast("Strategy", found())
        except TypeError as error:
            raise WrongUse(
                f'"{name}" cannot be made: {error}.', "A lead is made without arguments."
            ) from None

    return make


def _module(path: Path) -> ModuleType:
    if not path.is_file():
        raise NotFound(f"There is no file {path}.", "Give the path from where you are.")
    spec = importlib.util.spec_from_file_location(f"own_lead_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise WrongUse(f"{path} is not a Python file.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except ShiftleadError:
        raise
    except Exception as error:
        line = error.lineno if isinstance(error, SyntaxError) else _line(error, path)
        raise WrongUse(f"{path}:{line}: {type(error).__name__}: {error}.") from error
    return module


def _line(error: BaseException, path: Path) -> int:
    """Return the last line of the file that an error passed through."""
    trace, line = error.__traceback__, 1
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename) == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
