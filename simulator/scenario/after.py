"""What the parser lets through in silence: a text cut by a comment, a stray tab, `-id`, U+00A0."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from simulator.scenario.diagnostics import Edit
from simulator.scenario.nodes import Block, Items, Node, Scalar
from simulator.scenario.tabs import STEP, indents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.scenario.diagnostics import Problems, Source

_COMMENT = re.compile(r" #(?=[^\s#])")
_DASH_KEY = re.compile(r"-[a-z_]+:(?=\s|$)")


def check_rest(source: Source, root: Node, problems: Problems) -> None:
    """Report what a YAML parser accepts though the author meant something else."""
    text = source.text
    cuts: dict[int, int] = {}
    for found in _COMMENT.finditer(text):
        start = found.start()
        while start > 0 and text[start - 1] == " ":
            start -= 1
        cuts[start] = found.end() - 1
    tabs = "\t" in text
    dashes = any(_begins_line(text, found.start()) for found in _DASH_KEY.finditer(text))
    spaces = "\u00a0" in text
    if not (cuts or tabs or dashes or spaces):
        return
    nodes = list(_scalars(root))
    if cuts:
        _cut_texts(source, nodes, cuts, problems)
    if dashes:
        for node, is_key in nodes:
            if is_key and node.plain and re.match(r"-[a-z_]+\Z", node):
                problems.add(
                    "Y006",
                    f'"{node}" is read as one word; a list item needs a space after its dash',
                    node,
                    help=f"- {node[1:]}: ...",
                )
    if spaces:
        for node, is_key in nodes:
            if is_key and "\u00a0" in node:
                problems.add(
                    "Y013",
                    "a no-break space (U+00A0) is part of this key",
                    node,
                    help="replace it with an ordinary space (fixable with --fix)",
                    edit=node.replace("\u00a0", " "),
                )
    if tabs:
        _stray_tabs(source, nodes, problems)


def _begins_line(text: str, at: int) -> bool:
    """Return whether only spaces stand before a place in its line."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" ")


def _scalars(root: Node) -> Iterator[tuple[Scalar, bool]]:
    """Yield every text of a tree, and whether it is a key."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Block):
            for key, value in node.items():
                if isinstance(key, Scalar):
                    yield key, True
                waiting.append(value)
        elif isinstance(node, Items):
            waiting.extend(node)
        elif isinstance(node, Scalar):
            yield node, False


def _cut_texts(
    source: Source, nodes: list[tuple[Scalar, bool]], cuts: dict[int, int], problems: Problems
) -> None:
    for node, is_key in nodes:
        if node.plain and not is_key and " " in node and node.end.index in cuts:
            sharp = cuts[node.end.index]
            line_end = source.text.find("\n", sharp)
            rest = source.text[sharp : line_end if line_end >= 0 else len(source.text)].rstrip()
            whole = f"{node} {rest}".replace("\\", "\\\\").replace('"', '\\"')
            problems.add(
                "Y008", 'the text ends before " #"; the rest is a YAML comment',
                source.place(sharp, sharp + len(rest)), help=f'quote the text: "{whole[:120]}"',
            )  # fmt: skip


def _stray_tabs(source: Source, nodes: list[tuple[Scalar, bool]], problems: Problems) -> None:
    sure = indents(source)
    inside = sorted((node.mark.index, node.end.index) for node, _ in nodes)
    starts = [start for start, _ in inside]
    for found in re.finditer("\t", source.text):
        if problems.full:
            return
        at = found.start()
        before_it = bisect_right(starts, at) - 1
        if before_it >= 0 and at < inside[before_it][1]:
            continue
        line = source.text.rfind("\n", 0, at) + 1
        before = source.text[line:at]
        rest = source.text[at : (source.text.find("\n", at) + 1 or len(source.text) + 1) - 1]
        if "#" in before or not rest.strip() or rest.lstrip().startswith("#"):
            continue
        report_tab(source, at, problems, sure)


def report_tab(source: Source, at: int, problems: Problems, sure: Mapping[int, int]) -> None:
    """Report a tab that stands where YAML wants spaces; `sure` has the depths that are certain."""
    place = source.place(at, at + 1)
    start = source.starts[place.line - 1]
    line = source.line(place.line)
    rest = line.lstrip(" \t")
    if source.text[start:at].strip():
        says, spaces = "a tab stands between two parts of this line; YAML wants a space", 1
        edit = Edit(place, " ")
    else:
        says = "a tab is used for indentation; YAML allows only spaces"
        spaces = sure.get(place.line, STEP if rest.startswith("#") else 0)
        edit = Edit(source.place(start, start + len(line) - len(rest)), " " * spaces)
    if spaces:
        count = f"{spaces} spaces" if spaces > 1 else "a space"
        help_ = (
            f"replace the tab with {'two spaces' if spaces == STEP else count} (fixable with --fix)"
        )
    else:
        help_ = "indent it with spaces; --fix leaves it, as nothing shows what it belongs to"
    problems.add("Y002", says, place, help=help_, edit=edit if spaces else None)
