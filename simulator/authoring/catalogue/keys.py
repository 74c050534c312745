"""K: keys and shape."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page

PAGES = (
    Page(
        "K101",
        "unknown-key",
        (
            "This block has no such key. A misspelt key would be ignored in silence "
            "elsewhere; here it is refused."
        ),
        wrong=("facts:\n  - {id: payday, text: salaries are paid, tecnical: true}\n"),
        right=("facts:\n  - {id: payday, text: salaries are paid, technical: true}\n"),
    ),
    Page(
        "K103",
        "missing-key",
        "A key that is needed is missing.",
        wrong="facts:\n  - {id: payday}\n",
        right="facts:\n  - {id: payday, text: salaries are paid}\n",
    ),
    Page(
        "K105",
        "not-a-block",
        "A group of keys belongs here.",
        wrong="clock: 08:00\n",
        right="clock: {starts: Fri 08:00, ends: Fri 11:30}\n",
    ),
    Page(
        "K106",
        "not-a-list",
        "A list belongs here, even for one value.",
        wrong="briefing: You lead a desk.\n",
        right="briefing: [You lead a desk.]\n",
    ),
    Page(
        "K111",
        "newer-schema",
        "The file was written for a later version of the program.",
        wrong="schema: 9\n",
        right="schema: 1\n",
    ),
    Page(
        "K112",
        "renamed-key",
        "This key had another name in an earlier draft of the format.",
        wrong=(
            "storyline:\n  - id: call\n    at: 08:40\n    scene:\n"
            "      prompt: When is it fixed?\n"
            "      choices: [{id: ask, say: What do you need?}]\n"
        ),
        right=(
            "storyline:\n  - id: call\n    at: 08:40\n    scene:\n"
            "      says: When is it fixed?\n"
            "      choices: [{id: ask, say: What do you need?}]\n"
        ),
    ),
    Page(
        "K113",
        "older-schema",
        (
            "The file was written for an earlier version. It is raised while it is read; "
            "--fix writes it down."
        ),
        wrong="schema: 0\n",
        right="schema: 1\n",
    ),
    Page(
        "K114",
        "effect-of-two-minds",
        "An effect does one thing, and its first key says what.",
        wrong=(
            "storyline:\n  - id: news\n    at: 08:40\n"
            "    effects: [{minutes: 5, note: The bank rang.}]\n"
        ),
        right=(
            "storyline:\n  - id: news\n    at: 08:40\n"
            "    effects: [{minutes: 5}, {note: The bank rang.}]\n"
        ),
    ),
)
