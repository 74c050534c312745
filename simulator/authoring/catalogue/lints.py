"""L50x to L52x: states, scenes and words."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.authoring.catalogue.samples import CALM, news, pattern


def _choices(first: str, second: str) -> str:
    return (
        "storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: When?\n      choices:\n"
        f"        - {{id: ask, say: What do you need?, {first}}}\n"
        f"        - {{id: shout, say: Not now!, {second}}}\n"
    )


def _scene(lines: str = "") -> str:
    """Return a scene with two answers, and more lines of its own."""
    return (
        f"storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: When?\n{lines}"
        f"      choices:\n        - {_ASK}\n        - {_SHOUT}\n"
    )


def _scenes(ask: str) -> str:
    """Return three scenes whose first answer says this."""
    one = _scene(_FLIP).partition("\n")[2].replace("What do you need?", ask)
    return "storyline:\n" + "".join(one.replace("id: call", f"id: call-{n}") for n in range(3))


_ASK = "{id: ask, say: What do you need?, minutes: 4, credit: 1}"
_SHOUT = "{id: shout, say: Not now; ring me!, minutes: 1}"
_LONG = " ".join(["word"] * 61)
_FLIP = (
    "      best_when:\n        - {when: told.cfo, choice: ask}\n"
    "        - {when: desk.waiting > 9, choice: shout}\n"
)

PAGES = (
    Page(
        "L501",
        "never-true",
        (
            "The condition can never be true, so what depends on it never happens: two parts shut "
            "each other out, or a value or a time is asked for that never comes. A time before the "
            "shift begins is read as one of the next day. Proved."
        ),
        wrong=news("{all: [desk.waiting > 9, desk.waiting < 3]}"),
        right=news("{any: [desk.waiting > 9, desk.waiting < 3]}"),
    ),
    Page(
        "L502",
        "always-true",
        (
            "The comparison holds whatever happens, or one of two parts of an `any` always does. "
            "Proved."
        ),
        wrong=news("desk.waiting >= 0"),
        right=news("desk.waiting >= 1"),
    ),
    Page(
        "L503",
        "after-the-end",
        "It would happen when the shift is over.",
        wrong=("storyline:\n  - {id: late, at: Fri 12:15, news: The bank rang.}\n"),
        right=("storyline:\n  - {id: late, at: Fri 11:15, news: The bank rang.}\n"),
    ),
    Page(
        "L504",
        "nothing-opens-it",
        "An item of the storyline has no time and no condition, and no effect names it. Proved.",
        wrong="storyline:\n  - {id: later, news: The bank rang.}\n",
        right="storyline:\n  - {id: later, at: 09:10, news: The bank rang.}\n",
    ),
    Page(
        "L506",
        "no-flip",
        "A scored scene has at least two states in which different choices are best (the flip "
        "rule): else who has seen it once knows the answer, and it shows nothing about them.",
        wrong=_scene("      criterion: calm\n      best_when: [{when: told.cfo, choice: ask}]\n")
        + CALM,
        right=_scene(f"      criterion: calm\n{_FLIP}") + CALM,
    ),
    Page(
        "L507",
        "state-in-the-shadow",
        "Of several states the first that holds counts. This one holds only when one above it "
        "does too, so it is never reached. Proved.",
        wrong=_scene(
            "      best_when:\n        - {when: told.cfo, choice: ask}\n"
            "        - {when: {all: [told.cfo, desk.waiting > 9]}, choice: shout}\n"
        ),
        right=_scene(
            "      best_when:\n        - {when: {all: [told.cfo, desk.waiting > 9]}, choice: shout}"
            "\n        - {when: told.cfo, choice: ask}\n"
        ),
    ),
    Page(
        "L510",
        "dominated-choice",
        (
            "A choice is never better than another, in no effect, in no credit and in no "
            "state of best_when. Nobody who looks at both has a reason to take it."
        ),
        wrong=_choices(
            "effects: [{target: ana, morale: 2}]", "effects: [{target: ana, morale: -2}]"
        ),
        right=_choices(
            "effects: [{target: ana, morale: 2}]",
            "effects: [{target: ana, morale: -2}], minutes: 1",
        ),
    ),
    Page(
        "L511",
        "same-choice",
        "Nothing tells two choices apart.",
        wrong=_choices("credit: 1", "credit: 1"),
        right=_choices("credit: 1, minutes: 4", "credit: 0, minutes: 1"),
    ),
    Page(
        "L512",
        "always-or-never-met",
        "A pattern counts to zero: it holds whatever the lead does.",
        wrong=pattern("entry: message.sent, at_least: 0"),
        right=pattern("entry: message.sent, at_least: 1"),
    ),
    Page(
        "L520",
        "long-text",
        "A scene is read while the clock waits: 60 words for what is said, 25 for an answer. "
        "Longer texts are skimmed, most of all by second-language readers. A briefing reads well "
        "up to 60 words, and is told from 150.",
        wrong=f"storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: {_LONG}\n"
        f"      choices: [{_ASK}, {_SHOUT}]\n",
        right=_scene(),
    ),
    Page(
        "L521",
        "courtesy-tells",
        "In most scored scenes the one answer that says please, thank you or sorry is a best one. "
        "A trainee who learns that courtesy scores learns nothing else.",
        wrong=_scenes("What now please?"),
        right=_scenes("What do you need?"),
    ),
    Page(
        "L522",
        "length-tells",
        "In a scored scene one answer is more than half as long again as another. The longest is "
        "taken for the best one before it is read.",
        wrong=_scene(_FLIP).replace("What do you need?", "What is it that you need from us today?"),
        right=_scene(_FLIP),
    ),
    Page(
        "L523",
        "claims-too-much",
        "A shift shows what somebody did in it. It proves nothing about who they are, and no text "
        "may say that it does.",
        wrong="summary: A test that is scientifically sound.\n",
        right="summary: A desk on payday.\n",
    ),
    Page(
        "L524",
        "idiom",
        "Second-language readers meet the words of a scenario under pressure of time.",
        wrong="summary: The desk should touch base with finance.\n",
        right="summary: The desk speaks with finance.\n",
    ),
    Page(
        "L525",
        "judging-word",
        "A text judges or labels somebody. Name the behaviour, and what it led to.",
        wrong="summary: A toxic colleague.\n",
        right="summary: A colleague who interrupts.\n",
    ),
)
