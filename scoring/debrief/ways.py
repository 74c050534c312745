"""Another way: one concrete sentence for this desk, made only from what was known then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.grammar import capital
from scoring.debrief.house_lines import best_words
from scoring.debrief.matters import measure_of
from scoring.debrief.sources import basis_words
from scoring.debrief.then import Then
from scoring.debrief.ways_deciding import decide, decide_early, order, order_with_reason
from scoring.debrief.ways_giving import free, reach, room
from scoring.log import bare, whole

if TYPE_CHECKING:
    from collections.abc import Callable


def give(then: Then) -> str:
    """Return how the work could be given away in one breath."""
    able = then.able()
    person = able[0] if able else "one person"
    beside = f", {able[1]} beside you" if len(able) > 1 else ""
    matter = capital(then.matter())
    return (
        f"Say to one person, such as {person}: “{matter} is yours{beside}; act on what "
        f"you find. A word to me by {then.at(30)}; I look in at {then.at(15)}.”"
    )


def let_go(then: Then) -> str:
    """Return how a wait for the lead's word could be spared."""
    worst = then.worst
    if worst is None or worst.kind != "incident.halted":
        return give(then)
    person = then.telling.thing(worst.actor)
    asks = str(worst.data.get("asks", ""))
    if worst.data.get("word_of"):
        other = then.telling.name(f"stakeholder:{worst.data['word_of']}")
        return (
            f"Ask {other} at {then.telling.clock(worst.at)}, with what was known by then: the word "
            f"that {person} waits for is theirs to give."
        )
    if asks in ("next-step", "facts", ""):
        may = "go on to the next step without asking"
    else:
        may = f"{then.telling.owned(worst, 'asks', asks)} without asking"
    return (
        f"Say “go ahead” to {person} at {then.telling.clock(worst.at)}, one minute; or, when you "
        f"give the work away: “You may {may}.”"
    )


def look_in(then: Then) -> str:
    """Return how a check-in could be agreed on and kept."""
    worst = then.worst
    if worst is not None and worst.kind == "analyst.checked-in":
        person = then.telling.thing(worst.subject)
        return (
            f"Agree on one time with {person} when you give the work away, and let them work "
            "until then."
        )
    if worst is not None and whole(worst.data.get("check_in"), -1) >= 0:
        person = then.telling.thing(f"analyst:{worst.data.get('to')}")
        minute = whole(worst.data.get("check_in"))
        return (
            f"Go to {person} at {then.telling.clock(minute)} as agreed, or say beforehand: "
            f"“I come at {then.telling.clock(minute + 15)} instead.”"
        )
    return f"When you give it away, say: “I look in at {then.at(15)}”, and come then."


def executive(then: Then) -> str:
    """Return what an executive could be told in four short parts."""
    return (
        f"Write to {then.thing()} by {then.at(10)}: what it does, what could come of it, "
        f"“no time yet, next word by {then.at(40)}”."
    )


def users(then: Then) -> str:
    """Return a first plain word to users."""
    return (
        f"Write to {then.thing()} by {then.at(8)} what they see, that you know of it, and “next "
        f"word by {then.at(35)}”."
    )


def promise(then: Then) -> str:
    """Return how a promised word could come in time."""
    worst = then.worst
    if worst is not None and worst.kind == "promise.broken":
        due = whole(worst.data.get("due"))
        clock = then.telling.clock
        return (
            f"At {clock(due - 3)} write to {then.thing()}: “Nothing new yet; next word by "
            f"{clock(due + 27)}.” Three minutes keep the promise."
        )
    return f"End each message with a time that you can keep, such as “next word by {then.at(30)}”."


def chase(then: Then) -> str:
    """Return how somebody outside could be asked again."""
    sent = [
        e
        for e in then.log.about(then.refs[0])
        if e.kind == "task.escalated" and e.at <= then.start
    ]  # fmt: skip
    if not sent:
        return f"Ring {then.thing()} once the cause is known, with all you know in one request."
    asked = then.telling.clock(sent[-1].at)
    return (
        f"Ring {then.thing()} at {then.at()}: “You have had everything from us since {asked}. Who "
        "has it, and when do we hear?”"
    )


def raise_it(then: Then) -> str:
    """Return how a doubt could be taken to somebody outside before it is proven."""
    return (
        f"Ask {then.thing()} at {then.at()}, four minutes: “This is what we have, and this is what "
        "we lack. It is no proof. Would you look?”"
    )


def side_by_side(then: Then) -> str:
    """Return how odd tickets could be seen for one matter."""
    return (
        f"Open two of the odd tickets by {then.at(4)}, and lay them side by side: what is the "
        "same, and what is not?"
    )


def apart(then: Then) -> str:
    """Return how a look-alike could be told apart and find its person."""
    able = then.able()
    person = able[0] if able else "somebody who can do it"
    return (
        f"Open two of the tickets that look alike by {then.at(4)}; once you know what they share, "
        f"give them to {person} as one piece of work, with an outcome and a time."
    )


def what_works(then: Then) -> str:
    """Return how people could go on while the cause is looked for."""
    return (
        f"From {then.at()} on, read what people write and ask whoever looks into {then.matter()}: "
        "“What still works?” Put that in place as a workaround, two minutes, before the cause is "
        "known."
    )


def quiet(then: Then) -> str:
    """Return how a quiet ticket could find its person."""
    able = then.able()
    person = able[0] if able else "somebody who can do it"
    return (
        f"Open {then.thing()} by {then.at(10)}, two minutes, and give it to {person}: “This is "
        "yours now. How far are you with what you have?”"
    )


def relieve(then: Then) -> str:
    """Return how somebody could be relieved."""
    person = bare(then.refs[0])
    able = then.able(besides=person)
    cover = f" {able[0]} has it while you are away." if able else ""
    return f"Say to {then.thing()} at {then.at()}: “Take your break now, please.{cover}”"


def talk(then: Then) -> str:
    """Return how two people could be brought together."""
    return (
        f"Hear each of them alone, five minutes each; then say to {then.thing()} together what "
        "happened and what it did, and ask what each needs."
    )


def stretch(then: Then) -> str:
    """Return how somebody could be given work to grow on."""
    person = bare(then.refs[0])
    matter = next((ref for ref in then.refs if ref.startswith("incident:")), "")
    about = Then(then.log, then.telling, then.criterion, (matter,), then.start) if matter else then
    able = about.able(besides=person)
    helper = able[0] if able else "somebody who knows it"
    where = f" of {then.telling.thing(matter)}" if matter else ""
    return (
        f"Give {then.thing()} one step{where} that can be undone, with {helper} beside them, and "
        "go through it together afterwards."
    )


def one_of_many(then: Then) -> str:
    """Return how a burst of tickets could be looked into."""
    return f"Open one ticket about {then.matter()} by {then.at(3)}, and say what it is."


WAYS: dict[str, Callable[[Then], str]] = {
    "delegated-complete": give,
    "delegated-gaps": give,
    "within-reach": reach,
    "fitting-room": room,
    "free-hands": free,
    "own-hands": give,
    "stands-still": let_go,
    "asked-first": let_go,
    "check-ins-kept": look_in,
    "executive-words": executive,
    "promises-kept": promise,
    "needless-updates": promise,
    "first-update": users,
    "first-jargon": users,
    "chases": chase,
    "raised": raise_it,
    "wrong-doors": raise_it,
    "seen-as-one": side_by_side,
    "seen-and-given": apart,
    "way-on": what_works,
    "capable-owner": quiet,
    "reading-beside": order,
    "reading-before": quiet,
    "first-triage": one_of_many,
    "decision-complete": decide,
    "decision-time": decide_early,
    "targets-missed": order,
    "pulled-in-order": order_with_reason,
    "relief": relieve,
    "friction-talk": talk,
    "both-heard": lambda then: (
        f"Hear {then.thing()} one after the other, each alone and for five minutes, and only then "
        "speak of it."
    ),
    "friction-quality": talk,
    "stretch-work": stretch,
    "stretch-time": stretch,
    "absence-covered": lambda then: (
        "Say to the desk: “Somebody is missing today. Who can take half an hour of it? I ask two "
        "of you, so that nobody loses the morning.”"
    ),
    "remote-lag": lambda then: (
        "Once it is said in the room, call who works from home and say it again: two minutes."
    ),
    "remote-share": lambda then: (
        f"Call who works from home at {then.at()}, and ask what they see from there."
    ),
    "hand-off-notes": lambda then: (
        "Pass on four things with the work: what was tested, what was changed, what is suspected, "
        "and what is next."
    ),
    "requests-complete": lambda then: (
        f"Send {then.thing()} all that you know in the first request; a question back costs more."
    ),
    "closing-word": lambda then: (
        f"Write to {then.thing()} once it works: “It is back, and this is what it means for you.”"
    ),
    "handed-over": lambda then: (
        "Hand over in five minutes before the end: what is open, who has it, what you promised."
    ),
    "untrue": lambda then: (
        "Say what you know, and “we do not know that yet” of the rest: both are always true."
    ),
}
"""By measure. Choices and patterns have none: their criterion's best level tells it."""


def another_way(then: Then) -> str:
    """Return another way as one concrete sentence, with what it rests on."""
    own = then.criterion.measure
    make = WAYS.get(own if then.worst is None else measure_of(then.criterion, then.worst))
    if make is not None:
        text = make(then)
    else:
        text = f"At its best it looks like this: {best_words(then.criterion)}."
    return f"{text.rstrip()} ({capital(basis_words(then.criterion.basis))}.)"
