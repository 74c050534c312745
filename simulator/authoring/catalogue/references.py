"""R: references to what a scenario defines."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.authoring.catalogue.samples import PROFILE, SCENE, news


def _effect(effect: str) -> str:
    return f"storyline:\n  - id: news\n    at: 08:40\n    effects: [{effect}]\n"


def _incident(step: str, rest: str = "") -> str:
    return (
        "incidents:\n  - id: portal\n    name: Portal\n    service: portal\n    skill: network\n"
        f"    starts: 08:20\n    steps: [{{id: look, minutes: 5, says: Seen.{step}}}]\n{rest}"
    )


_TICKET = "tickets:\n  - {{id: dock, at: 08:40, {}}}\n"

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
        wrong=news("incident.portl.open_for >= 15 min"),
        right=news("incident.portal.open_for >= 15 min"),
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
        wrong=news("flag.ready"),
        right=news("flag.ready") + "  - {id: ready, at: 08:30, effects: [{set: flag.ready}]}\n",
    ),
    Page(
        "R308",
        "no-such-conflict",
        "No conflict has this id.",
        wrong=news("conflict.row.friction > 50"),
        right="conflicts:\n  - {id: row, between: [ana, ben], friction: 30, sign_at: 08:10, "
        "sign: Silence.}\n" + news("conflict.row.friction > 50"),
    ),
    Page(
        "R309",
        "no-such-decision",
        "No decision has this id.",
        wrong=news("decided.paper"),
        right="decisions: [{id: paper, text: the paper file starts}]\n" + news("decided.paper"),
    ),
    Page(
        "R310",
        "fact-nobody-finds",
        "Something depends on a fact that nothing ever makes known.",
        wrong="facts: [{id: backup, text: there is a backup}]\n" + news("known.backup"),
        right="facts: [{id: backup, text: there is a backup, known: at start}]\n"
        + news("known.backup"),
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
        wrong=news("ticket.dock.owned"),
        right=_TICKET.format("skill: desk, effort: 9 min") + news("ticket.dock.owned"),
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
        wrong=SCENE.format("      best_when: [{when: told.cfo, choice: aks}]\n"),
        right=SCENE.format("      best_when: [{when: told.cfo, choice: ask}]\n"),
    ),
    Page(
        "R322",
        "no-such-act",
        "There is no such act.",
        wrong="acts: [breif, assign]\n",
        right="acts: [brief, assign]\n",
    ),
    Page(
        "R324",
        "no-such-profile",
        "There is no profile of this name, shipped or beside the scenario.",
        wrong=PROFILE.replace("weekday", "weekdy"),
        right=PROFILE,
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
        "R334",
        "no-such-wording",
        "No wording of a message has this id.",
    ),
    Page(
        "R335",
        "no-such-contact",
        "No contact of the house file has this id.",
    ),
)
