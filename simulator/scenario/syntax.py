"""What a YAML error means: from the parser's words to the author's mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.scenario.after import report_tab
from simulator.scenario.diagnostics import Edit
from simulator.scenario.in_brackets import not_closed
from simulator.scenario.tabs import indents

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Place, Problems, Source

_NO_SPACE = re.compile(r"^( *(?:- +)*)([A-Za-z_][\w-]*):(?=[^\s:])(?!//)(.*)$")
_KEY = re.compile(r"^( *(?:- +)*)([A-Za-z_][\w-]*):(?= |$)(.*)$")
_TAB = re.compile(r"^ *\t+(?=[^\s#])")


def explain(source: Source, error: Exception, problems: Problems) -> None:
    """Report a YAML error, and the tabs of the other lines, which it may hide."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    tabs, sure = 0, indents(source) if "\t" in source.text else {}
    for number in range(len(source.starts)):
        found = _TAB.match(source.line(number + 1))
        if found:
            report_tab(source, source.starts[number] + found.group().index("\t"), problems, sure)
            tabs += 1
            if tabs >= 20:
                break
    if tabs:
        return
    if mark is None and (big := re.search(r"\\U(?!000)[0-9a-fA-F]{8}", source.text)):
        problems.add(
            "Y024",
            "there is no character with this number",
            source.place(big.start(), big.end()),
            help="write the character itself",
        )
        return
    if source.text.startswith("%"):
        problems.add(
            "Y031",
            "YAML directives are not supported",
            source.place(0, len(source.line(1))),
            help="remove this line",
        )
        return
    if mark is None:
        problems.add("Y010", f"the YAML cannot be read: {_mild(error)}", source.place(0, 0))
        return
    for rule in (_alias, _unclosed_quote, _early_quote, _no_space, _colon, _sign, not_closed,
                 _escape, _lost_line):  # fmt: skip
        if rule(source, error, mark, problems):
            return
    index = min(mark.index, len(source.text))
    context = getattr(error, "context_mark", None)
    notes: tuple[tuple[Place, str], ...] = ()
    if context is not None and context.index != mark.index:
        notes = ((source.place(context.index, context.index + 1), "in the part that begins here"),)
    problems.add(
        "Y010",
        f"the YAML cannot be read from here on: {_mild(error)}",
        source.place(index, index + 1),
        notes=notes,
    )


def _mild(error: Exception) -> str:
    text = str(getattr(error, "problem", None) or error)
    return text.replace("token", "sign").replace("scalar", "text").split("\n")[0][:120]


def _line(source: Source, index: int) -> tuple[int, int, str]:
    """Return the number of a line from 1, its start, and its text."""
    place = source.place(min(index, len(source.text)), index)
    return place.line, source.starts[place.line - 1], source.line(place.line)


def _quoted(text: str) -> str:
    return '"' + text.strip().replace("\\", "\\\\").replace('"', '\\"')[:120] + '"'


def _in_quotes(source: Source, line: str, start: int, column: int) -> Edit | None:
    """Return the edit that quotes a line's text from a column on, where it is certainly one text.

    A sharp may begin a comment, a bracket may close a list, and a quote may be there already.
    """
    text = line[column:].rstrip()
    column += len(text) - len(text.lstrip())
    text = text.strip()
    if not text or len(text) > 120 or re.search(r""" #|[\[\]{}"']""", text):
        return None
    return Edit(source.place(start + column, start + column + len(text)), _quoted(text))


def _alias(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    for spot in (getattr(error, "context_mark", None), mark):
        if spot is None or spot.index >= len(source.text):
            continue
        sign = source.text[spot.index]
        if sign not in "*&":
            continue
        _, start, line = _line(source, spot.index)
        rest = line[spot.index - start :]
        what, code = ("alias", "Y020") if sign == "*" else ("anchor", "Y021")
        problems.add(
            code,
            f'"{sign}" starts a YAML {what}, which scenarios do not support',
            source.place(spot.index, spot.index + len(rest.rstrip())),
            help=f"quote the text: {_quoted(rest)}",
            edit=_in_quotes(source, line, start, spot.index - start),
        )
        return True
    return False


def _unclosed_quote(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    context = getattr(error, "context_mark", None)
    if context is None or "quoted scalar" not in str(error.context):
        return False
    if "end of stream" not in str(error.problem) and "document" not in str(error.problem):
        return False
    problems.add(
        "Y003",
        "this quote is never closed",
        source.place(context.index, context.index + 1),
        help="close it at the end of the text",
    )
    return True


def _early_quote(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    if mark.index == 0 or mark.index >= len(source.text):
        return False
    _, start, line = _line(source, mark.index)
    before = line[: mark.index - start].rstrip()
    if before[-1:] not in ("'", '"') or not re.match(r"[\w ]", source.text[mark.index]):
        return False
    quote = before[-1]
    opening = before.find(quote)
    if opening < 0 or opening == len(before) - 1:
        return False
    at = start + len(before) - 1
    fix = (
        "double the apostrophe inside ('it''s late'), or use double quotes"
        if quote == "'"
        else 'write \\" for a quote inside, or use single quotes'
    )
    problems.add(
        "Y015",
        "the quoted text ends at this quote, and more follows",
        source.place(at, at + 1),
        help=fix,
    )
    return True


def _no_space(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    number, _, _ = _line(source, mark.index)
    context = getattr(error, "context_mark", None)
    lines = [number, number - 1]
    if context is not None:
        lines.append(_line(source, context.index)[0])
    for candidate in lines:
        if candidate < 1:
            continue
        found = _NO_SPACE.match(source.line(candidate))
        if found:
            column = len(found.group(1))
            start = source.starts[candidate - 1] + column
            problems.add(
                "Y007",
                "a key needs a space after its colon",
                source.place(start, start + len(found.group(2)) + 1),
                help=f"{found.group(2)}: {found.group(3).strip()[:120]}",
                edit=f"{found.group(2)}: ",
            )
            return True
    return False


def _colon(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    if "mapping values are not allowed" not in str(error.problem):
        return False
    number, start, line = _line(source, mark.index)
    column = mark.index - start
    found = _KEY.match(line)
    if found and found.end(2) < column:
        key, rest = found.group(2), found.group(3).strip()
        problems.add(
            "Y004",
            "text with a colon followed by a space must be quoted",
            source.place(mark.index, mark.index + 1),
            help=f"{key}: {_quoted(rest)}",
            edit=_in_quotes(source, line, start, found.start(3)),
        )
        return True
    if found and number > 1:
        above = _KEY.match(source.line(number - 1))
        if above:
            wanted, got = len(above.group(1)), len(found.group(1))
            if got > wanted:
                problems.add(
                    "Y005",
                    f"this key is indented {got} spaces; its neighbour "
                    f'"{above.group(2)}" starts at column {wanted + 1}',
                    source.place(start + got, start + found.end(2)),
                    help=f"indent it with {wanted} spaces",
                )
                return True
    if line[:column].strip().startswith("- ") or not found:
        head = line[: len(line) - len(line.lstrip(" -"))]
        problems.add(
            "Y004",
            "text with a colon followed by a space must be quoted",
            source.place(mark.index, mark.index + 1),
            help=f"{head.strip()} {_quoted(line[len(head) :])}".strip(),
            edit=_in_quotes(source, line, start, len(head)),
        )
        return True
    return False


def _sign(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    if "cannot start any token" not in str(error.problem) or mark.index >= len(source.text):
        return False
    sign = source.text[mark.index]
    if sign == "\t":
        report_tab(source, mark.index, problems, indents(source))
        return True
    _, start, line = _line(source, mark.index)
    problems.add(
        "Y016",
        f'a text that begins with "{sign}" must be quoted',
        source.place(mark.index, mark.index + 1),
        help=f"quote the text: {_quoted(line[mark.index - start :])}",
        edit=_in_quotes(source, line, start, mark.index - start),
    )
    return True


def _escape(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    if "escape" not in str(error.problem):
        return False
    problems.add(
        "Y024",
        "a backslash in double quotes begins an escape, and this one is unknown",
        source.place(max(mark.index - 1, 0), mark.index + 1),
        help="double the backslash, or use single quotes",
    )
    return True


def _lost_line(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    """Report a line that is no key, or a key or item that lines up with nothing."""
    problem = str(error.problem)
    context = getattr(error, "context_mark", None)
    if "could not find expected ':'" in problem:
        spot = context or mark
        number, start, line = _line(source, spot.index)
        indent = len(line) - len(line.lstrip())
        problems.add(
            "Y018",
            "this line is neither a key nor part of the text above",
            source.place(start + indent, start + len(line.rstrip())),
            help="a key ends with a colon and a space; a longer text goes in quotes",
        )
        return True
    if "block end" in problem or "did not find expected" in problem:
        number, start, line = _line(source, mark.index)
        indent = len(line) - len(line.lstrip())
        found = _KEY.match(line)
        above = next((n for n in range(number - 1, 0, -1) if source.line(n).strip()), 0)
        neighbour = _KEY.match(source.line(above)) if above else None
        if found and neighbour and len(found.group(1)) != len(neighbour.group(1)):
            near = len(neighbour.group(1))
            problems.add(
                "Y005",
                f"this key is indented {len(found.group(1))} spaces; its "
                f'neighbour "{neighbour.group(2)}" starts at column {near + 1}',
                source.place(start + found.start(2), start + found.end(2)),
                help=f"indent it with {near} spaces, or as one of the keys above it",
            )
            return True
        notes: tuple[tuple[Place, str], ...] = ()
        if context is not None:
            notes = ((source.place(context.index, context.index + 1), "the block begins here"),)
        problems.add(
            "Y019",
            "this line does not line up with its block",
            source.place(start + indent, start + max(len(line.rstrip()), indent + 1)),
            notes=notes,
            help="give it the indentation of its neighbours",
        )
        return True
    return False
