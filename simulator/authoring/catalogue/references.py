"""R and X: references, and safety."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page


def _effect(effect: str) -> str:
    return f"storyline:\n  - id: news\n    at: 08:40\n    effects: [{effect}]\n"


def _when(condition: str) -> str:
    return f"storyline:\n  - id: news\n    when: {condition}\n    news: The bank rang.\n"


def _incident(step: str, rest: str = "") -> str:
    return (
        "incidents:\n  - id: portal\n    name: Portal\n    service: portal\n    skill: network\n"
        f"    starts: 08:20\n    steps: [{{id: look, minutes: 5, says: Seen.{step}}}]\n{rest}"
    )


def _pattern(entry: str) -> str:
    return (
        "rubric:\n  criteria:\n    - id: calm\n      competency: people\n"
        "      prompt: Is it calm?\n"
        f"      weight: 1\n      measure: pattern\n      pattern: {{entry: {entry}}}\n"
        "      levels:\n"
        "        - {value: 4, band: [1000, 1000], anchor: a}\n"
        "        - {value: 3, band: [600, 999], anchor: b}\n"
        "        - {value: 2, band: [1, 599], anchor: c}\n"
        "        - {value: 1, band: [0, 0], anchor: d}\n"
        '      basis: {kind: published, link: "https://example.org/"}\n'
    )


def _measure(name: str, rest: str = "") -> str:
    return (
        "rubric:\n  criteria:\n    - id: calm\n      competency: people\n"
        "      prompt: Is it calm?\n"
        f"      weight: 1\n      measure: {name}\n{rest}      levels:\n"
        "        - {value: 4, band: [3, 3], anchor: a}\n"
        "        - {value: 3, band: [2, 2], anchor: b}\n"
        "        - {value: 2, band: [1, 1], anchor: c}\n"
        "        - {value: 1, band: [0, 0], anchor: d}\n"
        '      basis: {kind: published, link: "https://example.org/"}\n'
    )


def _window(kind: str, subject: str) -> str:
    return f"windows: [{{id: w, kind: {kind}, subject: {subject}, opens: 08:10, closes: 09:00}}]\n"


_SCENE = (
    "storyline:\n  - id: call\n    at: 08:40\n    scene:\n      says: When?\n"
    "      choices: [{{id: ask, say: What?, credit: 1}}, {{id: wait, say: Later., minutes: 1}}]\n{}"
)
_FLIP = (
    "      best_when:\n        - {when: told.cfo, choice: ask}\n"
    "        - {when: desk.waiting > 9, choice: wait}\n"
)
_GROWS = (
    "rubric:\n  extends: people\n  without: [people.relieves, people.friction-early]\n"
    "windows: [{id: w, kind: growth, subject: analyst.ana, opens: 08:10, closes: 09:00}]\n"
)
_TICKET = "tickets:\n  - {{id: dock, at: 08:40, {}}}\n"

_PROFILE = (
    "queue:\n  profile: front-desk-weekday\n  per_day: 20\n"
    "  mix: [{id: vpn, share: 100%, skill: network, effort: 20 min}]\n"
)

PAGES = (
    Page(
        "R301",
        "no-such-member",
        "Nobody of the team has this id.",
        wrong=_effect("{target: anna, morale: -10}"),
        right=_effect("{target: ana, morale: -10}"),
    ),
    Page(
        "R302",
        "no-such-incident",
        "No incident has this id.",
        wrong=_when("incident.portl.open_for >= 15 min"),
        right=_when("incident.portal.open_for >= 15 min"),
    ),
    Page(
        "R303",
        "no-such-stakeholder",
        "No stakeholder has this id.",
        wrong=_effect("{told: ceo}"),
        right=_effect("{told: cfo}"),
    ),
    Page(
        "R304",
        "wrong-kind",
        "The id exists, and belongs to something of another kind.",
        wrong=_effect("{target: cfo, morale: -10}"),
        right=_effect("{target: cfo, trust: -10}"),
    ),
    Page(
        "R305",
        "no-such-field",
        (
            "An effect changes stress, morale and trust of a team member, trust of a "
            "stakeholder, friction of a conflict."
        ),
        wrong=_effect("{target: ana, moral: -10}"),
        right=_effect("{target: ana, morale: -10}"),
    ),
    Page(
        "R306",
        "no-such-fact",
        "No fact has this id.",
        wrong=_effect("{learn: pay-day}"),
        right="facts: [{id: payday, text: salaries are paid}]\n" + _effect("{learn: payday}"),
    ),
    Page(
        "R307",
        "flag-never-set",
        "A condition reads a flag that nothing sets.",
        wrong=_when("flag.ready"),
        right=_when("flag.ready") + "  - {id: ready, at: 08:30, effects: [{set: flag.ready}]}\n",
    ),
    Page(
        "R308",
        "no-such-conflict",
        "No conflict has this id.",
        wrong=_when("conflict.row.friction > 50"),
        right="conflicts:\n  - {id: row, between: [ana, ben], friction: 30, sign_at: 08:10, "
        "sign: Silence.}\n" + _when("conflict.row.friction > 50"),
    ),
    Page(
        "R309",
        "no-such-decision",
        "No decision has this id.",
        wrong=_when("decided.paper"),
        right="decisions: [{id: paper, text: the paper file starts}]\n" + _when("decided.paper"),
    ),
    Page(
        "R310",
        "fact-nobody-finds",
        "Something depends on a fact that nothing ever makes known.",
        wrong="facts: [{id: backup, text: there is a backup}]\n" + _when("known.backup"),
        right="facts: [{id: backup, text: there is a backup, known: at start}]\n"
        + _when("known.backup"),
    ),
    Page(
        "R311",
        "no-such-item",
        "No item of the storyline has this id.",
        wrong=_effect("{scene: cal}"),
        right=_effect("{scene: call}")
        + "  - {id: call, scene: {says: Hello?, choices: [{id: a, say: Yes.}]}}\n",
    ),
    Page(
        "R312",
        "no-such-ticket",
        "No written ticket has this id.",
        wrong=_when("ticket.dock.owned"),
        right=_TICKET.format("skill: desk, effort: 9 min") + _when("ticket.dock.owned"),
    ),
    Page(
        "R313",
        "no-such-kind",
        "No kind of ticket in the mix or the profile has this id.",
        wrong=_TICKET.format("like: vnp"),
        right="queue: {mix: [{id: vpn, share: 100%, skill: network, effort: 9 min}]}\n"
        + _TICKET.format("like: vpn"),
    ),
    Page(
        "R314",
        "no-such-skill",
        "The scenario lists its skills, and this is none of them.",
        wrong="skills: {network: Network, desk: Desk}\n"
        + _TICKET.format("skill: netwrk, effort: 9 min"),
        right="skills: {network: Network, desk: Desk}\n"
        + _TICKET.format("skill: network, effort: 9 min"),
    ),
    Page(
        "R315",
        "no-such-service",
        "The scenario lists its services, and this is none of them.",
        wrong="services: {portal: Portal, wifi: Wi-Fi}\n"
        + _TICKET.format("skill: desk, effort: 9 min, service: wfi"),
        right="services: {portal: Portal, wifi: Wi-Fi}\n"
        + _TICKET.format("skill: desk, effort: 9 min, service: wifi"),
    ),
    Page(
        "R316",
        "no-such-permit",
        "No permit, way out or act has this id.",
        wrong=_incident(", asks: restrat", "    permits: [{id: restart, text: restart it}]\n"),
        right=_incident(", asks: restart", "    permits: [{id: restart, text: restart it}]\n"),
    ),
    Page(
        "R317",
        "no-such-step",
        "The incident has no such step.",
        wrong=_incident("", "    outcomes: [{id: why, text: find out why, through: lok}]\n"),
        right=_incident("", "    outcomes: [{id: why, text: find out why, through: look}]\n"),
    ),
    Page(
        "R318",
        "no-such-choice",
        "The scene has no such choice.",
        wrong=_SCENE.format("      best_when: [{when: told.cfo, choice: aks}]\n"),
        right=_SCENE.format("      best_when: [{when: told.cfo, choice: ask}]\n"),
    ),
    Page(
        "R319",
        "no-such-criterion",
        "The rubric has no such criterion.",
        wrong=_SCENE.format("      criterion: calmness\n"),
        right=_measure("choice-credit") + _SCENE.format(f"      criterion: calm\n{_FLIP}"),
    ),
    Page(
        "R320",
        "no-such-measure",
        "The registry has no such measure.",
        wrong=_measure("choice-credits"),
        right=_measure("choice-credit"),
    ),
    Page(
        "R321",
        "no-such-window",
        "No window has this id.",
    ),
    Page(
        "R322",
        "no-such-act",
        "There is no such act.",
        wrong="acts: [breif, assign]\n",
        right="acts: [brief, assign]\n",
    ),
    Page(
        "R323",
        "no-such-entry",
        "The log has no entries of this kind.",
        wrong=_pattern("mesage.sent"),
        right=_pattern("message.sent"),
    ),
    Page(
        "R324",
        "no-such-profile",
        "There is no profile of this name, shipped or beside the scenario.",
        wrong=_PROFILE.replace("weekday", "weekdy"),
        right=_PROFILE,
    ),
    Page(
        "R325",
        "no-such-rubric",
        "There is no rubric of this name, shipped or beside the scenario.",
        wrong="rubric: {extends: team-lead-cor}\n",
        right="rubric: {extends: team-lead-core}\n",
    ),
    Page(
        "R326",
        "id-used-twice",
        (
            "Two things of one kind have the same id. People and conflicts share their "
            "ids, and so do incidents and tickets, since one key may name either."
        ),
        wrong="facts: [{id: a, text: x}, {id: a, text: y}]\n",
        right="facts: [{id: a, text: x}, {id: b, text: y}]\n",
    ),
    Page(
        "R327",
        "flag-never-read",
        "A flag is set, and no condition reads it.",
        wrong=_effect("{set: flag.ready}"),
        right=_effect("{set: flag.ready}") + "  - {id: then, when: flag.ready, news: Ready.}\n",
    ),
    Page(
        "R328",
        "no-window-of-kind",
        (
            "A criterion waits for a kind of window that this scenario does not have, so "
            "it can never be scored."
        ),
        wrong=_window("p1-knowable", "incident.portal")
        + _measure("choice-credit", "      windows: [p1-known]\n"),
        right=_window("p1-knowable", "incident.portal")
        + _measure("choice-credit", "      windows: [p1-knowable]\n"),
    ),
    Page(
        "R329",
        "reserved-word",
        "desk, lead and team are words of the program.",
        wrong="team: [{id: desk, name: Desk}]\n",
        right="team: [{id: ana, name: Ana Lopez}]\n",
    ),
    Page(
        "R330",
        "unknown-name-in-text",
        "A text names somebody in braces who does not exist.",
        wrong='summary: "{anna.short} is away"\n',
        right='summary: "{ana.short} is away"\n',
    ),
    Page(
        "R331",
        "no-such-question",
        "No question has this id.",
    ),
    Page(
        "R332",
        "filter-without-effect",
        "The measure does not look at this filter of the scope.",
        wrong=_measure("choice-credit", "      scope: {service: portal}\n"),
        right=_measure("choice-credit"),
    ),
    Page(
        "R333",
        "pattern-without-measure",
        "A pattern stands exactly where the measure is called pattern.",
        wrong=_measure("pattern"),
        right=_pattern("message.sent"),
    ),
    Page(
        "R334",
        "no-such-wording",
        "No wording of a message has this id.",
    ),
    Page(
        "R335",
        "no-such-contact",
        "No contact of the house file has this id.",
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
    Page(
        "X901",
        "unseen-character",
        (
            "Control, zero-width and direction characters cannot be seen, and make a "
            "text look like something else."
        ),
        wrong='summary: "pay\u200bday"\n',
        right="summary: payday\n",
    ),
    Page(
        "X910",
        "outside-folder",
        "A scenario reads only its own folder and what is shipped.",
        wrong=_PROFILE.replace("front-desk-weekday", "../../../etc/passwd"),
        right=_PROFILE,
    ),
)
