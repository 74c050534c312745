"""What a rubric extends: one rubric file or several, each with what it extends itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.models.rubric import CriterionPart, RubricFile

FIELDS = (
    "competency",
    "prompt",
    "weight",
    "measure",
    "scope",
    "windows",
    "levels",
    "basis",
    "yields_to",
    "must_not",
    "pattern",
    "also",
    "sources",
)
MOST_EXTENDED = 4
"""How many rubrics may extend one another."""


@dataclass(slots=True)
class Draft:
    """A criterion on its way: what it says so far, and where."""

    id: Scalar
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Node] = field(default_factory=dict)


@dataclass(slots=True)
class RubricText:
    """A rubric file that was read."""

    root: Block
    model: RubricFile


Fetch = Callable[[str, "Placed | None"], "RubricText | None"]


@dataclass(frozen=True, slots=True)
class Base:
    """What a rubric rests on: one rubric file or several, by name and version."""

    name: str
    version: str
    """With those of what it extends, where they are others."""
    validated: bool
    """Whether all of them are."""

    @classmethod
    def of(cls, bases: Sequence[Base]) -> Base:
        """Return several as one; nothing at all, which nobody has validated, has no name."""
        return cls(
            "+".join(one.name for one in bases if one.name),
            "+".join(one.version for one in bases if one.version),
            bool(bases) and all(one.validated for one in bases),
        )


def extended(root: Node) -> list[Scalar]:
    """Return the names of the rubrics that a rubric extends, where they stand."""
    written = root.get("extends") if isinstance(root, Block) else None
    names = written if isinstance(written, Items) else [written]
    return [name for name in names if isinstance(name, Scalar)]


@dataclass(slots=True)
class Inheritance:
    """The criteria of rubric files and of all that they extend, each file taken once."""

    fetch: Fetch
    problems: Problems
    drafts: dict[str, Draft] = field(default_factory=dict)
    """Of a criterion that two files have, the first one's counts."""
    taken: dict[str, Base] = field(default_factory=dict)
    """The files that were taken, by name."""

    def take(self, name: str, place: Placed | None, below: tuple[str, ...] = ()) -> Base | None:
        """Take a rubric file, with the names of those that extend it; None where there is none."""
        if name in below or len(below) >= MOST_EXTENDED:
            self.problems.add(
                "R325", f"more than {MOST_EXTENDED} rubrics extend one another", place
            )
            return None
        if name in self.taken:
            return self.taken[name]
        text = self.fetch(name, place)
        if text is None:
            return None
        model = text.model
        if not model.criteria and not model.extends:
            self.problems.add(
                "K103", f'the rubric "{name[:60]}" has no "criteria"', place or text.root,
                help="criteria: [...], or  extends: ...",
            )  # fmt: skip
            return None
        above = Inheritance(self.fetch, self.problems, taken=self.taken)
        taken = [above.take(one, one, (*below, name)) for one in extended(text.root)]
        bases = [one for one in taken if one is not None]
        apply(above.drafts, model.without, model.criteria, text.root.get("criteria"))
        for key, draft in above.drafts.items():
            self.drafts.setdefault(key, draft)
        other = "".join(f"+{b.name}.{b.version}" for b in bases if b.version != model.version)
        made = self.taken[name] = Base(
            str(model.rubric),
            f"{model.version}{other}",
            model.validated and all(one.validated for one in bases),
        )
        return made


def apply(
    drafts: dict[str, Draft], without: Sequence[Scalar], criteria: Sequence[CriterionPart],
    nodes: Node,
) -> None:  # fmt: skip
    """Leave criteria out, add new ones, and change those that are there."""
    for name in without:
        drafts.pop(str(name), None)
    blocks = list(nodes) if isinstance(nodes, Items) else []
    for number, part in enumerate(criteria):
        draft = drafts.setdefault(str(part.id), Draft(part.id))
        if draft.values:
            draft = drafts[str(part.id)] = Draft(part.id, dict(draft.values), dict(draft.places))
        block = blocks[number] if number < len(blocks) else None
        for key in FIELDS:
            value = getattr(part, key)
            if value is not None:
                draft.values[key] = value
                if isinstance(block, Block):
                    draft.places[key] = block.get(key)
