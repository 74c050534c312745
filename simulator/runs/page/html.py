"""The debrief of a run as one self-contained page: it opens without a network and prints well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scoring.debrief.beside import said_words, score_words
from scoring.debrief.plans import plan_asks
from scoring.debrief.text import spoken, sum_words
from scoring.rubric import COMPETENCIES
from simulator.errors import visible
from simulator.runs.page.drawing import HEIGHT, WIDTH, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.build import Debrief
    from simulator.runs.contents import RunFile


def _shown(value: object) -> object:
    """Return what a page prints for a value: of a text, nothing that a screen would obey."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def page_of(run: RunFile, debrief: Debrief, title: str, what_if: Sequence[str] = ()) -> str:
    """Return a debrief as HTML; `what_if` are lines that stand under a heading of their own.

    What a person typed is shown as text and never as markup.
    """
    environment = Environment(
        loader=PackageLoader("simulator.runs.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters |= {
        "points": points, "spoken": spoken, "sum_words": sum_words,
        "said_words": said_words, "score_words": score_words,
    }  # fmt: skip
    told = {row.entry: row for level in debrief.levels for row in level.evidence}
    return environment.get_template("debrief.html").render(
        title=title,
        run=run.head,
        debrief=debrief,
        first=debrief.first,
        clock=debrief.telling.clock,
        asks=plan_asks(len(debrief.first.plans)),
        groups=[
            (name, [row for row in debrief.levels if row.competency == name])
            for name in COMPETENCIES
            if any(row.competency == name for row in debrief.levels)
        ],
        evidence=[told[number] for number in sorted(told)],
        what_if=what_if,
        width=WIDTH,
        height=HEIGHT,
    )
