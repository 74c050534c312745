"""The outer files keep what the README promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def packages() -> list[str]:
    """Return the names of everything the project depends on."""
    wanted = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"]
    names = {re.split(r"[<>=~! ]", line)[0] for line in wanted}
    return sorted(name for name in names if not name.startswith("types-"))


@pytest.mark.parametrize("package", packages())
def test_the_readme_says_what_each_package_is_for(package: str) -> None:
    table = README.partition("What it needs, and why:")[2]
    assert re.search(rf"\b{re.escape(package)}\b", table)


@pytest.mark.parametrize("target", ["play", "test", "check", "deep", "docs", "snapshots"])
def test_every_target_sets_up_its_environment_itself(target: str) -> None:
    assert re.search(rf"^{target}: \$\(READY\)$", MAKEFILE, re.MULTILINE)


def test_continuous_checks_run_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "`make test`" in README
    assert re.search(r"^make .*\btest\b", script, re.MULTILINE)
    assert re.search(r"^make .*\bcheck\b", script, re.MULTILINE)
    assert "set -eu" in script
    if os.name == "posix":
        assert os.access(ROOT / ".ci" / "run", os.X_OK)


def kept_files() -> list[Path]:
    """Return the project's own files: no caches, no environments, no build results."""
    passing = re.compile(r"^\.(git|venv|hypothesis|\w+_cache)$|^(build|dist|__pycache__)$")
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not any(map(passing.search, path.relative_to(ROOT).parts))
    ]


def test_no_file_names_a_package_index() -> None:
    address = re.compile(r"(index|find)[-_](url|links)\s*[=:]|https?://\S*/simple/")
    texts = {".py", ".toml", ".cfg", ".md", ".txt", ".yaml", ".yml", ""}
    files = [path for path in kept_files() if path != Path(__file__)]
    named = [
        path
        for path in files
        if path.suffix in texts
        and address.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    locked = [p for p in files if p.suffix == ".lock" or p.match("requirements*.txt")]
    assert len(files) > 50
    assert not named
    assert not locked


def test_the_generated_pages_are_up_to_date(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--to", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    pages = sorted(tmp_path.glob("*.md"))
    assert pages
    for page in pages:
        kept = (ROOT / "docs" / page.name).read_text(encoding="utf-8")
        assert kept == page.read_text(encoding="utf-8"), f"{page.name}: run make docs"
