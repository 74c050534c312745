"""The schema in a real editor's language server; skipped where none is installed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.catalogue import CATALOGUE
from simulator.authoring.schema.names import ids_of, with_names
from simulator.authoring.schema.whole import whole_schema
from simulator.authoring.validate import check_texts
from tests.authoring.conftest import spliced
from tests.authoring.language_server import LanguageServer, installed
from tests.authoring.test_schema import BEYOND, GOOD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.authoring.catalogue import Page
    from simulator.authoring.schema.shaping import Schema

pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(installed() is None, reason="no yaml-language-server"),
]

SHOWN = [p for p in CATALOGUE.values() if p.wrong and p.code[0] in "KV" and p.code not in BEYOND]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an author's folder, with the schema where the first line of a file looks for it."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / ".shiftlead").mkdir()
    return folder


def opened(schema: Schema, folder: Path) -> LanguageServer:
    path = folder / ".shiftlead" / "scenario.schema.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    program = installed()
    assert program is not None
    return LanguageServer(program, path)


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    server = opened(with_names(whole_schema()), folder)
    yield server
    server.close()


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_an_editor_finds_nothing_in_a_good_file(
    path: Path, folder: Path, server: LanguageServer
) -> None:
    uri = (folder / path.name).as_uri()
    assert server.problems(uri, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_an_editor_finds_a_mistake_where_we_do(page: Page, server: LanguageServer) -> None:
    text = spliced(page.wrong)
    told = server.problems(f"file:///bad/{page.code}.yaml", text)
    ours = check_texts({"small.yaml": text}).problems.ordered()
    lines = {problem.place.line for problem in ours if problem.code == page.code}
    assert {one["range"]["start"]["line"] + 1 for one in told} & lines, told


WRITING = {
    "an id": ("storyline:\n  - id: news\n    effects:\n      - target: ", {"ana", "ben", "cfo"}),
    "a value": ("kind: ", {"outage", "conflict", "escalation"}),
    "a key": ("storyline:\n  - id: news\n    ", {"at", "when", "scene", "effects"}),
    "a rule": ("rules:\n  ", {"because", "costs"}),
}


def test_an_editor_completes_ids_values_and_keys(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "small.yaml").write_text(spliced(""), encoding="utf-8")
    server = opened(with_names(whole_schema(), ids_of([tmp_path])), folder)
    try:
        for name, (begun, wanted) in WRITING.items():
            text = spliced(begun)
            column = len(text.rpartition("\n")[2])
            found = server.completions(f"file:///{name}.yaml", text, text.count("\n"), column)
            assert wanted <= set(found), name
    finally:
        server.close()
