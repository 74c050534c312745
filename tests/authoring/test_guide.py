"""The author's guide: what it says to type works, in its order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.starters import starter
from simulator.authoring.validate import check_texts
from simulator.cli.main import run
from tests.authoring.conftest import OTHERS, spliced

if TYPE_CHECKING:
    import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "authoring.md"
LINES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    for line in block.splitlines()
]
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
EXPORT = "number,opened_at,resolved_at,priority,assignment_group,state\n" + "".join(
    f"INC{n:04},2026-03-{day:02} {hour:02}:15:00,2026-03-{day:02} {hour + 2:02}:45:00,"
    "3 - Moderate,Desk,Closed\n"
    for n in range(150)
    for day, hour in [(2 + n % 5, 8 + n % 8)]
)


def test_what_the_guide_says_to_type_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("export.csv").write_text(EXPORT, encoding="utf-8")
    for line in LINES:
        words = shlex.split(line)
        assert words[0] == "shiftlead"
        if words[1] == "play":
            Path("lines.txt").write_text("next\n", encoding="utf-8")
            words += ["--script", "lines.txt"]
        if "--runs" in words:
            words[words.index("--runs") + 1] = "1"
        assert run(words[1:]) == 0, (line, capsys.readouterr())
        if words[1] == "new":
            Path("before.yaml").write_bytes(Path("our-monday.yaml").read_bytes())
    assert Path("our-desk.yaml").is_file()


def test_every_code_and_page_that_it_names_exists() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    for page in re.findall(r"\]\(([a-z-]+\.md)\)", text):
        assert (GUIDE.parent / page).is_file(), page
    for code in re.findall(r"\b[A-Z]\d{3}\b", text):
        assert run(["explain", code]) == 0


def test_its_examples_are_parts_of_the_file_that_it_begins_with() -> None:
    (line,) = (line for line in LINES if line.startswith("shiftlead new"))
    _, _, ident, _, kind = line.split()
    begun = starter(kind, ident)
    parts = [block for block in BLOCKS if "lint:" not in block]
    assert len(parts) > 3
    for part in parts:
        assert part in begun, part


def test_the_comments_that_it_shows_silence_just_what_is_there() -> None:
    (shown,) = (block for block in BLOCKS if "lint:" in block)
    assert codes(shown) == []
    assert codes(re.sub(r"# lint:.*", "", shown)) == ["L503", "L501"]


def codes(example: str) -> list[str]:
    """Return the problems of a small scenario with these blocks."""
    return [
        one.code
        for one in check_texts({"small.yaml": spliced(example), **OTHERS}).problems.ordered()
    ]
