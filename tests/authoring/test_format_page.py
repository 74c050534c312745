"""The pages about files: their examples have no mistake, and they name every key there is."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from simulator.authoring.validate import check_file, check_texts
from simulator.scenario import models
from simulator.scenario.models.base import Part

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "scenario-format.md").read_text(encoding="utf-8")
HOUSE_PAGE = (DOCS / "house-file.md").read_text(encoding="utf-8")
SECTIONS = {
    "Head": "Scenario ClockPart AuthorityPart",
    "Team": "Member SayingPart",
    "Stakeholders": "Stakeholder Reply PatiencePart TakeOverPart ContractPart ClausePart",
    "Conflicts": "Conflict",
    "Queue": "KindFields Option MixItem Waiting ProfileKind Queue",
    "Written tickets": "Ticket",
    "Facts and questions": "Fact QuestionPart",
    "Incidents": "Incident ContactsPart RateFrom Contact StepPart RiskPart PermitPart OutcomePart "
    "WayPart TheoryPart AlertPart FollowsPart RecoveryPart ReviewPart FactorPart RemedyPart "
    "GonePart",
    "Planned changes": "PlannedChange",
    "Storyline and scenes": "StoryItem ScenePart ChoicePart LockPart BestPart EffectPart "
    "EffectTicket",
    "Messages": "MessagePart",
    "Decisions": "Decision ReasonPart FallbackPart",
    "Windows": "WindowPart",
    "Hints and playbook": "Hint Play",
    "Rubric": "RubricPart RubricFile CriterionPart LevelPart ScopePart BasisPart PatternPart "
    "AlsoPart BandPart",
    "A profile": "ProfileFile Priorities PriorityPart LoggedAs CallersPart",
}
"""By heading of scenario-format.md: the models that it tells of."""
IN_A_HOUSE = "HouseFile HouseAuthority MatrixPart CadencePart ContactPart ThresholdPart"
"""The models that house-file.md tells of."""


def examples(text: str) -> list[str]:
    """Return the examples of a page."""
    return re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S)


def parts() -> dict[str, type[Part]]:
    """Return the model of every block by its name."""
    for module in pkgutil.iter_modules(models.__path__):
        importlib.import_module(f"{models.__name__}.{module.name}")
    found: dict[str, type[Part]] = {}
    waiting = [Part]
    while waiting:
        for one in waiting.pop().__subclasses__():
            if one.__module__.startswith(models.__name__):
                found[one.__name__] = one
                waiting.append(one)
    return found


def keys(model: type[Part]) -> list[str]:
    """Return what a model adds to the one it builds on, as an author writes it."""
    (base,) = model.__bases__
    told = getattr(base, "model_fields", {})
    return [info.alias or name for name, info in model.model_fields.items() if name not in told]


def unnamed(text: str, names: str) -> list[str]:
    """Return the keys of models that stand neither in an example nor between backticks."""
    code = "\n".join([*examples(text), *re.findall(r"`[^`\n]+`", text)])
    written = re.sub(r" +#.*", "", code)
    return [
        f"{name}: {key}"
        for name in names.split()
        for key in keys(parts()[name])
        if not re.search(rf"(?<![\w-]){re.escape(key)}(:|`)", written)
    ]


def test_the_examples_have_no_problem_of_form() -> None:
    blocks = [b for b in examples(PAGE) if not b.startswith(("when:", "schema: 1\nprofile:"))]
    found = check_texts({"page.yaml": "".join(blocks)}).problems.ordered()
    form = [p for p in found if p.code[0] in "YKVC"]
    assert len(blocks) >= 14
    assert form == []


def test_the_profile_and_the_house_file_of_the_pages_have_no_problem(tmp_path: Path) -> None:
    (profile,) = (b for b in examples(PAGE) if b.startswith("schema: 1\nprofile:"))
    (house,) = examples(HOUSE_PAGE)
    for name, text in (("my-desk.yaml", profile), ("house.yaml", house)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert not check_file(tmp_path / name).ordered()


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_key_of_a_block_is_named_in_its_section(heading: str) -> None:
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert unnamed(section, SECTIONS[heading]) == []


def test_every_key_of_a_house_file_is_named_on_its_page() -> None:
    assert unnamed(HOUSE_PAGE, IN_A_HOUSE) == []


def test_every_block_is_told_of() -> None:
    assert set(parts()) == set(" ".join([*SECTIONS.values(), IN_A_HOUSE]).split())
