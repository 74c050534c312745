"""Every number of the rules tables says what it means and where it comes from."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

import simulator.engine as engine
from simulator.engine.rules import Rules


def told() -> dict[str, str]:
    """Return the docstring of each field of the tables."""
    found: dict[str, str] = {}
    for path in sorted(Path(next(iter(engine.__path__))).glob("rules*.py")):
        tables = ast.parse(path.read_text(encoding="utf-8")).body
        for table in (one for one in tables if isinstance(one, ast.ClassDef)):
            for field, after in zip(table.body, table.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(after, ast.Expr):
                    assert isinstance(field.target, ast.Name)
                    found[field.target.id] = str(ast.literal_eval(after.value))
    return found


TOLD = told()


@pytest.mark.parametrize("name", [field.name for field in fields(Rules)])
def test_a_rule_ends_with_its_source_in_parentheses(name: str) -> None:
    says, _, source = TOLD[name].rpartition(" (")
    assert says
    assert re.fullmatch(r"[^()]+\)", source)
