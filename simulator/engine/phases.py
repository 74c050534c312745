"""A minute, phase by phase, and the jump over empty ones.

The order is part of the rules; changing it changes results: the lead's act in hand; shifts and
breaks; work that finishes, in order of starting; arrivals, in number order; storyline triggers and
scene limits; clocks; people, and the reading. Within a phase what was planned first goes first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from heapq import heappop

from simulator.engine import (
    agenda,
    approvals,
    arrivals,
    articles,
    changes,
    clocks,
    confidence,
    conflicts,
    contracts,
    deadlines,
    fairness,
    feelings,
    helping,
    incidents,
    joining,
    onhold,
    outside,
    pairs,
    protection,
    putting_off,
    readings,
    recovery,
    requests,
    reserves,
    returns,
    roles,
    room,
    scenes,
    shifts,
    signs,
    steps,
    strain,
    telephones,
    trust,
    watches,
    windows,
    work,
)
from simulator.engine.state import READING_PHASE, State

Handler = Callable[[State, str, int], None]

PHASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("the lead's act in hand", ("lead",)),
    ("shifts and breaks",
     ("come-in", "call-in", "go-home", "break-due", "break-over", "aside-over", "reserve-over",
      "pair-over")),
    ("work that finishes",
     ("finish", "wrapped", "step", "idle-pull", "steps-up", "ask-approval")),
    ("arrivals",
     ("arrivals", "return", "rings-again", "writes", "gives-up", "due-back", "reply")),
    ("storyline and scene limits",
     ("incident", "follow", "alert", "change", "open-window", "close-window", "noticed", "gone",
      "alone", "eased", "relapse", "tell", "story", "stirred", "lapse", "unapproved",
      "approval-lapses", "role-word",
      "role-split", "close", "come", "take-over")),
    ("clocks",
     ("targets", "respond", "resolve", "expect", "word-due", "promise-due", "closing", "answer",
      "ask-back", "not-theirs", "owed", "outside-done", "wanted", "compare", "hear", "watch",
      "role-update", "role-closing")),
    ("people", ("stress", "sign", "no-word", "friction", "next-sign", "spare", "disturb",
     "protect-over", "heard-late", "shows", "look-around", "worn-out", "long-stretch", "asks-help",
     "no-help")),
    ("the reading", ("reading",)),
)  # fmt: skip
"""The phases of a minute with the handlers that run in them."""

HANDLERS: Mapping[str, Handler] = {
    "lead": agenda.done,
    "come-in": shifts.come_in,
    "call-in": shifts.call_in,
    "go-home": shifts.go_home,
    "break-due": shifts.break_due,
    "break-over": shifts.break_over,
    "aside-over": articles.aside_over,
    "finish": work.finish,
    "step": steps.step_over,
    "idle-pull": work.idle_pull,
    "ask-approval": approvals.ask,
    "unapproved": approvals.unapproved,
    "approval-lapses": approvals.lapse,
    "due-back": putting_off.due_back,
    "wanted": deadlines.wanted,
    "reserve-over": reserves.over,
    "pair-over": pairs.over,
    "role-word": roles.word,
    "role-split": roles.split,
    "role-update": roles.update,
    "role-closing": roles.closing,
    "watch": watches.watch,
    "asks-help": confidence.asks_help,
    "no-help": helping.alone,
    "arrivals": arrivals.arrivals,
    "return": returns.come_back,
    "reply": onhold.reply,
    "wrapped": telephones.wrapped,
    "steps-up": telephones.steps_up,
    "gives-up": telephones.gives_up,
    "rings-again": telephones.rings_again,
    "writes": telephones.writes,
    "incident": incidents.begin,
    "follow": incidents.follow,
    "alert": incidents.alert,
    "change": changes.due,
    "open-window": windows.open_window,
    "close-window": windows.close_window,
    "noticed": incidents.noticed,
    "gone": incidents.gone,
    "alone": steps.alone,
    "eased": incidents.eased,
    "relapse": recovery.relapse,
    "tell": scenes.tell,
    "story": scenes.look_due,
    "stirred": scenes.look,
    "lapse": scenes.lapse,
    "close": clocks.close,
    "come": outside.come,
    "take-over": outside.take_over,
    "targets": clocks.targets,
    "respond": clocks.respond_target,
    "resolve": clocks.resolve_target,
    "expect": trust.expect,
    "word-due": trust.word_due,
    "promise-due": trust.promise_due,
    "closing": trust.closing_due,
    "answer": requests.answer,
    "ask-back": requests.ask_back,
    "not-theirs": requests.not_theirs,
    "owed": contracts.owed,
    "outside-done": steps.outside_done,
    "compare": outside.compare,
    "hear": outside.hear,
    "stress": feelings.cross,
    "sign": feelings.show_sign,
    "no-word": feelings.no_word,
    "friction": conflicts.grow,
    "next-sign": conflicts.next_sign,
    "spare": joining.spare,
    "disturb": outside.disturb,
    "protect-over": protection.over,
    "heard-late": room.heard_late,
    "shows": signs.show,
    "look-around": fairness.look,
    "worn-out": strain.worn_out,
    "long-stretch": strain.long_stretch,
    "reading": readings.reading,
}
"""What each planned thing calls; `tests/engine` holds that every handler has its phase."""


def run_until(state: State, minute: int) -> None:
    """Run everything that is due up to and including a minute, on a state we own."""
    last = min(minute, state.world.length)
    bound = (last + 1) * 8
    due, handlers = state.due, HANDLERS
    state.running = True
    while due and due[0][0] < bound:
        key, _, handler, subject, version = heappop(due)
        state.now = key >> 3
        state.phase = key & 7
        handlers[handler](state, subject, version)
    state.running = False
    state.phase = READING_PHASE
    if not state.over:
        state.now = max(state.now, last)


def next_due(state: State) -> int:
    """Return the next minute in which anything can happen; the shift's end if nothing can."""
    if not state.due:
        return state.world.length
    return min(state.world.length, state.due[0][0] >> 3)
