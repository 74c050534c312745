"""L: lints."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page


def _when(condition: str) -> str:
    return f"storyline:\n  - id: news\n    when: {condition}\n    news: The bank rang.\n"


def _choices(first: str, second: str) -> str:
    return (
        "storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: When?\n      choices:\n"
        f"        - {{id: ask, say: What do you need?, {first}}}\n"
        f"        - {{id: shout, say: Not now!, {second}}}\n"
    )


def _criterion(measure: str, bands: tuple[str, str, str, str]) -> str:
    """Return a rubric with one criterion, `calm`; the bands are those of levels 4 to 1."""
    levels = "".join(
        f"        - {{value: {value}, band: {band}, anchor: a}}\n"
        for value, band in zip((4, 3, 2, 1), bands, strict=True)
    )
    return (
        "rubric:\n  criteria:\n    - id: calm\n      competency: people\n"
        f"      prompt: Is it calm?\n      weight: 1\n      measure: {measure}\n      levels:\n"
        f'{levels}      basis: {{kind: published, link: "https://example.org/"}}\n'
    )


def _pattern(count: int) -> str:
    return _criterion(
        f"pattern\n      pattern: {{entry: message.sent, at_least: {count}}}",
        ("[1000, 1000]", "[600, 999]", "[1, 599]", "[0, 0]"),
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


def _speeds(skill: str) -> str:
    """Return a team that can do one thing, and a queue that needs another."""
    return (
        f"skills: {{apps: Applications, printers: Printers, network: Network}}\n"
        f"team:\n  - {{id: ana, name: Ana Lopez, speeds: {{{skill}: 100%, network: 100%}}}}\n"
        "queue: {poisson: 2 per hour, effort: 20 min, skill: apps}\n"
    )


_QUEUE = "queue: {poisson: 3 per hour, effort: exponential 20 min}\n"


def _asked(answer: str) -> str:
    """Return an act that is somebody's to allow."""
    return (
        "authority: {ask: {declare: boss}}\nstakeholders:\n"
        f"  - {{id: boss, name: Robert Hale, audience: manager{answer}}}\n"
    )


def _worded(wording: str) -> str:
    """Return an opportunity for a first word, and one wording."""
    return (
        "windows:\n  - {id: w, kind: p1-knowable, subject: incident.portal, opens: 08:25, "
        f"closes: 09:20}}\nmessages: [{wording}]\n"
    )


def _expects(rhythm: str) -> str:
    return (
        "stakeholders:\n  - {id: cfo, name: Marta Lind, audience: executive, "
        f"expects: {{P1: {rhythm}}}}}\n"
    )


_ASK = "{id: ask, say: What do you need?, minutes: 4, credit: 1}"
_SHOUT = "{id: shout, say: Not now; ring me!, minutes: 1}"
_LONG = " ".join(["word"] * 61)
_CREDIT = _criterion("choice-credit", ("[3, 3]", "[2, 2]", "[1, 1]", "[0, 0]"))
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
        wrong=_when("{all: [desk.waiting > 9, desk.waiting < 3]}"),
        right=_when("{any: [desk.waiting > 9, desk.waiting < 3]}"),
    ),
    Page(
        "L502",
        "always-true",
        (
            "The comparison holds whatever happens, or one of two parts of an `any` always does. "
            "Proved."
        ),
        wrong=_when("desk.waiting >= 0"),
        right=_when("desk.waiting >= 1"),
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
        + _CREDIT,
        right=_scene(f"      criterion: calm\n{_FLIP}") + _CREDIT,
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
        wrong=_pattern(0),
        right=_pattern(1),
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
    Page(
        "L530",
        "nobody-can",
        "Everybody's `speeds` say what they can do, and none names the skill that this work needs. "
        "Proved.",
        wrong=_speeds("printers"),
        right=_speeds("apps"),
    ),
    Page(
        "L531",
        "too-much-work",
        "In every seed that was looked at, the work that arrives takes half as long again as the "
        "team has minutes, even if each ticket went to whoever is fastest at it.",
        wrong="queue: {poisson: 60 per hour, effort: exponential 20 min}\n",
        right=_QUEUE,
    ),
    Page(
        "L532",
        "target-out-of-reach",
        "More than half of these tickets take longer than their target, even for whoever is "
        "fastest at them and without a minute of waiting.",
        wrong="queue: {poisson: 0.7 per hour, effort: 130 min, priority: P1}\n",
        right="queue: {poisson: 2 per hour, effort: 20 min, priority: P1}\n",
    ),
    Page(
        "L533",
        "never-satisfied",
        "Somebody wants to hear from the lead more often than the lead can speak. Proved.",
        wrong=_expects("every 2 min"),
        right=_expects("every 30 min"),
    ),
    Page(
        "L534",
        "level-out-of-reach",
        "A level asks for more than the measure can ever be: a share has 1000 thousandths, the "
        "credit of choices 3 points. Proved.",
        wrong=_criterion("choice-credit", ("[4, null]", "[3, 3]", "[1, 2]", "[0, 0]")),
        right=_CREDIT,
    ),
    Page(
        "L535",
        "nobody-can-allow",
        "A permit, a way out or another power is somebody's to allow who never answers a request: "
        "they have no `answer`. Whoever asks them is refused, and the work stops there. Proved.",
        wrong=_asked(""),
        right=_asked(", answer: {after: 10 min, says: Yes.}"),
    ),
    Page(
        "L536",
        "no-next-update",
        "A criterion looks for the minute of the next update, and the scenario has wordings but "
        "none for it: `next=09:37` still names the minute, and the message has no sentence that "
        "says so.",
        wrong=_worded("{id: slow, element: impact, text: logins are slow.}"),
        right=_worded('{id: next, element: next-update, text: "I write again at {time}."}'),
    ),
    Page(
        "L537",
        "no-order-with-reason",
        "A criterion looks for an order of work that is said with its reason, and nobody can say "
        "one: `brief` is not among the acts, or no fact is known at the start that could be the "
        "reason.",
        wrong=f"acts: [assign, triage]\n{_QUEUE}",
        right=f"acts: [assign, brief, triage]\n{_QUEUE}",
    ),
    Page(
        "L540",
        "playbook-line",
        "A line of the playbook is not understood in any run: its first word is no act, a part is "
        "missing or too many, or a word of the language is misspelt. The reference leads leave "
        "such a line out without a word, and calibrate looks better or worse than it should.",
        wrong="playbook: [{at: 08:10, do: [breif impact]}]\n",
        right="playbook: [{at: 08:10, do: [brief impact]}]\n",
    ),
    Page(
        "L541",
        "playbook-name",
        "A line of the playbook names somebody or something that no run of this scenario has. What "
        "only a run can show, such as the number of a ticket, is not looked at.",
        wrong="playbook: [{at: 08:30, do: [assign portal anna hand-over]}]\n",
        right="playbook: [{at: 08:30, do: [assign portal ana hand-over]}]\n",
    ),
    Page(
        "L542",
        "playbook-time",
        "A line of the playbook names a time at which the shift has not begun, or is over.",
        wrong="playbook: [{at: 08:30, do: [assign portal ana hand-over due 12:40]}]\n",
        right="playbook: [{at: 08:30, do: [assign portal ana hand-over due 10:40]}]\n",
    ),
    Page(
        "L543",
        "playbook-act-not-used",
        "`acts` lists the acts that this scenario uses, and a line of the playbook gives another: "
        "it is refused in every run.",
        wrong="acts: [assign]\nplaybook: [{at: 08:10, do: [brief impact]}]\n",
        right="acts: [assign, brief]\nplaybook: [{at: 08:10, do: [brief impact]}]\n",
    ),
)
