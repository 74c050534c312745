"""The built wheel, installed into an environment of its own, works away from the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.deep


def run(*command: str, cwd: Path, **env: str) -> str:
    """Run a command and return its output; a code other than 0 fails the test with its words."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "SHIFTLEAD"))}
    done = subprocess.run(
        command, cwd=cwd, env={**clean, **env}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the programs of an environment with the wheel in it."""
    base = tmp_path_factory.mktemp("wheel")
    source = base / "source"
    wanted = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "tests")
    shutil.copytree(ROOT, source, ignore=wanted)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
        "--wheel-dir", str(base), str(source), cwd=base)  # fmt: skip
    (wheel,) = base.glob("shiftlead-*.whl")
    # The libraries come from the environment of the tests; the program only from the wheel.
    environment = base / "environment"
    run(sys.executable, "-m", "venv", str(environment), cwd=base)
    python = environment / "bin" / "python"
    run(str(python), "-m", "pip", "install", "--quiet", "--no-deps", str(wheel), cwd=base)
    site = run(str(python), "-c", "import site; print(site.getsitepackages()[0])", cwd=base)
    libraries = [p for p in sys.path if p.endswith("site-packages")]
    (Path(site.strip()) / "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    return python.parent


def test_the_library_is_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    where = run(str(installed / "python"), "-c", "import simulator; print(simulator.__file__)",
                cwd=tmp_path)  # fmt: skip
    assert str(installed.parent) in where
    listed = json.loads(run(str(installed / "shiftlead"), "list", "--json", cwd=tmp_path))
    assert {"tutorial", "payroll-friday"} <= {s["id"] for s in listed["scenarios"]}


def test_a_scripted_lead_plays_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    text = run(str(installed / "shiftlead"), "simulate", "payroll-friday", "--strategy", "absent",
               "--runs", "2", "--json", cwd=tmp_path)  # fmt: skip
    assert len(json.loads(text)["runs"]) == 2


def test_the_app_opens_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    headless = """
import asyncio
from simulator.tui.app import ShiftleadApp
from simulator.tui.library import HomeShelf
async def main():
    app = ShiftleadApp(HomeShelf("runs.db"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        print(type(app.screen).__name__)
asyncio.run(main())
"""
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    assert run(str(installed / "python"), "-c", headless, cwd=tmp_path, **home).strip()
