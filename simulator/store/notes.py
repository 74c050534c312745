"""What a trainee wrote beside a run: own words, own ratings, a plan, a contest.

They are kept apart from the run and its assessment, which they never change. A later note of one
kind does not replace an earlier one; both are kept.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import insert, select

from scoring.debrief.build import Own
from simulator.store.tables import NOTES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from simulator.store.store import Store

Kind = Literal["words", "rating", "plan", "contest"]


@dataclass(frozen=True, slots=True)
class RunNote:
    """One note."""

    run: str
    kind: str
    content: Mapping[str, object]
    written: date


def write_note(
    store: Store, run: str, kind: Kind, content: Mapping[str, object], today: date
) -> None:
    """Write a note beside a stored run; raises `NotFound` for an unknown one."""
    full = store.find(run).id
    text = json.dumps(dict(content), sort_keys=True, ensure_ascii=False)
    with store.writing() as connection:
        connection.execute(insert(NOTES).values(run=full, kind=kind, content=text, written=today))


def notes(store: Store, run: str | None = None, kind: Kind | None = None) -> list[RunNote]:
    """Return notes in the order in which they were written, of one run or kind where named."""
    query = select(NOTES).order_by(NOTES.c.id)
    if run is not None:
        query = query.where(NOTES.c.run == run)
    if kind is not None:
        query = query.where(NOTES.c.kind == kind)
    with store.reading() as connection:
        return [
            RunNote(found["run"], found["kind"], json.loads(found["content"]), found["written"])
            for found in connection.execute(query).mappings()
        ]


def own_words(store: Store, run: str) -> Own | None:
    """Return what somebody wrote beside a run at its end, the latest; None for no words."""
    said: dict[str, Any] = {note.kind: note.content for note in notes(store, run)}
    if "words" not in said:
        return None
    words = said["words"]
    return Own(str(words.get("back", "")), str(words.get("keep", "")), said.get("rating", {}))
