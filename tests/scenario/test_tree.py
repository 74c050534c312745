"""From text to tree: values, places, limits, and two parsers that agree."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from simulator.scenario import tree as tree_module
from simulator.scenario.diagnostics import Problems
from simulator.scenario.files import TextFiles
from simulator.scenario.nodes import Block, Items, Scalar
from simulator.scenario.reading import read, tree_hash
from simulator.scenario.text import check_characters, decode
from simulator.scenario.tree import parse

GOOD = (Path(__file__).parent / "good.yaml").read_text(encoding="utf-8")
PARSERS = [False, True]


def tree_of(text: str, pure: bool = False) -> tuple[object, list[str]]:
    problems = Problems()
    root = parse(problems.source("a.yaml", text), problems, pure)
    return root, [f"{p.code} {p.place}" for p in problems.ordered()]


@pytest.mark.parametrize("pure", PARSERS)
@pytest.mark.parametrize("text", ["10:30", "no", "on", "0755", "2024-01-01", "1_000", "=", "1e3"])
def test_plain_values_stay_as_written(text: str, pure: bool) -> None:
    root, problems = tree_of(f"a: {text}\n", pure)
    assert isinstance(root, Block)
    assert (root["a"], problems) == (text, [])


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("-3", -3), ("0o17", 15), ("0x1F", 31), ("0755", 755), ("1.5", None), ("a", None)],
)
def test_whole_numbers_are_those_of_the_core_schema(text: str, number: int | None) -> None:
    node = Scalar(text)
    node.plain = True
    assert node.number() == number
    node.plain = False
    assert node.number() is None


@pytest.mark.parametrize("pure", PARSERS)
def test_both_parsers_make_the_same_tree_with_the_same_places(pure: bool) -> None:
    text = (
        GOOD + "more: {asks: What now? Or later??, list: [a?b, c ?, ~], 'q': \"é 世界 \\u00e9\"}\n"
    )
    fast, problems = tree_of(text, False)
    slow, _ = tree_of(text, True)
    assert problems == []
    assert json.dumps(fast) == json.dumps(slow)

    def places(node: object) -> list[tuple[int, int]]:
        if isinstance(node, Block):
            found = [spot for key in node for spot in places(key)]
            return found + [spot for value in node.values() for spot in places(value)]
        if isinstance(node, Items):
            return [spot for value in node for spot in places(value)]
        return [(node.mark.index, node.end.index)] if isinstance(node, Scalar) else []

    assert places(fast) == places(slow)


def test_empty_values_keep_their_place() -> None:
    root, _ = tree_of("a:\nb: [~, x]\nc: null\n")
    assert isinstance(root, Block)
    assert root["a"] is None
    assert root.nulls["c"].mark.line == 2
    assert isinstance(root["b"], Items)
    assert root["b"].nulls[0].mark.column == 4


@pytest.mark.parametrize("pure", PARSERS)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 25_000, "Y051"),
        ("- " * 25_000, "Y051"),
        ("a: [" + "1, " * 60_000 + "1]", "Y052"),
        (f"a: {'x' * 70_000}\n", "Y053"),
        ("a: &x [1]\nb: *x\n", "Y021"),
        ('a: "\\U00110000"\n', "Y024"),
        ('a: "\\e[31m"\n', "X901"),
        ("%YAML 1.2\n---\na: 1\n", "Y031"),
        ("%YAML 1.3\n---\na: 1\n", "Y031"),
        ("a:\t1\n", "Y002"),
        ("a: !!python/object:os.system x\n", "Y022"),
        ("<<: {a: 1}\n", "Y023"),
        ("? [a]\n: b\n", "Y009"),
    ],
)
def test_what_is_refused(text: str, code: str, pure: bool) -> None:
    _, problems = tree_of(text, pure)
    assert problems
    assert problems[0].startswith(code), problems


def test_the_line_is_counted_by_line_feeds_alone() -> None:
    problems = Problems()
    source = problems.source("a.yaml", "a: 1\r\nb: x\r\nb: y\r\n")
    parse(source, problems)
    assert [str(p.place) for p in problems.ordered()] == ["3:1"]


@pytest.mark.parametrize("char", ["\u200b", "\u202e", "\x1b", "\x9b", "\ufeff", "\u2028", "\x00"])
def test_unseen_characters_are_refused_by_name(char: str) -> None:
    problems = Problems()
    source = problems.source("a.yaml", f"a: x{char}y\n")
    assert not check_characters(source, problems)
    assert problems.found[0].code == "X901"
    assert f"U+{ord(char):04X}" in problems.found[0].message


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"\xef\xbb\xbfa: 1\n", []),
        ("a: 1\n".encode("utf-16"), ["Y043"]),
        (b"a: 1\nb: \xff\n", ["Y042"]),
        (b"x" * (1024 * 1024 + 1), ["Y050"]),
    ],
)
def test_bytes_become_text_or_a_problem(data: bytes, codes: list[str]) -> None:
    problems = Problems()
    decode(data, "a.yaml", problems)
    assert [p.code for p in problems.found] == codes
    if codes == ["Y042"]:
        assert str(problems.found[0].place) == "2:4"


def test_a_newline_in_a_key_makes_no_second_line_of_output() -> None:
    _, problems = tree_of('? "x\\nbad.yaml:1:1: error"\n: 1\n')
    assert problems == ["Y054 1:3"]


def test_the_hash_is_of_what_the_file_says() -> None:
    def hash_of(text: str) -> str:
        root, _ = tree_of(text)
        assert isinstance(root, Block)
        return tree_hash(root, None)

    same = hash_of("a: 1\nb: [x, y]\n")
    assert hash_of("# about it\r\nb: [x,  'y']\r\na: 1  # one\r\n") == same
    assert hash_of("a: 1\nb: [y, x]\n") != same


@pytest.mark.parametrize("pure", PARSERS)
def test_no_mutation_raises_or_goes_unreported(pure: bool) -> None:
    pieces = list("\t: \n[]{}\"'*&!#|?%\\>“é\x07\u00a0")
    pieces += ["- ", "null", "0", "-5 min", "---\n", "<<: 1\n"]
    dice = random.Random(11 + pure)
    for _ in range(60 if pure else 300):
        text = GOOD
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(text))
            cut = dice.choice([0, 0, 1, 5, 40])
            text = text[:at] + dice.choice(pieces) + text[at + cut :]
        reading = read(TextFiles({"bad.yaml": text}), pure)
        for problem in reading.problems.ordered():
            assert problem.message
            assert problem.place.line >= 1
            assert problem.place.column >= 1
            assert "\n" not in problem.message
        if reading.world is None or reading.rubric is None:
            assert reading.problems.failed


def test_there_is_a_parser_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_module, "FAST", None)
    root, problems = tree_of(GOOD)
    assert isinstance(root, Block)
    assert problems == []
