"""Profiles and rubrics: the files that a scenario names."""

from __future__ import annotations

from typing import Any, TypeVar

from scoring.measures import MEASURES
from simulator.scenario.diagnostics import Problems, Source
from simulator.scenario.files import Files, leaves_folder, shelf_names
from simulator.scenario.inheriting import Base, Draft, Inheritance, RubricText, extended
from simulator.scenario.models.house import HouseFile
from simulator.scenario.models.rubric import CORE, RubricFile
from simulator.scenario.models.tickets import ProfileFile
from simulator.scenario.models.written import FORMAT
from simulator.scenario.names import Names
from simulator.scenario.nodes import Block, Node, Placed, Scalar
from simulator.scenario.rubrics import finish
from simulator.scenario.shape_check import check
from simulator.scenario.suggest import did_you_mean, nearest
from simulator.scenario.survey import survey
from simulator.scenario.text import check_characters
from simulator.scenario.tree import parse


def tree_of(source: Source, problems: Problems, pure: bool = False) -> Node:
    """Return the tree of a text whose characters are all right."""
    if not check_characters(source, problems):
        return None
    before = len(problems.found)
    tree = parse(source, problems, pure)
    if tree is not None and not isinstance(tree, Block):
        problems.add("K105", "a scenario is a group of keys", tree, help="begin with  schema: 1")
        return None
    if tree is None and len(problems.found) == before:
        problems.add("Y032", "the file is empty", source.place(0, 0), help="begin with  schema: 1")
    return tree


def right_schema(root: Block, problems: Problems) -> bool:
    """Return whether a file's schema is ours; a newer one hides all other problems."""
    node = root.get("schema")
    number = node.number() if isinstance(node, Scalar) else None
    if number is None or not isinstance(node, Scalar):
        return True
    if number > FORMAT:
        problems.add(
            "K111",
            f"schema {str(node)[:20]} is newer than this program understands ({FORMAT})",
            node,
            help=f"upgrade the program, or ask the author for a schema {FORMAT} file",
        )
        return False
    if number < FORMAT:
        problems.add(
            "K113",
            f"schema {str(node)[:20]} is older than {FORMAT}",
            node,
            help="fixable with --fix",
        )
    return True


def profile_of(
    root: Block, files: Files, names: Names, problems: Problems, pure: bool
) -> tuple[ProfileFile, Block] | None:
    """Return the profile that a scenario's queue names, with its tree."""
    queue = root.get("queue")
    name = queue.get("profile") if isinstance(queue, Block) else None
    if not isinstance(name, Scalar):
        return None
    source = other_text("profiles", name, files, problems)
    if source is None:
        names.found.broken.add("kind")
        return None
    made = file_of(ProfileFile, source, problems, pure)
    if made is None:
        names.found.broken.add("kind")
        return None
    tree, model = made
    names.extra["kind"] = {str(kind.id) for kind in model.kinds}
    return model, tree


F = TypeVar("F", ProfileFile, RubricFile, HouseFile)
_READ: dict[tuple[str, str, bool], tuple[str, Block, Any]] = {}
"""Such files without a problem, with their text: many scenarios share them."""


def file_of(
    model: type[F], source: Source, problems: Problems, pure: bool
) -> tuple[Block, F] | None:
    """Return such a file, from memory where the very same text was read before."""
    key = (model.__name__, source.name, pure)
    kept = _READ.get(key)
    if kept is not None and kept[0] == source.text:
        return kept[1], kept[2]
    before = len(problems.found)
    tree = tree_of(source, problems, pure)
    if not isinstance(tree, Block) or not right_schema(tree, problems):
        return None
    made = check(model, tree, problems)
    if made is None:
        return None
    if len(problems.found) == before:
        if len(_READ) >= 32:
            _READ.clear()
        _READ[key] = (source.text, tree, made)
    return tree, made


def other_text(kind: str, name: Scalar, files: Files, problems: Problems) -> Source | None:
    """Return the text of a profile or rubric that is named, or report why there is none."""
    word = kind.removesuffix("s")
    if leaves_folder(name):
        problems.add(
            "X910",
            f"a {word} must stay inside the scenario folder",
            name,
            help=f"name a shipped {word}, or a file beside the scenario",
        )
        return None
    source = files.other(kind, str(name), name, problems)
    if source is None and not problems.failed:
        known = shelf_names(kind)
        code = "R324" if kind == "profiles" else "R325"
        problems.add(
            code,
            f'there is no {word} "{name[:60]}"',
            name,
            help=did_you_mean(nearest(name, known)) or f"shipped: {', '.join(known)}",
        )
    return source


def rubric_of(
    root: Block, files: Files, names: Names, problems: Problems, pure: bool
) -> tuple[dict[str, Draft], Base | None]:
    """Return the criteria that a scenario inherits, and the rubrics that they come from."""
    block = root.get("rubric")
    if block is not None and not isinstance(block, Block):
        return {}, None

    def fetch(wanted: str, place: Placed | None) -> RubricText | None:
        if isinstance(place, Scalar):
            source = other_text("rubrics", place, files, problems)
        else:
            source = files.other("rubrics", wanted, None, problems)
        if source is None:
            return None
        made = file_of(RubricFile, source, problems, pure)
        return RubricText(*made) if made else None

    above = Inheritance(fetch, problems)
    bases = [above.take(name, name) for name in extended(block)]
    if block is None or "extends" not in block:
        bases = [above.take(name, None) for name in CORE]
    names.extra["criterion"] = set(above.drafts)
    found = [base for base in bases if base is not None]
    if len(found) < len(bases):
        names.found.broken.add("criterion")
        return above.drafts, None
    return above.drafts, Base.of(found)


def read_other(kind: str, files: Files) -> Problems:
    """Return the problems of a rubric (`rubrics`) or a profile (`profiles`) on its own."""
    problems = Problems()
    sources = files.main(problems)
    if not sources:
        return problems
    if kind == "profiles":
        file_of(ProfileFile, sources[0], problems, False)
        return problems
    made = file_of(RubricFile, sources[0], problems, False)
    if made is None:
        return problems
    root, model = made
    found = survey(root, RubricFile)
    names = Names(found, problems)
    names.extra["measure"] = set(MEASURES)

    def fetch(wanted: str, place: Placed | None) -> RubricText | None:
        if wanted == str(model.rubric):
            return RubricText(root, model)
        source = (
            other_text("rubrics", place, files, problems) if isinstance(place, Scalar) else None
        )
        read_ = file_of(RubricFile, source, problems, False) if source else None
        return RubricText(*read_) if read_ else None

    above = Inheritance(fetch, problems)
    base = above.take(str(model.rubric), None)
    names.extra["criterion"] = set(above.drafts)
    names.resolve()
    if base is not None:
        finish(above.drafts, base, problems)
    return problems
