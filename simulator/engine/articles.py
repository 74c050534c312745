"""Knowledge articles: written away from the queue, checked by a colleague, useful from then on.

An article makes work on its kind of ticket faster, and returns rarer, more so when somebody has
checked it (B113, B115).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import setting_aside
from simulator.engine.owning import own_analyst
from simulator.engine.state import SHIFT_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.state import State

UNDER_WAY = 100
"""The speed, in percent, that an article gives while it is written: none."""
WRITE, CHECK = "write", "check"


def commission(state: State, of: str, author: str, reviewer: str, because: int) -> None:
    """Let somebody leave the queue to write an article."""
    state.articles[of] = UNDER_WAY
    if reviewer:
        state.reviewers[of] = reviewer
    _step_aside(state, author, f"{WRITE}:{of}", state.rules.article_minutes, because)


def _step_aside(state: State, who: str, what: str, minutes: int, because: int) -> None:
    """Take somebody off the queue; what is in hand waits on their desk."""
    from simulator.engine import feelings  # work builds on returns, returns on articles

    analyst = own_analyst(state, who)
    setting_aside.park(state, analyst, because, moved=False)
    if who in state.idle:
        state.idle.remove(who)
    analyst.place, analyst.aside = "aside", what
    analyst.since, analyst.until = state.now, state.now + minutes
    note(
        state, "analyst.stepped-aside", "lead", analyst.ref, analyst.ref, because,
        {"until": analyst.until, "what": what.partition(":")[0]},
    )  # fmt: skip
    feelings.retune(state, analyst)
    plan_due(state, analyst.until, SHIFT_PHASE, "aside-over", who, analyst.until)


def aside_over(state: State, who: str, until: int) -> None:
    """Handle the end of work away from the queue: an article is drafted, or checked."""
    from simulator.engine import feelings, work  # work builds on returns, returns on articles
    from simulator.engine.calls import in_hand

    if state.analysts[who].place != "aside" or state.analysts[who].until != until:
        return
    analyst = own_analyst(state, who)
    what, _, of = analyst.aside.partition(":")
    analyst.place, analyst.until, analyst.aside = "desk", -1, ""
    reviewer = state.reviewers.pop(of, "") if what == WRITE else ""
    if reviewer and state.analysts[reviewer].place == "desk" and not in_hand(state, reviewer):
        _step_aside(state, reviewer, f"{CHECK}:{of}", state.rules.article_check, -1)
    else:
        _publish(state, of, who, what == CHECK)
    work.free(state, analyst)
    feelings.retune(state, own_analyst(state, who))


def _publish(state: State, of: str, by: str, checked: bool) -> None:
    state.articles[of] = state.rules.article_speed[checked]
    entry = note(
        state, "article.published", "world", "desk", f"analyst:{by}", -1,
        {"of": of, "checked": checked},
    )  # fmt: skip
    analyst = own_analyst(state, by)
    analyst.done = (*analyst.done, entry)


def drop(state: State, who: str) -> None:
    """Leave an article where its author or checker goes away from it.

    A draft that nobody checks any more is published as it is.
    """
    analyst = own_analyst(state, who)
    what, _, of = analyst.aside.partition(":")
    analyst.aside = ""
    if what == WRITE:
        del state.articles[of]
        state.reviewers.pop(of, None)
    elif what == CHECK:
        _publish(state, of, who, False)


def return_change(state: State, of: str) -> int:
    """Return by how much an article changes the chance that a ticket comes back, permille."""
    speed = state.articles.get(of, UNDER_WAY)
    if speed == UNDER_WAY:
        return 0
    rules = state.rules
    return rules.article_return[speed == rules.article_speed[1]]
