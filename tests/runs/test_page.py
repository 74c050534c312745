"""The debrief as a page: whole, harmless, and with nothing that it would have to fetch."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from scoring.debrief.build import Own
from scoring.debrief.picture import Curve
from simulator.runs.debriefing import debrief_of
from simulator.runs.file import read_run
from simulator.runs.page.drawing import HEIGHT, WIDTH, points
from simulator.runs.page.html import page_of
from simulator.runs.session import Session
from simulator.scenario.library import load

if TYPE_CHECKING:
    from simulator.runs.file import RunFile

EMPTY = {"meta", "polyline", "br"}
"""Elements without an end."""


class Reader(HTMLParser):
    """Reads a page and holds that every element ends in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        named = dict(attrs)
        if named.get("id"):
            self.ids.add(str(named["id"]))
        self.links += [str(named[key]) for key in ("href", "src") if named.get(key)]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFile:
    with Session.start(load("payroll-friday"), tmp_path_factory.mktemp("runs"), 3) as session:
        session.advance(session.state.world.length)
        session.finish()
    return read_run(session.path)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_the_page_holds_all_it_needs(run: RunFile) -> None:
    debrief = debrief_of(run)
    page = page_of(run, debrief, "Payroll Friday", ["What if?", "08:40 another way"])
    reader = read(page)
    assert reader.tags.isdisjoint({"script", "img", "link", "iframe", "object"})
    assert "default-src 'none'" in page
    inner = {link[1:] for link in reader.links if link.startswith("#")}
    assert inner <= reader.ids
    assert all(link.startswith(("#", "https://")) for link in reader.links)
    assert page.count(debrief.rung) == 1
    for row in debrief.levels:
        assert {f"entry-{one.entry}" for one in row.evidence} <= reader.ids
    assert "08:40 another way" in page


def test_what_somebody_typed_stays_text(run: RunFile) -> None:
    own = Own(back="<script>alert(1)</script>", keep='"><b>x\x1b[31m', ratings={"delegation": 70})
    page = page_of(run, debrief_of(run, own), "A & B <i>")
    reader = read(page)
    assert "script" not in reader.tags
    assert "&lt;script&gt;" in page
    assert "\x1b" not in page
    assert "A &amp; B &lt;i&gt;" in page


def test_a_curve_is_drawn_inside_its_frame() -> None:
    found = points(Curve("x", (3, 9, 0, 9), (0, 5, 10, 60)))
    pairs = [tuple(map(float, one.split(","))) for one in found.split()]
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in pairs)
    assert [x for x, _ in pairs] == sorted(x for x, _ in pairs)
    assert pairs[1][1] == pairs[3][1] < pairs[0][1] < pairs[2][1]
    assert re.fullmatch(r"[\d., ]+", points(Curve("level", (4, 4), (0, 5))))
