"""Writes the pages of `docs/` that come from the program: `make docs`."""

from __future__ import annotations

import argparse
import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scoring.measures import docs as docs_of_measures
from simulator.authoring.catalogue import CATALOGUE as CATALOGUE_OF_CODES
from simulator.authoring.shipped_rubrics import (
    OPENED_FOR,
    entries_of,
    measures_of,
    shipped_rubrics,
)
from simulator.cli.main import COMMANDS, cli
from simulator.engine.acts.registry import ACTS
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.rules import DEFAULT_COSTS
from simulator.runs.language.controls import LOOKS, OTHERS
from simulator.runs.language.explain import FAMILIES, REMARKS
from simulator.runs.language.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py; change the program, then run make docs. -->"


def page(title: str, *parts: str) -> str:
    """Return a page with its heading."""
    return "\n\n".join([f"# {title}", NOTE, *parts]) + "\n"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table; a bar inside a cell is escaped."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in lines
    )


def minutes(kind: str) -> str:
    """Return what an act costs by default, in words."""
    costs = dict(DEFAULT_COSTS)
    if kind in costs:
        return str(costs[kind])
    several = [f"{cost} ({name.partition('-')[2]})" for name, cost in DEFAULT_COSTS
               if name.startswith(f"{kind}-")]  # fmt: skip
    return ", ".join(several) or "as long as the work takes"


def acts() -> str:
    """Return the page of all acts."""
    parts = [
        "What a lead can order. Minutes are the lead's own; a scenario may set others. Free words"
        " ride along with any act and no rule reads them."
    ]
    for family, heading in FAMILIES:
        kinds = [kind for kind in ACTS if ACTS[kind].rule.family == family]
        if not kinds:
            continue
        parts.append(f"## {heading}")
        parts.append(table(
            ("act", "on screen", "what it does", "minutes", "fields"),
            [(f"`{kind}`", ACTS[kind].title, ACTS[kind].help, minutes(kind),
              ", ".join(f"`{name}`" for name in ACTS[kind].shape.__dataclass_fields__) or "–")
             for kind in kinds],
        ))  # fmt: skip
    return page("Acts", *parts)


def plain_mode() -> str:
    """Return the page of the lines of plain mode."""
    parts = [
        "`shiftlead play SCENARIO --plain` plays a shift in lines. The same lines in a file are a"
        " script: `--script FILE`. In a script `@08:25 triage 204` lets the clock run until 08:25"
        " first; a line that begins with `#` is a remark.",
        "\n".join(f"- {remark}" for remark in REMARKS),
    ]
    for family, heading in FAMILIES:
        kinds = [kind for kind in ACTS if ACTS[kind].rule.family == family]
        if kinds:
            parts.append(f"## {heading}")
            rows = [(f"`{FORMS[k].usage()}`", ACTS[k].title, f"`{FORMS[k].example}`")
                    for k in kinds]  # fmt: skip
            parts.append(table(("line", "what it does", "example"), rows))
    parts.append("## Looking")
    parts.append(table(("line", "shows"), [(f"`{w}`", says) for w, says in LOOKS.items()]))
    parts.append("## Time and leaving")
    parts.append(table(("line", "does"), [(f"`{w}`", says) for w, says in OTHERS.items()]))
    return page("Plain mode", *parts)


def log() -> str:
    """Return the page of all kinds of log entries."""
    parts = [
        "Every kind of entry, from the one table that screens, reports and measures use. `cause` is"
        " script (stands in every run of this scenario and seed), world (follows from the state),"
        " lead (an act took effect) or default (a limit passed unanswered)."
    ]
    for name, kind in CATALOGUE.items():
        parts.append(f"## {name}")
        told = f" Told as: {kind.sentence}." if kind.sentence else ""
        causes = ", ".join(c for c in ("script", "world", "lead", "default") if c in kind.causes)
        parts.append(f"Subject: {kind.subject or 'any'}. Cause: {causes}.{told}")
        if kind.fields:
            rows = [(f"`{key}`", f.type + (", optional" if f.optional else ""), f.says)
                    for key, f in kind.fields.items()]  # fmt: skip
            parts.append(table(("field", "type", "meaning"), rows))
    return page("The log", *parts)


def commands() -> str:
    """Return the page of all commands with their options."""
    parts = ["Exit codes: 0 done, 1 problems found, 2 wrong use, 3 internal, 130 interrupted."]
    context = click.Context(cli, info_name="shiftlead", max_content_width=90, terminal_width=90)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        if command is None:
            raise LookupError(name)
        parts.append(f"## shiftlead {name}")
        parts.append(_help(command, context, name))
        if isinstance(command, click.Group):
            inner = click.Context(command, info_name=name, parent=context, terminal_width=90)
            for part in command.list_commands(inner):
                below = command.get_command(inner, part)
                if below is not None:
                    parts.append(f"### shiftlead {name} {part}")
                    parts.append(_help(below, inner, part))
    return page("Commands", *parts)


def _help(command: click.Command, parent: click.Context, name: str) -> str:
    """Return a command's help as a block."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=90)
    text = re.sub(r"[ \t]+$", "", command.get_help(context), flags=re.MULTILINE)
    return f"```\n{text}\n```"


def codes() -> str:
    """Return the page of everything that `validate` can find."""
    parts = ["What `shiftlead validate` can find; `shiftlead explain CODE` shows one of them."]
    for code, one in CATALOGUE_OF_CODES.items():
        head, _, rest = one.text().strip().partition("\n")
        parts.append(f"## {code}")
        parts.append(head)
        parts.append(rest.strip("\n"))
    return page("Problems of scenario files", *parts)


def measures() -> str:
    """Return the page of all measures."""
    return docs_of_measures().replace("\n", f"\n\n{NOTE}\n", 1).rstrip("\n") + "\n"


def rubrics() -> str:
    """Return the page of the shipped rubrics: kinds of windows, and criteria."""
    found = shipped_rubrics()
    smallest_last = sorted(found.items(), key=lambda row: -len(row[1].criteria))
    criteria = {one.id: (one, name) for name, rubric in smallest_last for one in rubric.criteria}
    kinds = dict.fromkeys(kind for one, _ in criteria.values() for kind in one.windows)
    parts = [
        "What a scenario inherits with `rubric: {extends: [NAME]}`; without `extends` it is"
        " `team-lead-core`. A criterion that names a kind of window is scored only in a shift that"
        " opens a window of this kind ([windows](scenario-format.md#windows)): one that is spelt in"
        " another way gives it no opportunity. A criterion that names none looks at the whole"
        " shift. The measures are explained in [measures.md](measures.md), the entries in"
        " [log.md](log.md).",
        "## Kinds of windows",
        table(("kind", "open it for", "criteria that look at it"), [
            (f"`{kind}`", OPENED_FOR[kind],
             coded(one.id for one, _ in criteria.values() if kind in one.windows))
            for kind in kinds
        ]),
    ]  # fmt: skip
    for name, rubric in found.items():
        parts.append(f"## {name}")
        own = [one for one, home in criteria.values() if home == name]
        rows = [(f"`{one.id}`", one.prompt, coded(one.windows) or "the whole shift",
                 coded(measures_of(one)), coded(entries_of(one))) for one in own]  # fmt: skip
        if rows:
            head = ("criterion", "asks", "windows", "measures", "entries")
            parts.append(table(head, rows))
        else:
            parts.append(f"All of these: {coded(one.id for one in rubric.criteria)}.")
    return page("Shipped rubrics", *parts)


def coded(names: Iterable[str]) -> str:
    """Return names as code, with commas."""
    return ", ".join(f"`{name}`" for name in names)


def behaviours() -> str:
    """Return the page of what a lead can show, with the shifts that prove it."""
    rows = runpy.run_path(str(HERE.parent / "tests" / "behaviours" / "table.py"))["table"]()
    parts = [
        "What a lead can show here, and the log entry that shows it. Each row is two short shifts"
        " that the tests play: the entry is in the log of the first and not in that of the second."
        " Rows are *scored* (a criterion can be built on them), *shown* (told in the debrief,"
        " without weight) or followed over several shifts (*campaign*)."
        " An entry may also show the opposite of a behaviour. In a script"
        " `{ticket.resolved reset-1}` stands for the number of that entry, which the log shows."
        " Scenarios that are not shipped are beside the tests, in `tests/behaviours`."
    ]
    for competency, found in rows.items():
        if found:
            parts.append(f"## {competency.capitalize()}")
        parts += [
            f"### {one.row}. {one.says}\n\n*{one.handled}* · {entry_of(one)}"
            f" · on {one.scenario}, seed {one.seed}\n\n"
            f"The {one.shows} shows in the log after\n\n```\n{one.does.strip()}\n```\n\n"
            f"and not after\n\n```\n{one.leaves.strip() or '# nothing'}\n```"
            for one in sorted(found, key=lambda one: one.row)
        ]
    return page("Behaviours", *parts)


def entry_of(row: Any) -> str:
    """Return the entry that shows a row, and where it stands, in words."""
    near = f"within {row.within} minutes " if row.within is not None else ""
    parts = [f"at least {row.times} times"] if row.times > 1 else []
    parts.append(values_of(row.entry))
    sides = (("after", row.after), ("before", row.before))
    parts += [f"{near}{side} {values_of(other)}" for side, other in sides if other]
    return " ".join(parts)


def values_of(entry: dict[str, Any]) -> str:
    """Return the values that an entry has to have, in words."""
    values = [value_of(key, value) for key, value in entry.items() if key != "kind"]
    return f"`{entry['kind']}`" + (f" with {', '.join(values)}" if values else "")


def value_of(name: str, wanted: Any) -> str:
    """Return what is asked of one value, in words."""
    name = "minute" if name == "at" else name
    if not isinstance(wanted, dict):
        return f"no {name}" if wanted is None else f"{name} {shown(wanted)}"
    return f"{name} " + " and ".join(
        f"{comparison.replace('_', ' ')} {shown(value)}" for comparison, value in wanted.items()
    )


def shown(value: Any) -> str:
    """Return a value as the log shows it."""
    if isinstance(value, list):
        return " + ".join(map(shown, value))
    return {"True": "yes", "False": "no", "": "nothing"}.get(str(value), str(value))


PAGES = {
    "codes.md": codes,
    "acts.md": acts,
    "plain-mode.md": plain_mode,
    "log.md": log,
    "measures.md": measures,
    "rubrics.md": rubrics,
    "behaviours.md": behaviours,
    "commands.md": commands,
}


def main() -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=HERE, help="folder to write to")
    folder: Path = parser.parse_args().to
    for name, make in PAGES.items():
        (folder / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
