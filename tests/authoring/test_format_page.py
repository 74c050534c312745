"""The page about the format: its examples have the keys, shapes and values that it tells of."""

from __future__ import annotations

import re
from pathlib import Path

from simulator.authoring.validate import check_texts

PAGE = Path(__file__).parents[2] / "docs" / "scenario-format.md"


def test_the_examples_have_no_problem_of_form() -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    parts = [block for block in blocks if not block.startswith(("when:", "schema: 1\nprofile:"))]
    found = check_texts({"page.yaml": "".join(parts)}).problems.ordered()
    form = [p for p in found if p.code[0] in "YKVC"]
    assert len(parts) >= 14
    assert form == []


def test_every_key_of_a_scenario_is_shown() -> None:
    from simulator.scenario.models import Scenario

    text = PAGE.read_text(encoding="utf-8")
    for name, info in Scenario.model_fields.items():
        assert f"{info.alias or name}:" in text
