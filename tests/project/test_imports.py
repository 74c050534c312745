"""What a linter of imports cannot see: imports inside functions, and what really gets loaded."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LOADED = """
import json, sys
before = set(sys.modules)
{body}
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def modules(folder: str) -> list[str]:
    """Return the names of all modules under a folder of the project."""
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


def loaded_by(body: str) -> set[str]:
    """Return what a fresh interpreter has loaded after running `body`."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(body=body)],
        capture_output=True, text=True, check=False, cwd=ROOT.parent,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def tops(names: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("module", modules("simulator/cli"))
def test_no_module_of_a_command_loads_the_screen_library(module: str) -> None:
    assert "textual" not in tops(loaded_by(f"import {module}"))


def test_the_engine_loads_the_standard_library_and_itself_only() -> None:
    names = loaded_by("\n".join(f"import {module}" for module in modules("simulator/engine")))
    strange = tops(names) - set(sys.stdlib_module_names) - {"simulator"}
    ours = {n for n in names if n.startswith("simulator.") and n.split(".")[1] != "engine"}
    assert not strange
    assert not ours


def test_scoring_loads_the_log_and_the_catalogue_only() -> None:
    room = [m for m in modules("scoring") if not m.startswith("scoring.export")]
    names = loaded_by("\n".join(f"import {module}" for module in room))
    strange = tops(names) - set(sys.stdlib_module_names) - {"simulator", "scoring"}
    ours = {n for n in names if n.startswith("simulator.") and n != "simulator.engine"}
    assert not strange
    assert all(n.split(".")[1:3] in (["engine", "log"], ["engine", "catalogue"]) for n in ours)


@pytest.mark.parametrize(("folder", "ours"), [("simulator/engine", "simulator.engine")])
def test_the_engine_imports_no_library_inside_a_function_either(folder: str, ours: str) -> None:
    strange = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            else:
                continue
            strange += [
                f"{path.relative_to(ROOT)}:{node.lineno} {name}"
                for name in names
                if name.partition(".")[0] not in sys.stdlib_module_names
                and name != ours
                and not name.startswith(f"{ours}.")
            ]
    assert not strange


def test_the_roots_of_the_packages_hold_a_docstring_only() -> None:
    for name in ("simulator", "simulator/engine", "scoring", "scenarios"):
        body = ast.parse((ROOT / name / "__init__.py").read_text(encoding="utf-8")).body
        assert len(body) == 1, name
        assert isinstance(body[0], ast.Expr), name
