"""What effects say: whom they change, what they can change, and that each does one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.kinds import KINDS, article
from simulator.scenario.nodes import Block, Scalar
from simulator.scenario.suggest import did_you_mean, listed, nearest

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.survey import Survey

FIELDS: dict[str, tuple[str, ...]] = {
    "analyst": ("stress", "morale", "trust"),
    "stakeholder": ("trust",),
    "conflict": ("friction",),
    "team": ("morale",),
}
"""What an effect can change, by what its target is."""
LEADS = (
    "target",
    "learn",
    "set",
    "unset",
    "start",
    "ticket",
    "minutes",
    "promise",
    "told",
    "note",
    "end",
    "scene",
    "absent",
    "rest",
    "comes",
    "hear",
    "talk",
    "phones",
    "need_met",
    "stands_back",
)
"""Keys that tell an effect."""
BESIDE = {
    "target": frozenset(("stress", "morale", "trust", "friction")),
    "promise": frozenset(("within", "what", "about")),
    "told": frozenset(("about",)),
}


def check_effects(found: Survey, problems: Problems) -> None:
    """Report what is wrong with the effects of a scenario."""
    _Effects(found, problems).all()


class _Effects:
    def __init__(self, found: Survey, problems: Problems) -> None:
        self.found = found
        self.problems = problems

    def all(self) -> None:
        """Check what each effect does and to whom."""
        for block, _ in self.found.effects:
            if self.problems.full:
                return
            self._effect(block)

    def _effect(self, block: Block) -> None:
        leads = [key for key in block if key in LEADS]
        if not leads:
            first = block.first()
            if first is not None and first not in (set().union(*BESIDE.values())):
                return  # an unknown key, reported with the shape
            self.problems.add(
                "K114",
                "this effect does not say what it does",
                first or block,
                help=f"it begins with one of {', '.join(LEADS)}",
            )
            return
        lead = leads[0]
        if lead == "target":
            self._target(block)
        allowed = BESIDE.get(lead, frozenset())
        for key in block:
            if key == lead or key in allowed or lead == "target":
                continue
            if key in LEADS or any(key in group for group in BESIDE.values()):
                node = block.key(key) or block
                self.problems.add(
                    "K114",
                    f'an effect does one thing: "{key}" does not go with "{lead}"',
                    node,
                    help="make two effects of it",
                )
        if lead == "promise" and "within" not in block:
            self.problems.add(
                "K103",
                "this promise does not say until when",
                block.first() or block,
                help="{promise: ..., within: 30 min}",
            )

    def _target(self, block: Block) -> None:
        target = block.get("target")
        if not isinstance(target, Scalar):
            return
        kind = next((k for k in FIELDS if target in self.found.of(k)), "")
        if target == "team":
            kind = "team"
        if not kind:
            return  # reported as an unknown name
        has = FIELDS[kind]
        changed = [key for key in block if key != "target"]
        if not changed:
            self.problems.add(
                "K114",
                f'nothing of "{target}" is changed here',
                target,
                help=f"{KINDS[kind][2]} have: {', '.join(has)}",
            )
        for key in changed:
            if key in has:
                continue
            owners = [k for k, fields in FIELDS.items() if key in fields]
            if owners:
                rows = [f"{KINDS[kind][2]} have: {', '.join(has)}"]
                rows += [
                    f"{KINDS[k][2]} are: {listed(self.found.of(k))}"
                    for k in owners
                    if k != "team" and self.found.of(k)
                ]
                self.problems.add(
                    "R304", f'"{target}" is {article(KINDS[kind][1])}, and {KINDS[kind][2]} '
                    f'have no "{key}"', target, help="; ".join(rows),
                )  # fmt: skip
            elif key in LEADS or key in ("within", "about", "what"):
                self.problems.add(
                    "K114",
                    f'an effect does one thing: "{key}" does not go with "target"',
                    block.key(key) or block,
                    help="make two effects of it",
                )
            else:
                near = nearest(key, has)
                self.problems.add(
                    "R305", f'{KINDS[kind][2]} have no "{key[:60]}"', block.key(key) or block,
                    help=did_you_mean(near) or f"{KINDS[kind][2]} have: {', '.join(has)}",
                )  # fmt: skip
