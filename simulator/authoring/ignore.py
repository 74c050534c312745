"""Comments that silence a warning: `# lint: ignore[L510] reason`.

Each names its codes and its reason, and is about what it stands at (see `standing`). A warning is
silenced wherever it is in that; an error never is, since a scenario that has one cannot be played.
Comments that silence nothing, give no reason or name no such code are reported themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.authoring.catalogue import CATALOGUE
from simulator.authoring.standing import Standing
from simulator.scenario.diagnostics import Problems
from simulator.scenario.suggest import did_you_mean, nearest
from simulator.scenario.tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.authoring.standing import Span
    from simulator.scenario.diagnostics import Diagnostic, Source

REMARK = re.compile(r"#[ \t]*lint:(?:(?!#[ \t]*lint:)[^\n])*", re.IGNORECASE)
"""A comment to the checker, up to the next one or the end of the line."""
IGNORE = re.compile(r"#\s*lint:\s*ignore\s*\[\s*([^\]]*?)\s*\](.*)", re.IGNORECASE)
WORD = re.compile(r"[^\s,]+")
ASIDE = ("profiles/", "rubrics/", "house/")
"""Files that a scenario only names: what is unused in one is told where it is checked itself."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment that ignores."""

    codes: Sequence[tuple[str, int]]
    """Each code as written, with the characters before it in the text."""
    reason: str
    start: int
    end: int
    spans: Sequence[Span]
    """What it is about."""


def silence(problems: Problems) -> None:
    """Take out the warnings that a comment ignores, and report comments to no purpose."""
    checked = not problems.failed  # With an error, not every lint was looked for.
    for source in list(problems.sources.values()):
        comments = list(_comments(source, problems))
        if not comments:
            continue
        places = _Places(source, problems.found)
        used = [places.take(comment) for comment in comments]
        problems.found = [one for one in problems.found if one not in places.silenced]
        for comment, codes in zip(comments, used, strict=True):
            if not source.key.startswith(ASIDE):
                _report(comment, codes, source, problems, checked)


class _Places:
    """The warnings of one text by code, each in the order of its place."""

    def __init__(self, source: Source, found: Iterable[Diagnostic]) -> None:
        self.silenced: set[Diagnostic] = set()
        self._by_code: dict[str, list[tuple[int, Diagnostic]]] = {}
        for one in found:
            if one.place.path == source.name and not one.is_error:
                at = source.offset(one.place.line, one.place.column)
                self._by_code.setdefault(one.code, []).append((at, one))
        for rows in self._by_code.values():
            rows.sort(key=lambda row: row[0])

    def take(self, comment: Comment) -> frozenset[str]:
        """Silence what a comment is about; return the codes that silenced something."""
        used = set()
        for code, _ in comment.codes:
            rows = self._by_code.get(code.upper(), [])
            for span in comment.spans:
                first = bisect_left(rows, span.start, key=lambda row: row[0])
                past = bisect_left(rows, span.end, key=lambda row: row[0])
                if first < past:
                    used.add(code)
                    self.silenced.update(one for _, one in rows[first:past])
        return frozenset(used)


def _comments(source: Source, problems: Problems) -> Iterator[Comment]:
    """Yield the comments of a text that ignore something; report those that cannot be read."""
    remarks = list(REMARK.finditer(source.text))
    scratch = Problems({source.name: source})
    root = parse(source, scratch) if remarks else None
    if root is None:
        return
    standing = Standing(source, root)
    for remark in remarks:
        if not standing.is_comment(remark.start()):
            continue
        ignores = IGNORE.match(remark[0])
        if ignores is None or not ignores[1]:
            problems.add(
                "L596", "this comment is not understood, so it ignores nothing",
                source.place(remark.start(), remark.end()),
                help="# lint: ignore[L510] the reason",
            )  # fmt: skip
            continue
        at = remark.start() + ignores.start(1)
        codes = [(word[0], at + word.start()) for word in WORD.finditer(ignores[1])]
        spans = standing.about(remark.start())
        yield Comment(codes, ignores[2].strip(), remark.start(), remark.end(), spans)


def _report(
    comment: Comment, used: frozenset[str], source: Source, problems: Problems, checked: bool
) -> None:
    """Report what is wrong with a comment; what is unused only where every lint was `checked`."""
    for code, at in comment.codes:
        if problems.full:
            problems.left_out += 1
            continue
        place, page = source.place(at, at + len(code)), CATALOGUE.get(code.upper())
        if page is None:
            problems.add(
                "L598", f'there is no code "{code[:20]}"', place,
                help=did_you_mean(nearest(code.upper(), CATALOGUE)) or "remove it",
            )  # fmt: skip
        elif not page.can_be_ignored:
            problems.add("L598", f"{page.code} cannot be ignored: {_why(page.code)}", place,
                         help="remove it")  # fmt: skip
        elif checked and code not in used:
            problems.add("L599", f"there is no {page.code} here to ignore", place,
                         help="remove it, or move the comment to what it is about")  # fmt: skip
    if used and not re.search(r"\w", comment.reason):
        problems.add(
            "L597", "this comment does not say why", source.place(comment.start, comment.end),
            help="write the reason behind the bracket, for whoever reads this next",
        )  # fmt: skip


def _why(code: str) -> str:
    if code[0] == "B":
        return "it is found by  shiftlead calibrate, which reads no comments"
    return "it is about comments like this one" if code[0] == "L" else "it is an error"
