"""R: references among windows, criteria, measures and rubrics."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.authoring.catalogue.samples import CALM, SCENE, criterion, pattern


def _window(kind: str, subject: str) -> str:
    return f"windows: [{{id: w, kind: {kind}, subject: {subject}, opens: 08:10, closes: 09:00}}]\n"


_FLIP = (
    "      best_when:\n        - {when: told.cfo, choice: ask}\n"
    "        - {when: desk.waiting > 9, choice: wait}\n"
)
_GROWS = (
    "rubric:\n  extends: people\n  without: [people.relieves, people.friction-early]\n"
    "windows: [{id: w, kind: growth, subject: analyst.ana, opens: 08:10, closes: 09:00}]\n"
)

PAGES = (
    Page(
        "R319",
        "no-such-criterion",
        "The rubric has no such criterion.",
        wrong=SCENE.format("      criterion: calmness\n"),
        right=CALM + SCENE.format(f"      criterion: calm\n{_FLIP}"),
    ),
    Page(
        "R320",
        "no-such-measure",
        "The registry has no such measure.",
        wrong=criterion("choice-credits"),
        right=CALM,
    ),
    Page(
        "R321",
        "no-such-window",
        "No window has this id.",
    ),
    Page(
        "R323",
        "no-such-entry",
        "The log has no entries of this kind.",
        wrong=pattern("entry: mesage.sent"),
        right=pattern("entry: message.sent"),
    ),
    Page(
        "R325",
        "no-such-rubric",
        "There is no rubric of this name, shipped or beside the scenario.",
        wrong="rubric: {extends: team-lead-cor}\n",
        right="rubric: {extends: team-lead-core}\n",
    ),
    Page(
        "R328",
        "no-window-of-kind",
        (
            "A criterion waits for a kind of window that this scenario does not have, so "
            "it can never be scored."
        ),
        wrong=_window("p1-knowable", "incident.portal")
        + criterion("choice-credit", rows="      windows: [p1-known]\n"),
        right=_window("p1-knowable", "incident.portal")
        + criterion("choice-credit", rows="      windows: [p1-knowable]\n"),
    ),
    Page(
        "R332",
        "filter-without-effect",
        "The measure does not look at this filter of the scope.",
        wrong=criterion("choice-credit", rows="      scope: {service: portal}\n"),
        right=CALM,
    ),
    Page(
        "R333",
        "pattern-without-measure",
        "A pattern stands exactly where the measure is called pattern.",
        wrong=criterion("pattern"),
        right=pattern("entry: message.sent"),
    ),
    Page(
        "R336",
        "window-of-no-criterion",
        (
            "No criterion of the rubric, inherited ones among them, is about windows of this kind. "
            "The window opens, and nothing that is done in it is scored."
        ),
        wrong=_window("p1-knowabel", "incident.portal"),
        right=_window("p1-knowable", "incident.portal"),
    ),
    Page(
        "R337",
        "no-window-for-inherited",
        (
            "Criteria of a rubric that the scenario extends wait for a kind of window that it "
            "never opens, so they have no opportunity in any shift. It is said where other "
            "rubrics than team-lead-core are named, and where windows are opened in a shift with "
            "a P1."
        ),
        wrong=_GROWS.partition("windows:")[0],
        right=_GROWS,
    ),
)
