"""Each act given through its form is the act that its plain line gives, in the run file too."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

import pytest

from simulator.runs.language.desk import Desk
from simulator.runs.language.reading import Order, read, timed
from simulator.runs.session import Session
from simulator.scenario import library
from simulator.tui.app import ShiftleadApp
from simulator.tui.dialogs.form import ActForm
from simulator.tui.session_desk import SessionDesk
from simulator.tui.settings import Settings
from simulator.tui.widgets.asking import NumberAsked, OneAsked, SomeAsked, TimeAsked
from tests.conftest import one_in
from tests.tui.driving import at, until
from tests.tui.every_act import BASE, LINES, SEED, scenario
from tests.tui.fake_past import FakeShelf
from tests.tui.test_families import keys_to

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from simulator.engine.acts.base import Act
    from simulator.engine.acts.shapes import AnyAct
    from simulator.tui.asked import Asked


def played(session: Session, *lines: str) -> None:
    """Give plain lines, each at its minute."""
    for line in lines:
        minute, text = timed(line, Desk(session.view))
        if minute is not None:
            session.advance(minute - session.state.now)
        order = read(text, Desk(session.view))
        if isinstance(order, Order):
            assert session.give(cast("AnyAct", order.act)).refusal is None, line


def last_act(folder: Path) -> object:
    """Return the last act that the one run file of a folder holds."""
    (file,) = folder.glob("*.run.jsonl")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [line["act"] for line in lines if line["line"] == "act"][-1]


async def fill(pilot: Pilot[int], form: ActForm, act: Act) -> None:
    """Set every field by keys as the act has it."""
    defaults = {one.name: one.default for one in fields(cast("Any", act))}
    for one in form.asked:
        value = getattr(act, one.field)
        field = form.field_of(one)
        if value == field.value or (one.optional and value == defaults[one.field]):
            continue
        field.focus()
        await pilot.pause()
        await set_field(pilot, form, one, value)


async def set_field(pilot: Pilot[int], form: ActForm, one: Asked, value: object) -> None:
    """Set one field by keys."""
    field = form.field_of(one)
    match field:
        case TimeAsked():
            await pilot.press(*form.clock(cast("int", value)).replace(":", ""))
        case NumberAsked():
            await pilot.press(*str(value))
        case SomeAsked():
            for wanted in cast("tuple[object, ...]", value):
                await turn(pilot, field, wanted)
                await pilot.press("space")
        case _:
            await turn(pilot, field, value)


async def turn(pilot: Pilot[int], field: OneAsked, wanted: object) -> None:
    """Go right until what is wanted stands in front."""
    for _ in field.options:
        if field.options[field.chosen][0] == wanted:
            return
        await pilot.press("right")
    raise AssertionError(f"{wanted} is not among {field.options}")


@pytest.mark.parametrize("kind", one_in(4, LINES))
async def test_the_form_gives_what_the_plain_line_gives(kind: str, tmp_path: Path) -> None:
    setup, line = LINES[kind]
    loaded = library.load(scenario(tmp_path))
    plain, screen = tmp_path / "plain", tmp_path / "screen"
    with Session.start(loaded, plain, SEED) as session:
        played(session, *BASE, *setup)
        order = read(line, Desk(session.view))
        assert isinstance(order, Order)
        played(session, line)
    session = Session.start(loaded, screen, SEED)
    played(session, *BASE, *setup)
    before = session.state.now
    app = ShiftleadApp(
        FakeShelf(),
        Settings(welcomed=True, reduced_motion=True),
        lambda app: app.open_from(lambda: SessionDesk(session)),
        clock=lambda: 0.0,
    )
    async with app.run_test(size=(80, 24)) as pilot:
        if session.view.scene() is not None:
            await at(pilot, "Scene")
            await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        for key in keys_to(kind, session.state.world):
            await pilot.press(key)
            await pilot.pause()
        await at(pilot, "ActForm")
        form = app.screen
        assert isinstance(form, ActForm)
        await fill(pilot, form, order.act)
        assert form.act() == order.act
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not form)
        assert session.state.now == before
    assert last_act(screen) == last_act(plain)
