"""Everything an author names is resolved here; a wrong name is a problem with a suggestion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.engine.catalogue import CATALOGUE
from simulator.scenario.kinds import ACTS, ELSEWHERE, KINDS, RESERVED, article
from simulator.scenario.suggest import did_you_mean, kin, like, listed, nearest
from simulator.scenario.survey import LOCAL, Mention, Survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.nodes import Placed, Scalar

FINDS = ("reveals", "finds", "learns", "hears", "learn", "rules_out")
"""Keys under which a fact becomes known."""


class Names:
    """What there is, and the questions of conditions about it."""

    def __init__(self, found: Survey, problems: Problems) -> None:
        self.found = found
        self.problems = problems
        self.extra: dict[str, set[str]] = {}
        """Names that come from elsewhere: measures, criteria, kinds of a profile."""
        self._known: dict[str, dict[str, Scalar | None]] = {}
        """What `known` has collected; the survey is complete by then."""
        self.read_flags: dict[str, tuple[Scalar, tuple[int, int] | None]] = {}
        self.read_facts: dict[str, tuple[Scalar, tuple[int, int] | None]] = {}
        self.set_flags: dict[str, Scalar] = {}

    # What there is -------------------------------------------------------------------------------

    def known(self, kind: str, mention: Mention | None = None) -> dict[str, Scalar | None]:
        """Return the names of a kind, with the place where each is defined."""
        around = mention.around if mention is not None else None
        if around is not None and kind in LOCAL:
            block = around.incident if LOCAL[kind] == "incident" else around.scene
            if block is not None:
                return dict(self.found.local.get((id(block), kind), {}))
        if kind not in self._known:
            self._known[kind] = self._collect(kind)
        return self._known[kind]

    def _collect(self, kind: str) -> dict[str, Scalar | None]:
        names: dict[str, Scalar | None] = dict.fromkeys(self.extra.get(kind, ()))
        if kind in LOCAL:
            for (_, of), local in self.found.local.items():
                if of == kind:
                    names.update(local)
        elif kind == "act":
            names.update(dict.fromkeys(ACTS))
        elif kind == "entry":
            names.update(dict.fromkeys(CATALOGUE))
        elif kind == "power":
            names.update(dict.fromkeys((*ACTS, "rollback")))
            for of in ("permit", "approval", "way", "change"):
                names.update(self.known(of))
        else:
            names.update(self.found.of(kind))
        return names

    def other_kind(self, name: str, kinds: Iterable[str]) -> str:
        """Return the kind that a name is of, if it is none of these."""
        for kind in ("analyst", "stakeholder", "incident", "fact", "conflict", "decision", "scene",
                     "ticket", "kind", "skill", "service", "criterion", "window"):  # fmt: skip
            if kind not in kinds and name in self.found.of(kind):
                return kind
        return ""

    # Mentions ------------------------------------------------------------------------------------

    def resolve(self) -> None:
        """Check everything that is named outside conditions."""
        for node, first, kind in self.found.twice:
            self.problems.add(
                "R326", f'the id "{node}" is used twice', node,
                notes=((first, "first used here"),),
                help=f"every {KINDS.get(kind, ('', kind, ''))[1]} needs an id of its own",
            )  # fmt: skip
        for kind in ("analyst", "stakeholder", "conflict", "incident", "ticket"):
            for name in RESERVED:
                if name in self.found.of(kind):
                    self.problems.add(
                        "R329",
                        f'"{name}" is a word of the program and no id',
                        self.found.of(kind)[name],
                        help="take another id",
                    )
        for mention in self.found.mentions:
            self._mention(mention)

    def _mention(self, mention: Mention) -> None:
        node, kinds = mention.node, mention.kinds
        if kinds == ("flag",):
            self._flag(node)
            return
        if kinds == ("subject",) or kinds == ("anchor",):
            if kinds == ("anchor",) and node.startswith("ticket."):
                self._ticket_anchor(node, mention)
            else:
                self._dotted(node, kinds[0])
            return
        if kinds == ("step",) and mention.noun == "an answer":
            self._step_elsewhere(node)
            return
        if kinds == ("window-kind",):
            return  # kinds of windows are free words; rubrics.py asks whether any has it
        if kinds[0] in ("skill", "service") and not self.found.of(kinds[0]):
            return  # without a list of them every id is one
        if kinds[0] == "fact" and _makes_known(mention):
            self.found.seeds_of_facts.setdefault(node, node)
        elif kinds[0] == "fact" and mention.key != "fact":
            self.read_facts.setdefault(node, (node, None))
        for kind in kinds:
            if node in self.found.of(kind) or (
                (kind in LOCAL or kind in ELSEWHERE) and node in self.known(kind, mention)
            ):
                return
        if mention.key == "target" and node == "team":
            return
        self._unknown(node, kinds, None, mention)

    def _flag(self, node: Scalar) -> None:
        root, _, name = node.partition(".")
        if root != "flag" or not re.match(r"[a-z][a-z0-9-]{0,63}\Z", name):
            meant = name if root == "flag" else node
            slug = re.sub(r"[^a-z0-9]+", "-", meant.lower()).strip("-") or "name"
            self.problems.add("V210", "a flag is written flag.NAME", node, help=f"flag.{slug}")
            return
        self.set_flags.setdefault(name, node)

    def _dotted(self, node: Scalar, role: str) -> None:
        roots = {"incident": "incident", "ticket": "ticket"}
        if role == "subject":
            if node in ("desk", "lead"):
                return
            roots.update(
                analyst="analyst", stakeholder="stakeholder", conflict="conflict", scene="scene",
                decision="decision",
            )  # fmt: skip
            roots["team"] = "analyst"
        root, _, name = node.partition(".")
        kind = roots.get(root)
        if kind is None or not name:
            if role == "subject":
                self.problems.add(
                    "V220",
                    f'"{node[:60]}" is not something a window can be about',
                    node,
                    help="incident.ID, analyst.ID, stakeholder.ID, conflict.ID, "
                    "ticket.ID, decision.ID, desk or lead",
                )
            return
        self.check(kind, name, node, (len(root) + 1, len(name)))

    def _ticket_anchor(self, node: Scalar, mention: Mention) -> None:
        name = node.removeprefix("ticket.")
        if mention.noun == "a ticket":
            self.problems.add(
                "V220",
                "a ticket comes in by the clock, or after an incident begins",
                node,
                help="at: 08:40, or {after: incident.ID, by: 5 min}",
            )
        elif name not in self.found.written and "ticket" not in self.found.broken:
            known = {one: self.found.of("ticket").get(one) for one in self.found.written}
            self._report("ticket", name, node, (7, len(name)), known)

    def _step_elsewhere(self, node: Scalar) -> None:
        incident, _, step = node.partition("/")
        if not step:
            self.problems.add(
                "R317", f'"{node[:60]}" is not a step', node, help="write INCIDENT/STEP"
            )
            return
        if not self.check("incident", incident, node, (0, len(incident))):
            return
        names = {
            name: place for (_, kind), local in self.found.local.items() if kind == "step"
            for name, place in local.items()
        }  # fmt: skip
        if step not in names and "step" not in self.found.broken:
            self._report("step", step, node, (len(incident) + 1, len(step)), dict(names))

    # Questions of conditions ---------------------------------------------------------------------

    def check(self, kind: str, name: str, node: Scalar, at: tuple[int, int] | None) -> bool:
        """Return whether something of this kind has this id; report it where not."""
        if kind == "flag":
            self.read_flags.setdefault(name, (node, at))
            return True
        if kind == "":
            return True
        if kind == "fact":
            self.read_facts.setdefault(name, (node, at))
        kinds = ("stakeholder", "analyst") if kind == "person" else (kind,)
        if any(name in self.found.of(one) or name in self.known(one) for one in kinds):
            return True
        if any(one in self.found.broken for one in kinds):
            return True
        self._unknown(node, kinds, (at[0], name) if at else None, None)
        return False

    def minute(self, node: Scalar, text: str) -> int:
        """Return a clock time as minutes since the shift began."""
        raise NotImplementedError

    # Reports -------------------------------------------------------------------------------------

    def _unknown(
        self, node: Scalar, kinds: tuple[str, ...], part: tuple[int, str] | None,
        mention: Mention | None,
    ) -> None:  # fmt: skip
        if any(kind in self.found.broken for kind in kinds):
            return
        if self.problems.full:
            self.problems.left_out += 1
            return
        name = part[1] if part else str(node)
        at = (part[0], len(name)) if part else None
        known: dict[str, Scalar | None] = {}
        for kind in kinds:
            known.update(self.known(kind, mention))
        other = self.other_kind(name, kinds)
        if other and not nearest(name, known, 1):
            plural = KINDS[kinds[0]][2]
            self.problems.add(
                "R304", f'"{name}" is {article(KINDS[other][1])}, and '
                f"{article(KINDS[kinds[0]][1])} belongs here", node, at=at,
                help=f"{plural} are: {listed(known)}" if known else f"there are no {plural}",
            )  # fmt: skip
            return
        self._report(kinds[0], name, node, at, known, " and ".join(KINDS[k][2] for k in kinds))

    def _report(
        self, kind: str, name: str, node: Scalar, at: tuple[int, int] | None,
        known: Mapping[str, Scalar | None], all_kinds: str = "",
    ) -> None:  # fmt: skip
        code, one, many = KINDS[kind]
        many = all_kinds or many
        near = like(name, known)
        place = known.get(near[0]) if near else None
        notes: tuple[tuple[Placed, str], ...] = ()
        if near:
            text = did_you_mean(near)
            if place is not None:
                where = self.problems.place(place)
                text = f'did you mean "{near[0]}" (defined at {where})?'
                notes = ((place, "did you mean this one?"),)
        elif known:
            text = f"{many} are {listed(kin(name, known) or known, 20)}"
        else:
            text = f"this scenario has no {many}"
        self.problems.add(
            code, f'there is no {one} "{name[:60]}"', node, at=at, help=text, notes=notes
        )


def _makes_known(mention: Mention) -> bool:
    """Return whether a fact becomes known where it is named, or is told to whoever asks there."""
    asked = mention.key == "needs" and mention.noun == "a stakeholder"
    return asked or mention.key in FINDS
