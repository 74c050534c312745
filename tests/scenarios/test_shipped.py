"""The shipped scenarios: sound, speakable, and with no answer that gives itself away."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.shapes import Ask, Listen, Triage
from simulator.engine.forms import in_form
from simulator.runs.language.desk import Desk
from simulator.runs.language.errors import LineError
from simulator.runs.language.reading import read
from simulator.runs.playable import playable
from simulator.runs.simulate import lead_for
from simulator.scenario.library import load
from simulator.strategies.protocol import play

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.engine.world import Choice, SceneSpec, World
    from simulator.runs.playable import Playable
    from simulator.strategies.protocol import Strategy, Wait

SHIPPED = ("payroll-friday", "tutorial", "not-the-handset", "machine-by-machine", "terse-notes")
SEEDS = range(1, 9)
LEADS = ("expert", "steady", "by-the-book", "absent", "random")
MOST_HINTS = 6
BANNED = (
    "should have", "should've", "failed", "obviously", "obvious", "hero", "guys", "manpower",
    "low-hanging", "ball is in", "touch base", "leverage", "asap", "simply", "blame",
    "lazy", "difficult person", "toxic",
)  # fmt: skip
"""Words that judge, label, or that a second-language reader has to look up."""


class Watched:
    """A lead that is watched: which lines could be read, and which answer was best when."""

    def __init__(self, lead: Strategy, lines: set[str], best: dict[str, set[str]]) -> None:
        self.lead = lead
        self.unread = lines
        self.best = best

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Look, then do what the lead does."""
        self.look(view)
        for act in self.lead.decide(view):
            yield act
            self.look(view)

    def look(self, view: View) -> None:
        """Note what can be read and what is best at this moment."""
        desk = Desk(view)
        for line in list(self.unread):
            try:
                read(line, desk)
            except LineError:
                continue
            self.unread.discard(line)
        for standing in view.scenes():
            spec = scene(view.world, standing.id)
            now = next((choice for when, choice in spec.best if view.holds(when)), "")
            self.best.setdefault(standing.id, set()).add(now)


@pytest.fixture(scope="module", params=SHIPPED)
def shipped(request: pytest.FixtureRequest) -> Playable:
    """Return a shipped scenario."""
    return playable(load(request.param))


@pytest.fixture(scope="module")
def watched(shipped: Playable) -> tuple[set[str], dict[str, set[str]]]:
    """Return the playbook's lines that no lead could read in any seed, and the best answers met."""
    unread = {line for item in shipped.loaded.playbook for line in item.do}
    best: dict[str, set[str]] = {}
    for name in LEADS:
        make = lead_for(name, shipped)
        for seed in SEEDS:
            play(shipped.world, Watched(make(), unread, best), seed)
    for lead in (OnlyBatch(), OnlyHears(), OnlyReads(), OnlyOpens()):
        play(shipped.world, Watched(lead, unread, best), 1)
    return unread, best


class OnlyBatch:
    """Has the batch opened at once, and sees to nothing else: one more way to reach five past."""

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Give the batch to whoever knows the tool."""
        for line in ("assign batch-44 mei hand-over", "message desk action=one-person"):
            try:
                order = read(line, Desk(view))
            except LineError:
                continue
            act = getattr(order, "act", None)
            if act is not None and view.possible(act) is None and view.now >= 60:
                yield act
                return


class OnlyReads:
    """Opens the ticket that somebody rings about while it rings, and sees to nothing else."""

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Open the printer's ticket."""
        try:
            order = read("triage badges", Desk(view))
        except LineError:
            return
        act = getattr(order, "act", None)
        if act is not None and view.possible(act) is None:
            yield act


class OnlyHears:
    """Listens to each of two people at odds, and sees to nothing else: they wait for the talk."""

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Listen to whoever of the two was not heard yet."""
        for conflict in view.conflicts():
            for who in conflict.between:
                act = Listen(who)
                if who not in conflict.heard and view.possible(act) is None:
                    yield act
                    return


class OnlyOpens:
    """Opens every ticket, the newest first, and asks all there is to ask: much is known early."""

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        """Open a ticket that was not opened, or else ask the team what can be asked."""
        acts: tuple[Ask | Triage, ...] = (
            *(Triage(one.id) for one in reversed(list(view.tickets())) if not one.triaged),
            *(Ask(one.to, one.id) for who in view.team() for one in view.questions(who.id)),
        )
        yield from [act for act in acts if view.possible(act) is None][:1]


def scene(world: World, ident: str) -> SceneSpec:
    """Return a scene by its id."""
    return next(i.scene for i in world.storyline if i.id == ident and i.scene is not None)


def scenes(world: World) -> dict[str, SceneSpec]:
    """Return all scenes."""
    return {item.id: item.scene for item in world.storyline if item.scene is not None}


def flips(world: World) -> dict[str, SceneSpec]:
    """Return the scenes whose best answer depends."""
    return {ident: one for ident, one in scenes(world).items() if one.best}


def place(one: SceneSpec, choice: str) -> int:
    """Return at which number a choice stands."""
    return [c.id for c in one.choices].index(choice) + 1


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def texts(shipped: Playable) -> Iterator[str]:
    """Yield every sentence that a trainee can read."""
    world = shipped.world
    yield from (world.title, world.summary, world.lesson, *world.briefing)
    for item in world.storyline:
        yield item.news
        if item.scene is not None:
            yield item.scene.says
            for choice in item.scene.choices:
                yield from (choice.say, choice.feedback, choice.best_feedback, choice.lock_reason)
    yield from (wording.text for wording in world.wordings)
    yield from (fact.text for fact in world.facts)
    for decision in world.decisions:
        yield decision.text
        yield from (part.text for part in (*decision.reasons, *decision.fallbacks))
    for question in world.questions:
        yield from (question.says, question.answer)
    yield from (hint.says for hint in world.hints)
    yield from (item.why for item in shipped.loaded.playbook)
    for analyst in world.team:
        yield from (analyst.says, analyst.wants)
    for criterion in shipped.rubric.criteria:
        yield criterion.prompt
        for level in criterion.levels:
            yield from (level.anchor, level.feedback)


def most(values: Iterable[object]) -> int:
    """Return how often the most frequent value occurs."""
    return max(Counter(values).values())


def test_nothing_to_report(shipped: Playable) -> None:
    assert shipped.loaded.diagnostics == ()


def test_every_line_of_the_playbook_can_be_read(
    watched: tuple[set[str], dict[str, set[str]]],
) -> None:
    unread, _ = watched
    assert unread == set()


def test_each_best_answer_can_be_met(
    shipped: Playable, watched: tuple[set[str], dict[str, set[str]]]
) -> None:
    _, best = watched
    for ident, one in flips(shipped.world).items():
        declared = {choice for _, choice in one.best}
        assert len(declared) >= 2, ident
        assert best[ident] - {""} == declared, ident


def test_a_scored_scene_flips(shipped: Playable) -> None:
    for ident, one in scenes(shipped.world).items():
        assert not one.criterion or len({choice for _, choice in one.best}) >= 2, ident
        for _, choice in one.best:
            assert place(one, choice)


def test_the_playbook_answers_every_scene_in_every_state(shipped: Playable) -> None:
    lines = {line for item in shipped.loaded.playbook for line in item.do}
    for ident, one in scenes(shipped.world).items():
        answers = {choice for _, choice in one.best} or {""}
        for choice in answers:
            said = f"answer {ident} {choice}"
            assert any(line.startswith(said) for line in lines), said


def test_scenes_and_answers_are_short(shipped: Playable) -> None:
    for ident, one in scenes(shipped.world).items():
        assert words(one.says) <= 60, ident
        for choice in one.choices:
            assert words(choice.say) <= 25, (ident, choice.id)


def test_the_first_briefing_is_sixty_words() -> None:
    world = playable(load("tutorial")).world
    assert sum(words(paragraph) for paragraph in world.briefing) <= 60


def test_answers_of_one_scene_are_of_a_length(shipped: Playable) -> None:
    for ident, one in scenes(shipped.world).items():
        sizes = [len(choice.say) for choice in one.choices]
        assert max(sizes) <= 1.5 * min(sizes), ident


def longest(choice: Choice, one: SceneSpec) -> bool:
    """Return whether no other choice is as long."""
    return all(len(choice.say) > len(o.say) for o in one.choices if o is not choice)


def dearest(choice: Choice, one: SceneSpec) -> bool:
    """Return whether no other choice takes as many minutes."""
    return all(choice.minutes > o.minutes for o in one.choices if o is not choice)


def cheapest(choice: Choice, one: SceneSpec) -> bool:
    """Return whether no other choice takes as few minutes."""
    return all(choice.minutes < o.minutes for o in one.choices if o is not choice)


def asks(choice: Choice, one: SceneSpec) -> bool:
    """Return whether it is the only one that asks a question."""
    return "?" in choice.say and not any("?" in o.say for o in one.choices if o is not choice)


def polite(choice: Choice, one: SceneSpec) -> bool:
    """Return whether it is the only one with a please, a thank-you or an apology."""

    def has(c: Choice) -> bool:
        return re.search(r"\b(please|thank|sorry)\b", c.say, re.IGNORECASE) is not None

    return has(choice) and not any(has(o) for o in one.choices if o is not choice)


def names_a_time(choice: Choice, one: SceneSpec) -> bool:
    """Return whether it is the only one that names a time."""

    def has(c: Choice) -> bool:
        found = re.search(
            r"\b(noon|eleven|ten|half past|hour|minutes|Monday|today|week|two|afternoon)\b", c.say
        )
        return found is not None

    return has(choice) and not any(has(o) for o in one.choices if o is not choice)


@pytest.mark.parametrize(
    ("ident", "seed"),
    [("payroll-friday", 1), ("machine-by-machine", 1), ("machine-by-machine", 2)],
)
def test_no_place_and_no_look_gives_the_best_answer_away(ident: str, seed: int) -> None:
    """No rule of thumb finds the best answer much more often than a guess does, in either state."""
    found = flips(in_form(playable(load(ident)).world, seed))
    for state in (0, 1):
        best = {name: one.best[state][1] for name, one in found.items()}
        places = [place(one, best[name]) for name, one in found.items()]
        assert set(places) == {1, 2, 3, 4}
        assert most(places) <= 0.4 * len(found)
        for tell in (longest, dearest, cheapest, asks, polite, names_a_time):
            hits = [
                name for name, one in found.items()
                if tell(next(c for c in one.choices if c.id == best[name]), one)
            ]  # fmt: skip
            assert len(hits) <= 0.3 * len(found), (tell.__name__, hits)


def test_hints_are_few_and_about_what_exists(shipped: Playable) -> None:
    world = shipped.world
    told = {item.id for item in world.storyline if item.news or item.scene is not None}
    assert len(world.hints) <= MOST_HINTS
    for hint in world.hints:
        assert hint.about in told | {window.id for window in world.windows}


def test_no_hint_speaks_of_a_find() -> None:
    """A hint is a sign: it names nothing that only a search, a question or a ticket shows."""
    world = playable(load("payroll-friday")).world
    finds = ("node", "certificate", "10:15", "paper", "fallback", "screenshot", "mei", "aisha")
    for hint in world.hints:
        assert not [word for word in finds if word in hint.says.lower()], hint.about


def test_no_banned_word_is_in_the_texts(shipped: Playable) -> None:
    for text in texts(shipped):
        found = [word for word in BANNED if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
        assert not found, (found, text)
