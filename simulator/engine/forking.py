"""Letting a shift go on in two ways: a fork copies the containers and shares the records."""

from __future__ import annotations

from simulator.engine.state import State


def fork(state: State, luck: int | None = None) -> State:
    """Return a state that goes its own way; both sides copy what they write from now on."""
    twin = State.__new__(State)
    twin.plan, twin.world, twin.rules = state.plan, state.world, state.rules
    twin.seed = state.seed
    twin.luck = state.luck if luck is None else luck
    state.owner = object()
    twin.owner = object()
    twin.now, twin.phase, twin.running, twin.over = state.now, state.phase, False, state.over
    twin.sequence = state.sequence
    twin.due = state.due.copy()
    twin.log = state.log.copy()
    twin.running_digest = state.running_digest.copy()
    twin.tickets = state.tickets.copy()
    twin.waiting, twin.ranks = state.waiting.copy(), state.ranks.copy()
    twin.woken_by = state.woken_by
    twin.births, twin.next_birth = state.births, state.next_birth
    twin.idle = state.idle.copy()
    twin.analysts = state.analysts.copy()
    twin.stakeholders = state.stakeholders.copy()
    twin.incidents = state.incidents.copy()
    twin.changes = state.changes.copy()
    twin.conflicts = state.conflicts.copy()
    twin.scenes = state.scenes.copy()
    twin.reports = state.reports.copy()
    twin.promises = state.promises.copy()
    twin.facts, twin.found = state.facts.copy(), state.found.copy()
    twin.permissions = state.permissions.copy()
    twin.flags, twin.fired = state.flags.copy(), state.fired.copy()
    twin.looks, twin.stirred = state.looks.copy(), state.stirred.copy()
    twin.open_windows = state.open_windows.copy()
    twin.decisions, twin.asked = state.decisions.copy(), state.asked.copy()
    twin.lead = state.lead.copy()
    twin.order, twin.order_why = state.order, state.order_why
    twin.acts, twin.next_number = state.acts, state.next_number
    twin.resolved, twin.closed, twin.missed = state.resolved, state.closed, state.missed
    twin.declined = state.declined
    first, second, third, fourth = state.targets
    twin.targets = (first.copy(), second.copy(), third.copy(), fourth.copy())
    twin.heads = state.heads.copy()
    twin.standing, twin.orders_given = state.standing.copy(), state.orders_given
    twin.bound = state.bound
    twin.long_queue, twin.desk_told = state.long_queue, state.desk_told
    twin.calls, twin.line = state.calls.copy(), state.line.copy()
    twin.standards, twin.lapses = state.standards.copy(), state.lapses.copy()
    twin.articles, twin.reviewers = state.articles.copy(), state.reviewers.copy()
    twin.problems, twin.automations = state.problems.copy(), state.automations.copy()
    return twin
