"""One walk over the tree: what is defined and named, and which conditions and effects there are."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.scenario.idents import ID, new_criterion
from simulator.scenario.models.base import Defines, KeysDefine, KeysName, Names, Part
from simulator.scenario.models.effects import EffectPart
from simulator.scenario.models.incidents import Incident
from simulator.scenario.models.story import ScenePart, StoryItem
from simulator.scenario.models.tickets import Ticket
from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar
from simulator.scenario.shapes import Shape, Slot, shape_of
from simulator.scenario.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

FORM = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}\Z")
"""What a form can be called: unlike an id it may be a capital letter."""

LOCAL = {
    "step": "incident",
    "permit": "incident",
    "outcome": "incident",
    "way": "incident",
    "theory": "incident",
    "choice": "scene",
}
"""Kinds whose ids are told apart only inside an incident or a scene."""


@dataclass(frozen=True, slots=True)
class Around:
    """The blocks around a place."""

    incident: Block | None = None
    scene: Block | None = None
    item: Block | None = None
    """The item of the storyline."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names something."""

    node: Scalar
    kinds: tuple[str, ...]
    key: str
    """The key it stands under."""
    noun: str
    """The block it stands in."""
    around: Around


@dataclass(frozen=True, slots=True)
class Spot:
    """A condition: where it stands and what it belongs to."""

    node: Node
    place: Placed
    key: str
    noun: str
    around: Around


@dataclass(slots=True)
class Survey:
    """All of it."""

    defined: defaultdict[str, dict[str, Scalar]] = field(default_factory=lambda: defaultdict(dict))
    local: dict[tuple[int, str], dict[str, Scalar]] = field(default_factory=dict)
    """Ids inside an incident or a scene, by the identity of its block and the kind."""
    twice: list[tuple[Scalar, Scalar, str]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Kinds of which an id could not be read: what names them may well be right."""
    mentions: list[Mention] = field(default_factory=list)
    conditions: list[Spot] = field(default_factory=list)
    moments: list[tuple[Node, str]] = field(default_factory=list)
    effects: list[tuple[Block, Around]] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    """Ids of written tickets, whose arrival stands before the shift begins."""
    seeds_of_facts: dict[str, Scalar] = field(default_factory=dict)
    """Facts that something makes known."""

    def of(self, kind: str) -> dict[str, Scalar]:
        """Return what is defined of a kind."""
        return self.defined[kind]


PEOPLE, TASKS = ("analyst", "stakeholder", "conflict"), ("incident", "ticket")
SHARED = {kind: kinds for kinds in (PEOPLE, TASKS) for kind in kinds}
"""Kinds that share their ids, because one key may name either."""


def survey(root: Block, model: type[Part]) -> Survey:
    """Walk a tree by the shape of its model."""
    found = Survey()
    _Walker(found).block(root, shape_of(model), Around())
    return found


class _Walker:
    def __init__(self, found: Survey) -> None:
        self.found = found

    def block(self, node: Block, shape: Shape, around: Around) -> None:
        """Walk one block."""
        model = shape.model
        if model is Incident:
            around = Around(node, around.scene, around.item)
        elif model is ScenePart:
            around = Around(around.incident, node, around.item)
        elif model is StoryItem:
            around = Around(around.incident, around.scene, node)
        elif model is EffectPart:
            self.found.effects.append((node, around))
        for key, value in node.items():
            slot = shape.slots.get(key) or self._meant(key, shape, node)
            if slot is None or slot.plain:
                continue
            if slot.model is not None:
                self._blocks(value, slot, around)
            elif value is not None or key in node.nulls:
                self._marked(node, key, value, slot, shape, around)

    def _meant(self, key: str, shape: Shape, node: Block) -> Slot | None:
        """Return the slot that a misspelt key stands for: what it holds is there, and is named."""
        near = nearest(key, [name for name in shape.slots if name not in node], 1)
        slot = shape.slots[near[0]] if near else None
        if near == ["id"] and slot is not None and isinstance(slot.mark, Defines):
            self.found.broken.add(slot.mark.kind)
        return slot

    def _blocks(self, value: Node, slot: Slot, around: Around) -> None:
        assert slot.model is not None
        shape = shape_of(slot.model)
        if slot.many and isinstance(value, Items):
            for item in value:
                if isinstance(item, Block):
                    self.block(item, shape, around)
                    if "id" in shape.slots and "id" not in item:
                        self._lost(shape)
                elif "id" in shape.slots:
                    self._lost(shape)
        elif not slot.many and isinstance(value, Block):
            self.block(value, shape, around)
        elif slot.many and value is not None and "id" in shape.slots:
            self._lost(shape)

    def _lost(self, shape: Shape) -> None:
        mark = shape.slots["id"].mark
        if isinstance(mark, Defines) and shape.slots["id"].required:
            self.found.broken.add(mark.kind)

    def _marked(
        self, node: Block, key: str, value: Node, slot: Slot, shape: Shape, around: Around
    ) -> None:
        mark = slot.mark
        if isinstance(mark, Names):
            for item in value if isinstance(value, Items) else (value,):
                if isinstance(item, Scalar):
                    self.found.mentions.append(Mention(item, mark.kinds, key, shape.noun, around))
        elif isinstance(mark, Defines):
            self._define(value, mark.kind, around)
            if shape.model is Ticket and isinstance(value, Scalar):
                self.found.written.add(str(value))
        elif isinstance(mark, KeysDefine):
            if isinstance(value, Block):
                for name in value:
                    self._define(name if isinstance(name, Scalar) else None, mark.kind, around)
        elif isinstance(mark, KeysName):
            self._keys(value, mark, key, shape, around)
        elif mark is not None and mark.role == "condition":
            place = value if value is not None else node.nulls.get(key, node)
            self.found.conditions.append(Spot(value, place, key, shape.noun, around))
        elif mark is not None and mark.role == "moment":
            self.found.moments.append((value, key))
            if isinstance(value, Block):
                anchor = value.get("after")
                if isinstance(anchor, Scalar):
                    kinds = ("anchor",)
                    self.found.mentions.append(Mention(anchor, kinds, key, shape.noun, around))

    def _keys(self, value: Node, mark: KeysName, key: str, shape: Shape, around: Around) -> None:
        if not isinstance(value, Block):
            return
        for name, inner in value.items():
            if isinstance(name, Scalar):
                self.found.mentions.append(Mention(name, mark.kinds, key, shape.noun, around))
            if mark.values and isinstance(inner, Scalar):
                self.found.mentions.append(Mention(inner, mark.values, key, shape.noun, around))

    def _define(self, value: Node, kind: str, around: Around) -> None:
        if not isinstance(value, Scalar) or not _good(value, kind):
            self.found.broken.add(kind)
            return
        holder = LOCAL.get(kind)
        if holder is not None:
            block = around.incident if holder == "incident" else around.scene
            names = self.found.local.setdefault((id(block), kind), {})
        elif kind == "option":
            return
        else:
            names = self.found.of(kind)
        first = names.get(value)
        for other in SHARED.get(kind, ()):
            first = first or self.found.of(other).get(value)
        if first is not None:
            self.found.twice.append((value, first, kind))
            return
        names[value] = value


def _good(value: Scalar, kind: str) -> bool:
    if kind == "criterion":
        check: Callable[[object], Scalar] = new_criterion
        try:
            check(value)
        except Exception:
            return False
        return True
    return bool(FORM.match(value) if kind == "form" else ID.match(value))
