"""Words: too many of them, answers that give themselves away, and words that stand in the way.

The limits are those of the shipped scenarios: 60 words a scene, 25 a choice, answers of a length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.scenario.nodes import Block, Items, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.scenario.reading import Reading

MOST_SCENE = 60
"""Words that somebody says in a scene."""
MOST_BRIEFING = 60
"""Words of a briefing that read well before a shift."""
LONG_BRIEFING = 150
"""Words of a briefing from which it is said; the longest shipped one has 140. (J)"""
MOST_CHOICE = 25
"""Words of an answer."""
LONGER = 1.5
"""The longest answer may be so many times as long as the shortest."""
OFTEN = 3
"""Scenes in which something gives the best answer away, from which it is a pattern. (J)"""
COURTESY = re.compile(r"\b(please|thank|thanks|sorry|apolog\w+)\b", re.IGNORECASE)
NO_TEXT = frozenset(("sources", "link", "source", "because", "id", "licence"))
"""Keys whose texts no trainee reads."""

CLAIMS = {
    "scientifically": r"scientifically", "psychometric": r"psychometric\w*",
    "validated": r"validated", "born leader": r"born leaders?",
    "personality type": r"personality type",
    " that you are": r"(?:proves?|shows?|means?) that you are",
    " that you will be": r"(?:proves?|shows?|means?) that you will be",
    "you are a ": r"you are a (?:good|great|bad|poor|weak) (?:lead|leader|manager)",
}  # fmt: skip
"""What they are told by at first sight, and the whole of them."""
JUDGING = (
    "should have", "should've", "obviously", "lazy", "toxic", "difficult person", "hero", "guys",
    "manpower",
)  # fmt: skip
IDIOMS = (
    "touch base", "low-hanging", "ball is in", "leverage", "asap", "deep dive", "circle back",
    "move the needle", "boil the ocean", "ballpark", "hit the ground running", "on the same page",
    "out of the box", "heads up", "piece of cake", "burn the midnight oil", "back to square one",
)  # fmt: skip


class _Group:
    """Words of which the same is said."""

    def __init__(self, words: Mapping[str, str], says: str, help_: str) -> None:
        self.hints = tuple(words)
        self.pattern = re.compile(rf"\b({'|'.join(words.values())})\b", re.IGNORECASE)
        self.says = says
        self.help = help_

    def may_be_in(self, lower: str) -> bool:
        """Return whether a text in lower case is worth the pattern, which takes far longer."""
        return any(hint in lower for hint in self.hints)


_GROUPS: Mapping[str, _Group] = {
    "L523": _Group(CLAIMS, "says more than one shift can show",
                   "say what the trainee did and what it led to"),
    "L524": _Group({word: word for word in IDIOMS},
                   "is a word that many second-language readers have to look up", "say it plainly"),
    "L525": _Group({word: word for word in JUDGING}, "judges or labels",
                   "name what was done and what it led to"),
}  # fmt: skip


def lint_words(reading: Reading) -> None:
    """Report long texts (L520), answers that stand out (L521, L522), and words (L523-L525)."""
    if reading.root is None:
        return
    _briefing(reading, reading.root)
    scenes = list(_scenes(reading.root))
    for scene in scenes:
        _scene(reading, scene)
    _courtesy(reading, scenes)
    lower = " ".join(_words(reading, reading.root)).lower()
    groups = [(code, group) for code, group in _GROUPS.items() if group.may_be_in(lower)]
    for text in _texts(reading.root) if groups else ():
        for code, group in groups:
            found = group.pattern.search(text) if group.may_be_in(text.lower()) else None
            if found:
                reading.problems.add(
                    code, f'"{found.group()}" {group.says}', text,
                    at=(found.start(), len(found.group())), help=group.help,
                )  # fmt: skip


def _words(reading: Reading, root: Block) -> Iterator[str]:
    """Yield the files of a scenario with one space between their words."""
    for name in {key.source: None for key in root if isinstance(key, Scalar)}:
        yield " ".join(reading.problems.sources[name].text.split())


def _briefing(reading: Reading, root: Block) -> None:
    """Report a briefing that is several times as long as it reads well (L520)."""
    parts = root.get("briefing")
    texts = [one for one in parts if isinstance(one, Scalar)] if isinstance(parts, Items) else []
    count = sum(len(one.split()) for one in texts)
    if count > LONG_BRIEFING:
        reading.problems.add(
            "L520", f"the briefing has {count} words; it reads well up to {MOST_BRIEFING}",
            root.key("briefing"), help="say who and when; let the shift tell the rest",
        )  # fmt: skip


def _scenes(root: Block) -> Iterator[Block]:
    story = root.get("storyline")
    for item in story if isinstance(story, Items) else ():
        scene = item.get("scene") if isinstance(item, Block) else None
        if isinstance(scene, Block):
            yield scene


def _scene(reading: Reading, scene: Block) -> None:
    says, answers = scene.get("says"), _answers(scene)
    if isinstance(says, Scalar):
        _length(reading, says, "what is said in this scene", MOST_SCENE)
    for _, say in answers:
        _length(reading, say, "this answer", MOST_CHOICE)
    if len(answers) > 1 and scene.get("best_when"):
        _sizes(reading, [say for _, say in answers])


def _courtesy(reading: Reading, scenes: Sequence[Block]) -> None:
    """Report that courtesy finds the best answer (L521)."""
    alone: list[tuple[Scalar, bool]] = []
    for scene in scenes:
        polite = [(ident, say) for ident, say in _answers(scene) if COURTESY.search(say)]
        if scene.get("best_when") and len(polite) == 1:
            ident, say = polite[0]
            alone.append((say, ident in _best(scene)))
    hits = [say for say, best in alone if best]
    if len(hits) >= OFTEN and 2 * len(hits) > len(alone):
        reading.problems.add(
            "L521",
            f"in {len(hits)} of {len(alone)} scored scenes the one courteous answer is a best one, "
            "so that courtesy gives it away",
            hits[0], help="let other answers be courteous too",
        )  # fmt: skip


def _best(scene: Block) -> set[str]:
    rows = scene.get("best_when")
    return {
        str(row.get("choice"))
        for row in (rows if isinstance(rows, Items) else ())
        if isinstance(row, Block)
    }


def _answers(scene: Block) -> list[tuple[str, Scalar]]:
    """Return the ids and words of a scene's choices."""
    rows = scene.get("choices")
    return [
        (str(row.get("id")), say)
        for row in (rows if isinstance(rows, Items) else ())
        if isinstance(row, Block) and isinstance(say := row.get("say"), Scalar)
    ]


def _length(reading: Reading, text: Scalar, what: str, most: int) -> None:
    count = len(text.split())
    if count > most:
        reading.problems.add(
            "L520", f"{what} has {count} words; it reads well up to {most}", text,
            help="say one thing, and leave the rest to another moment",
        )  # fmt: skip


def _sizes(reading: Reading, says: Sequence[Scalar]) -> None:
    shortest, longest = min(says, key=len), max(says, key=len)
    if len(longest) > LONGER * len(shortest):
        reading.problems.add(
            "L522",
            f"this answer is {len(longest) / max(1, len(shortest)):.1f} times as long as the "
            "shortest one: its length gives something away",
            longest, notes=((shortest, "the shortest one"),),
            help="make the answers of a scored scene about as long as each other",
        )  # fmt: skip


def _texts(root: Node) -> Iterator[Scalar]:
    """Yield every text of a scenario that somebody reads in it."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if " " in node:
                yield node
        elif isinstance(node, Block):
            waiting += [value for key, value in node.items() if key not in NO_TEXT]
        elif node is not None:
            waiting += node
