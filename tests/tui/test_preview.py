"""The preview beside an editor: checks what is saved, keeps what was good, steps on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from simulator.authoring.preview.watching import Watching
from simulator.authoring.starters import starter
from simulator.cli.main import run
from simulator.tui.previewing import PreviewApp
from tests.tui.driving import shown

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(starter("outage", "ours"), encoding="utf-8")
    return path


def save(path: Path, text: str, app: PreviewApp) -> None:
    path.write_text(text, encoding="utf-8")
    app.look()


async def test_a_scene_stands_as_a_trainee_meets_it_and_what_is_behind_it(path: Path) -> None:
    app = PreviewApp(Watching(path))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        text = shown(pilot)
        assert "Rita Sandoval calls: “Two lorries wait" in text
        assert "2  I cannot say yet." in text
        assert "Best while known.wrong-clock: cause" in text
        assert "cause: earns 3 where it is best, else 1 (told dock doors)." in text
        assert "soon: earns 0 (" in text
        assert "No problem." in text
        await pilot.press("a")
        await pilot.pause()
        assert "Best while" not in shown(pilot)


@pytest.mark.parametrize("broken", ["", "schema: 1\nstory", "title: [", "\x00", "schema: 9\n"])
async def test_a_half_saved_file_leaves_the_last_good_version_and_the_place(
    path: Path, broken: str
) -> None:
    app = PreviewApp(Watching(path))
    good = path.read_text(encoding="utf-8")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("down")
        save(path, broken, app)
        await pilot.pause()
        text = shown(pilot)
        assert "the last version that could be played" in text
        assert "Rita Sandoval calls: “Two lorries wait" in text
        assert "error[" in text
        save(path, good.replace("Two lorries", "Three lorries"), app)
        await pilot.pause()
        assert "Rita Sandoval calls: “Three lorries wait" in shown(pilot)
        assert "as saved" in shown(pilot)


async def test_a_file_that_is_taken_away_is_said(path: Path) -> None:
    app = PreviewApp(Watching(path))
    async with app.run_test(size=(100, 40)) as pilot:
        path.unlink()
        app.look()
        await pilot.pause()
        assert "the last version that could be played" in shown(pilot)
        assert "Y001" in shown(pilot)


async def test_steps_walk_the_clock_and_show_the_state(path: Path) -> None:
    app = PreviewApp(Watching(path))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "08:00, seed 1" in shown(pilot)
        await pilot.press("full_stop")
        assert app.steps is not None
        while not app.steps.over:
            app.action_next()
        await pilot.pause()
        assert "The shift is over." in shown(pilot)
        assert "Known facts: none" in shown(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert "08:00, seed 2" in shown(pilot)
        # A saved change keeps the minute and the seed.
        await pilot.press("full_stop")
        minute = app.steps.state.now if app.steps else 0
        save(path, path.read_text(encoding="utf-8") + "# changed\n", app)
        assert app.steps is not None
        assert (app.steps.state.now, app.steps.seed) == (minute, 2)
        await pilot.press("s")
        await pilot.pause()
        assert app.query_one(OptionList).highlighted is not None


def test_plain_prints_all_pages_and_tells_problems_by_its_exit_code(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["preview", str(path), "--plain"]) == 0
    told = capsys.readouterr().out
    assert "Before the shift" in told
    assert "dock-rings" in told
    assert "What they say when listened to" in told
    path.write_text("schema: 1\n", encoding="utf-8")
    assert run(["preview", str(path), "--plain"]) == 1
    assert "error[K103]" in capsys.readouterr().out
