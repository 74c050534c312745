"""Ids and texts as authors write them."""

from __future__ import annotations

import re

from simulator.scenario.nodes import Block, Items, Placed, Scalar
from simulator.scenario.values import inside, shown, text_of, wrong

ID = re.compile(r"[a-z][a-z0-9-]{0,63}\Z")


_QUOTES = "\u201c\u201d\u2018\u2019\u201e\u201a\u00ab\u00bb"


def texts(node: object) -> list[str]:
    """Return one text, or a list of them."""
    if isinstance(node, Items):
        return [inside(item, some_text) for item in node]
    return [some_text(node)]


def new_id(node: object) -> Scalar:
    """Return an id that is defined here."""
    if node is None:
        raise wrong(
            "V211",
            '{key} is empty: an unquoted null is "no value" in YAML',
            '{raw_key}: "null"  - or better, another id',
        )
    text = text_of(node, "an id")
    if ID.match(text):
        return text
    if text[:1] in _QUOTES or text[-1:] in _QUOTES:
        raise wrong(
            "Y012",
            "typographic quotes are part of the text; this id would contain them",
            f"{{raw_key}}: {slug(text)}",
            edit=slug(text),
        )
    if text.number() is not None or re.match(r"\d", text):
        raise wrong(
            "V208",
            f"an id starts with a letter; {text[:60]} is a number in YAML"
            if text.number() is not None
            else f"an id starts with a letter; {shown(text)} does not",
            f"{{raw_key}}: r{slug(text)}",
        )
    raise wrong(
        "V210",
        "an id may hold only a-z, 0-9 and -, and starts with a letter",
        f"{{raw_key}}: {slug(text) or 'a-short-name'}{{name_key}}",
    )


def new_criterion(node: object) -> Scalar:
    """Return a criterion's id, which may hold one dot: `communication.first-word`."""
    if isinstance(node, Scalar) and node.count(".") == 1:
        first, _, second = node.partition(".")
        if ID.match(first) and ID.match(second):
            return node
    return new_id(node)


def slug(text: str) -> str:
    """Return the id nearest to a text."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:64]


def some_id(node: object) -> Scalar:
    """Return an id that is defined elsewhere; names.py finds out whether it is."""
    return text_of(node, "an id")


def some_text(node: object) -> str:
    """Return a text that says something."""
    text = text_of(node, "a text")
    if not text.strip():
        raise wrong("V215", "{key} is empty")
    return str(text)


def place_of(value: object) -> Placed | None:
    """Return a value as something that has a place, if it has one."""
    return value if isinstance(value, (Scalar, Items, Block)) else None
