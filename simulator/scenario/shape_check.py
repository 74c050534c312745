"""Keys and shape: what pydantic finds, told in the author's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from simulator.scenario.locate import Located, locate
from simulator.scenario.models.base import Part
from simulator.scenario.models.effects import EffectPart
from simulator.scenario.nodes import Block, Items, Node, Placed, Scalar
from simulator.scenario.strays import belongs_in
from simulator.scenario.suggest import did_you_mean, listed, nearest
from simulator.scenario.values import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.shapes import Shape

P = TypeVar("P", bound=Part)

MOST_LOOKED_AT = 400
"""Errors of one validation that are looked at; only a hundred problems are kept anyway."""

RENAMED: dict[tuple[str, str], str] = {
    ("a scene", "prompt"): "says",
    ("a stakeholder", "expectations"): "expects",
    ("a choice", "text"): "say",
}
"""Keys of earlier drafts of the format, by block."""


def check(model: type[P], root: Node, problems: Problems) -> P | None:
    """Return a tree as a model, or report all that is wrong with it."""
    if not isinstance(root, Block):
        problems.add(
            "K105",
            f"{model.noun} is a group of keys, not {shown(root)}",
            root,
            help="begin with  schema: 1",
        )
        return None
    for _ in range(8):
        try:
            return model.model_validate(root)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        if not _rename(model, root, errors, problems):
            break
    _Report(model, root, problems).all(errors)
    return None


def _rename(model: type[Part], root: Block, errors: list[Any], problems: Problems) -> bool:
    """Raise keys that have another name now; return whether there were any."""
    renamed = False
    names = {old for _, old in RENAMED}
    for error in errors:
        if error["type"] != "extra_forbidden" or error["loc"][-1] not in names:
            continue
        found = locate(root, error["loc"], model)
        old = found.key
        if old is None or found.owner is None or found.shape is None:
            continue
        name = RENAMED.get((found.shape.noun, str(old)))
        if name is None or name in found.owner:
            continue
        problems.add(
            "K112", f'"{old}" was renamed to "{name}" in schema 1', old,
            help="fixable with --fix", edit=name,
        )  # fmt: skip
        new = Scalar(name)
        new.mark, new.end, new.plain, new.source = old.mark, old.end, old.plain, old.source
        found.owner[new] = found.owner.pop(old)
        renamed = True
    return renamed


def title(
    block: Block, shape: Shape | None, parents: tuple[tuple[Block, Scalar | None], ...]
) -> str:
    """Return what a message calls a block: `choice "ask"`, or `the scene of "cfo-calls"`."""
    noun = shape.bare_noun if shape else "block"
    own = block.get("id")
    if isinstance(own, Scalar):
        return f'the {noun} "{own[:60]}"'
    for parent, _ in reversed(parents):
        name = parent.get("id")
        if parent is not block and isinstance(name, Scalar):
            return f'the {noun} of "{name[:60]}"'
    return f"this {noun}" if shape and shape.noun != "a scenario" else "the scenario"


class _Report:
    """Turns the errors of one validation into problems."""

    def __init__(self, model: type[Part], root: Block, problems: Problems) -> None:
        self.model = model
        self.root = root
        self.problems = problems

    def all(self, errors: list[Any]) -> None:
        """Report every error; an unknown key takes along the missing one it stands for."""
        if len(errors) > MOST_LOOKED_AT:
            self.problems.left_out += len(errors) - MOST_LOOKED_AT
            errors = errors[:MOST_LOOKED_AT]
        missing: dict[int, dict[str, Located]] = {}
        rest: list[tuple[Any, Located]] = []
        for error in errors:
            found = locate(self.root, error["loc"], self.model)
            if error["type"] == "missing" and found.owner is not None:
                missing.setdefault(id(found.owner), {})[found.last] = found
            else:
                rest.append((error, found))
        strays = self._strays(error_ for error_ in rest if error_[0]["type"] == "extra_forbidden")
        for error, found in rest:
            if self.problems.full:
                self.problems.left_out += 1
            elif id(found.owner) in strays:
                missing.pop(id(found.owner), None)
            elif error["type"] == "extra_forbidden":
                self._extra(found, missing.get(id(found.owner), {}))
            else:
                self._value(error, found)
        for absent in missing.values():
            for found in absent.values():
                self._missing(found)

    def _strays(self, extra: Iterable[tuple[Any, Located]]) -> set[int]:
        """Report blocks that stand in the list of another thing; return their identities."""
        strays: set[int] = set()
        for _, found in extra:
            owner, shape = found.owner, found.shape
            if owner is None or shape is None or id(owner) in strays:
                continue
            other = belongs_in(owner, shape, self.model)
            if other is not None and found.key is not None:
                strays.add(id(owner))
                self.problems.add(
                    "K101", f'unknown key "{found.key[:60]}" in {shape.noun}; this looks like '
                    f"{other[1].noun}", found.key, help=f"move all of it to  {other[0]}:",
                )  # fmt: skip
        return strays

    def _extra(self, found: Located, absent: dict[str, Located]) -> None:
        key, shape, owner = found.key, found.shape, found.owner
        if key is None or shape is None or owner is None:
            return
        if shape.model is EffectPart and "target" in owner:
            return  # names.py knows what the target is, and says what it has
        known = [name for name in shape.slots if name not in owner]
        near = nearest(key, absent) or nearest(key, known)
        shown_key = key[:60]
        if near and near[0] in absent:
            name = near[0]
            del absent[name]
            self.problems.add(
                "K101", f'unknown key "{shown_key}" in {shape.noun}; the required key "{name}" is '
                "missing", key, help=f'did you mean "{name}"?',
            )  # fmt: skip
            return
        if self._is_rest_of_a_text(key, owner):
            self.problems.add(
                "K101", f'unknown key "{shown_key}" in {shape.noun}: between {{ and }} a comma '
                "ends a text", key, help="quote the text that holds the comma",
            )  # fmt: skip
            return
        spelled = key.lower().replace("-", "_").replace(" ", "_")
        if spelled in shape.slots and spelled != key:
            text = f'keys are lower case with underscores: "{spelled}"'
        elif near:
            text = did_you_mean(near)
        else:
            text = f"keys of {shape.noun}: {listed(shape.slots, 40)}"
        self.problems.add("K101", f'unknown key "{shown_key}" in {shape.noun}', key, help=text)

    def _is_rest_of_a_text(self, key: Scalar, owner: Block) -> bool:
        """Return whether a key without a value stands behind a comma: the end of a cut text."""
        before = self.problems.sources[key.source].text[: key.mark.index].rstrip(" ")
        return owner.get(key) is None and " " in key and before.endswith(",")

    def _missing(self, found: Located) -> None:
        owner = found.owner
        if owner is None:
            return
        name = title(owner, found.shape, found.parents)
        slot = found.shape.slots.get(found.last) if found.shape else None
        text = f"{found.last}: ..."
        if slot and slot.many and slot.model:
            first = [key for key, inner in _inner(slot.model) if inner]
            rows = [f"{key}: ..." for key in first]
            text = f"{found.last}:\n" + "\n".join(
                ("  - " if number == 0 else "    ") + row for number, row in enumerate(rows)
            )
        where: Placed = owner.first() or owner
        self.problems.add("K103", f'{name} has no "{found.last}"', where, help=text)

    def _value(self, error: Any, found: Located) -> None:
        kind = error["type"]
        context = error.get("ctx") or {}
        raw_key = str(found.key) if found.key is not None else ""
        key = f'"{raw_key[:60]}"' if raw_key else "this"
        value = found.value
        if kind == "shiftlead":
            says = str(context["says"]).replace("{key}", key)
            text = str(context["help"]).replace("{raw_key}", raw_key)
            text = text.replace("{name_key}", _name_key(found.shape))
            node = context.get("node")
            where = node if isinstance(node, (Scalar, Items, Block)) else found.place
            self.problems.add(
                context["code"], says, where,
                help=text, at=context.get("at"), edit=context.get("edit"),
            )  # fmt: skip
        elif kind == "list_type":
            if value is None:
                self.problems.add(
                    "V211",
                    f"{key} has no value",
                    found.place,
                    help=f"{raw_key}: [...], or leave the key out",
                )
                return
            text = (
                f"{raw_key}: [{value[:60]}]" if isinstance(value, Scalar) else f"{raw_key}: [...]"
            )
            self.problems.add("K106", f"{key} must be a list", found.place, help=text)
        elif kind in ("model_type", "dict_type", "model_attributes_type"):
            what = "a group of keys"
            if value is None:
                self.problems.add("V211", f"{key} has no value", found.place)
                return
            self.problems.add(
                "K105",
                f"{key} must be {what}, not {shown(value)}",
                found.place,
                help=f"{raw_key}: {{...}}" if raw_key else "",
            )
        elif kind in ("too_short", "too_long"):
            ctx = error["ctx"]
            many = ctx["actual_length"] or "nothing"
            needs = ctx.get("min_length", ctx.get("max_length"))
            bound = "at least" if kind == "too_short" else "at most"
            self.problems.add("V228", f"{key} holds {many}; it takes {bound} {needs}", found.place)
        elif kind == "literal_error":
            self._choice(error, found, key)
        elif value is None:
            self.problems.add("V211", f"{key} has no value", found.place)
        elif kind == "string_type":
            self.problems.add("V214", f"{key} is one text, not {shown(value)}", found.place)
        else:
            self.problems.add("V200", f"{key}: {error['msg']}", found.place)

    def _choice(self, error: Any, found: Located, key: str) -> None:
        expected = str((error.get("ctx") or {}).get("expected", ""))
        allowed = [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(", ")]
        value = found.value
        if value is None:
            self.problems.add(
                "V211", f"{key} has no value", found.place, help=f"one of {', '.join(allowed)}"
            )
            return
        near = nearest(value, allowed) if isinstance(value, Scalar) else []
        at_key = found.place is not value
        what = "key" if at_key else "value"
        subject = shown(found.place if at_key else value)
        near = nearest(found.place, allowed) if at_key and isinstance(found.place, Scalar) else near
        text = f"{did_you_mean(near[:1])} " if near else ""
        written = found.place if at_key else value
        same = [one for one in near if str(written).casefold() == one.casefold()]
        self.problems.add(
            "V206",
            f"{subject} is not a {what} of {key}" if not at_key else f"{subject} is not a key here",
            found.place,
            help=f"{text}it is one of {', '.join(allowed)}",
            edit=same[0] if same else None,
        )


def _name_key(shape: Shape | None) -> str:
    """Return where the words for people go, as the end of a help about an id."""
    keys = ("name", "title", "text")
    key = next((one for one in keys if shape is not None and one in shape.slots), "")
    return f'   (the display name goes into "{key}")' if key else ""


def _inner(model: type[Part]) -> list[tuple[str, bool]]:
    from simulator.scenario.shapes import shape_of

    return [(key, slot.required) for key, slot in shape_of(model).slots.items()]
