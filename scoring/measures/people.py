"""People: relief, early talks, stretch work with help, fair cover of an absence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.log import bare, listed, whole
from scoring.measures.common import cite, of_incident, priority_of, waits
from scoring.measures.registry import Figure, NoNeed, measure, no_need, whole_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry

MOVES = ("incident.reassigned", "ticket.reassigned")
GIVES = ("incident.assigned", "ticket.assigned", *MOVES)
HAS = (*GIVES, "ticket.started", "incident.opened")
"""What shows who has a piece of work."""

LATELY = 30
"""Minutes before the time for a break from which work that the lead gives is no load that the lead
found: whoever takes it back leaves what there was. (J; behaviours 89)"""


@measure(
    "relief", unit="minutes", better="less", takes={"person"},
    needs=("window.opened", "analyst.sent-on-break", "analyst.left", *HAS),
    source="incident-practice 24; behaviours 89", act_minutes=1, by_sign=True,
)  # fmt: skip
def relief(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until its person gets a break or less work, or leaves.

    Leaving at the planned hour is not being sent home, and taking back what the lead gave them less
    than half an hour before the opening, or later, leaves them no less than there was. What was
    done before the opening does not count: a scenario lets it prevent the window.
    """

    def first(window: Window) -> LogEntry | None:
        person = scope.person or bare(window.subject)
        for entry in log.of("analyst.sent-on-break", "analyst.left", *MOVES):
            if entry.number < window.opened:
                continue
            if entry.kind not in MOVES:
                sent = entry.kind == "analyst.sent-on-break" or entry.because >= 0
                if sent and bare(entry.subject) == person:
                    return entry
            elif (
                entry.data.get("from") == person
                and entry.data.get("to") != person
                and not lent(log, entry, window.opens - LATELY)
            ):
                return entry
        return None

    return waits(windows, first)


def lent(log: Log, move: LogEntry, since: int) -> bool:
    """Return whether who loses work by a move had it from the lead, since a minute or later."""
    came: LogEntry | None = None
    for entry in log.about(move.subject):
        if entry.number >= move.number:
            break
        if entry.kind in HAS and (came is None or came.data.get("to") != entry.data.get("to")):
            came = entry
    return came is not None and came.kind in GIVES and came.at >= since


def talk(log: Log, window: Window) -> LogEntry | None:
    """Return the first time the window's conflict was talked through."""
    for entry in log.about(window.subject):
        if entry.kind == "conflict.talked-through":
            return entry
    return None


@measure(
    "friction-talk", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "conflict.talked-through"), source="behaviours 84, 87",
    act_minutes=20, by_sign=True,
)  # fmt: skip
def friction_talk(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until its conflict is talked through together."""
    return waits(windows, lambda window: talk(log, window))


@measure(
    "both-heard", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "conflict.changed"), source="behaviours 30, 84",
    act_minutes=10, by_sign=True,
)  # fmt: skip
def both_heard(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until each of its two people had been heard alone."""

    def second(window: Window) -> LogEntry | None:
        heard = [
            entry for entry in log.about(window.subject)
            if entry.kind == "conflict.changed" and entry.data.get("why") == "heard"
        ]  # fmt: skip
        return log.entries[heard[1].because] if len(heard) > 1 else None

    return waits(windows, second)


@measure(
    "friction-quality", unit="points", better="more", takes=set(),
    needs=("window.opened", "conflict.talked-through"), source="behaviours 30, 85",
)  # fmt: skip
def friction_quality(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How a conflict was talked through: a point for each heard before, one for fitting words.

    Words that name behaviour and its impact earn the third point; a label for a person does not.
    """
    found = [talk(log, window) for window in windows]
    rows = [
        (
            min(2, len(set(listed(entry.data.get("heard")))))
            + (entry.data.get("words") == "behaviour-and-impact"),
            entry,
        )
        for entry in found
        if entry is not None
    ]
    if not rows:
        return Figure(None)
    rows.sort(key=lambda row: row[0])
    return Figure(rows[0][0], cite(e for _, e in rows), len(rows))


class Stretch(NamedTuple):
    """Important work in which somebody had a part that stretched them."""

    given: LogEntry
    person: str
    beside: bool
    """Whether they were the second pair of eyes, and not the one who has it."""


def important(entry: LogEntry, scope: Scope) -> bool:
    """Return whether work that was given is a P1 or P2, and of a scope's priorities."""
    priority = priority_of(entry)
    return 1 <= priority <= 2 and (not scope.priority or priority in scope.priority)


def stretches(log: Log, scope: Scope) -> list[Stretch]:
    """Return the parts in important work that somebody was given and that stretch them.

    Important: P1 or P2. A stretch: the skill is at most what the work needs; for a second pair
    of eyes, below the top of the scale.
    """
    found: list[Stretch] = []
    for entry in log.of(*GIVES):
        gap = entry.data.get("gap")
        if not important(entry, scope) or not isinstance(gap, int):
            continue
        to, beside = str(entry.data.get("to", "")), str(entry.data.get("beside", ""))
        if gap <= 0:
            found.append(Stretch(entry, to, False))
        if beside and short_of(log, entry, beside):
            found.append(Stretch(entry, beside, True))
    return [one for one in found if not scope.person or one.person == scope.person]


TOP = 4
"""Skill points from which somebody has nothing to learn from standing beside others. (J)"""


def short_of(log: Log, entry: LogEntry, person: str) -> bool:
    """Return whether a second pair of eyes has something to learn: below the top in the skill.

    Where the log does not name the skill that the work needs, their best skill is taken.
    """
    mine = log.skills.get(person, {})
    skill = skill_of(log, entry.subject)
    points = mine.get(skill, 1) if skill else max(mine.values(), default=TOP)
    return points < TOP


def skill_of(log: Log, ref: str) -> str:
    """Return the skill that a ticket or incident needs; "" where the log does not say.

    An incident's is that of the tickets about it.
    """
    for entry in log.of("ticket.arrived"):
        if ref in (entry.subject, of_incident(log, entry.subject)):
            return str(entry.data.get("skill", ""))
    return ""


def helped(one: Stretch) -> bool:
    """Return whether somebody stands beside a person who has a part in work."""
    data = one.given.data
    return one.beside or bool(data.get("beside")) or data.get("style") in ("alongside", "show")


def reviewed(log: Log, one: Stretch) -> LogEntry | None:
    """Return the entry by which work was gone through with the person afterwards."""
    given = one.given
    for entry in log.about(f"analyst:{one.person}"):
        if (
            entry.kind == "analyst.reviewed"
            and entry.number > given.number
            and bare(str(entry.data.get("task", ""))) == bare(given.subject)
        ):
            return entry
    return None


@measure(
    "stretch-work", unit="points", better="more", takes={"person", "priority"},
    needs=("analyst.reviewed", "analyst.asked", "analyst.listened-to", *GIVES),
    source="incident-practice 34; behaviours 74, 75", act_minutes=5, over_all=True,
)  # fmt: skip
def stretch_work(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """How somebody was helped to grow: important work that stretches them, help, a review.

    One point for the work (P1 or P2, skill no higher than it needs) or for a part as the second
    pair of eyes, one more where somebody stands beside them, one more where it was gone through
    afterwards; the best counts. Nothing given but the person asked is 0, neither is None.
    """
    best = Figure(None)
    for one in stretches(log, scope):
        review = reviewed(log, one)
        points = 1 + helped(one) + (review is not None)
        if best.value is None or points > best.value:
            best = Figure(points, cite([one.given, *([review] if review else [])]), 1)
    if best.value is None:
        asked = [
            entry
            for entry in log.of("analyst.asked", "analyst.listened-to")
            if scope.person and bare(entry.subject) == scope.person
        ]
        return Figure(0, cite(asked), len(asked)) if asked else Figure(None)
    return best


@measure(
    "stretch-time", unit="minutes", better="less", takes={"person", "priority"},
    needs=("window.opened", *GIVES), source="incident-practice 34", act_minutes=5,
)  # fmt: skip
def stretch_time(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window to giving somebody work that stretches them."""
    found = stretches(log, scope)
    return waits(windows, lambda window: found[0].given if found else None)


def cover_answers(log: Log, window: Window, criterion: Criterion) -> list[LogEntry]:
    """Return the conversations about a window's absence that name the criterion."""
    return [
        entry
        for entry in log.of("scene.answered", "scene.lapsed")
        if entry.data.get("criterion") == criterion.id and window.holds(entry.at)
    ]


@no_need("absence-covered")
def nobody_asked(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return the opening of a window in which no conversation about the absence came up."""
    if cover_answers(log, window, criterion):
        return None
    return NoNeed("no opportunity", window.opened)


@whole_measure(
    "absence-covered", unit="points", better="more", takes=set(),
    needs=("window.opened", "scene.answered", "scene.lapsed"), source="behaviours 82",
    act_minutes=1,
)  # fmt: skip
def absence_covered(log: Log, windows: Sequence[Window], criterion: Criterion) -> Figure:
    """How an absence was covered: the credit of the answer to whoever asks who steps in.

    Only conversations that name the criterion count, while the window is open: giving work away
    and telling the desk of other things are no answer to an absence. The least credit counts;
    silence beside an answer is 0, nothing but silence is None.
    """
    found = [entry for window in windows for entry in cover_answers(log, window, criterion)]
    answered = [entry for entry in found if entry.kind == "scene.answered"]
    if not answered:
        return Figure(None)
    rows = sorted(
        (max(0, whole(e.data.get("credit"))) if e.kind == "scene.answered" else 0, e.number)
        for e in found
    )
    return Figure(min(3, rows[0][0]), cite(log.entries[number] for _, number in rows), len(rows))
