"""The storyline: items, scenes, choices and effects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.world import Choice, Effect, SceneSpec, StorySpec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.engine.world import Condition
    from simulator.scenario.build_tickets import TicketBuilder
    from simulator.scenario.models.effects import EffectPart
    from simulator.scenario.models.story import ChoicePart, ScenePart, StoryItem
    from simulator.scenario.times import Shift


class StoryBuilder:
    """Makes storyline items; conditions are looked up by the node they were compiled from."""

    def __init__(
        self, shift: Shift, conditions: Mapping[int, Condition], tickets: TicketBuilder,
        text: Callable[[str | None], str],
    ) -> None:  # fmt: skip
        self.shift = shift
        self.conditions = conditions
        self.tickets = tickets
        self.text = text
        self.notes: list[StorySpec] = []
        """The log holds ids only, so the words of a `note` become an item that never fires."""

    def when(self, node: Any) -> Condition | None:
        """Return the condition of a node."""
        return self.conditions.get(id(node)) if node is not None else None

    def item(self, item: StoryItem) -> StorySpec:
        """Return one item."""
        return StorySpec(
            id=str(item.id),
            when=self.when(item.when),
            at=self.shift.moment(item.at) if item.at else None,
            again=item.again_after,
            scene=self._scene(item.scene) if item.scene else None,
            effects=self.effects(item.effects),
            news=self.text(item.news),
        )

    def _scene(self, scene: ScenePart) -> SceneSpec:
        best = []
        for part in scene.best_when:
            condition = self.when(part.when)
            if condition is not None:
                best.append((condition, str(part.choice)))
        return SceneSpec(
            sender=str(scene.from_ or ""),
            says=self.text(scene.says),
            choices=tuple(self._choice(choice) for choice in scene.choices),
            within=scene.within,
            channel=scene.channel,
            best=tuple(best),
            criterion=str(scene.criterion or ""),
            unanswered=self.effects(scene.unanswered),
            name=self.text(scene.name),
        )

    def _choice(self, choice: ChoicePart) -> Choice:
        lock = choice.locked
        return Choice(
            id=str(choice.id),
            say=self.text(choice.say),
            minutes=choice.minutes,
            credit=choice.credit,
            effects=self.effects(choice.effects),
            feedback=self.text(choice.feedback),
            best_feedback=self.text(choice.best_feedback),
            basis=self.text(choice.basis),
            locked=self.when(lock.when) if lock else None,
            lock_reason=self.text(lock.because) if lock else "",
            untrue=choice.untrue,
            untrue_when=self.when(choice.untrue_when),
        )

    def effects(self, parts: Sequence[EffectPart]) -> tuple[Effect, ...]:
        """Return the effects; one part with a target may change several things."""
        return tuple(effect for part in parts for effect in self._effect(part))

    def _effect(self, part: EffectPart) -> list[Effect]:
        if part.target is not None:
            target = str(part.target)
            rows = (
                ("stress", part.stress), ("morale", part.morale), ("trust", part.trust),
                ("friction", part.friction),
            )  # fmt: skip
            return [Effect(kind, target, amount) for kind, amount in rows if amount is not None]  # type: ignore[arg-type]
        if part.learn is not None:
            return [Effect("learn", str(part.learn))]
        if part.set is not None:
            return [Effect("set", part.set.removeprefix("flag."))]
        if part.unset is not None:
            return [Effect("unset", part.unset.removeprefix("flag."))]
        if part.start is not None:
            return [Effect("start", str(part.start))]
        if part.ticket is not None:
            spec = self.tickets.from_effect(part.ticket)
            return [Effect("ticket", spec.id, ticket=spec)]
        if part.minutes is not None:
            return [Effect("minutes", amount=part.minutes)]
        if part.promise is not None:
            word = "result" if part.what == "result" else str(part.about or "")
            return [Effect("promise", str(part.promise), part.within or 0, word)]
        if part.told is not None:
            return [Effect("told", str(part.told), word=str(part.about or ""))]
        if part.note is not None:
            name = f"note-{len(self.notes) + 1}"
            self.notes.append(StorySpec(name, news=self.text(part.note)))
            return [Effect("note", name)]
        if part.end is not None:
            return [Effect("end")]
        if part.scene is not None:
            return [Effect("scene", str(part.scene))]
        if part.absent is not None:
            return [Effect("absent", str(part.absent))]
        if part.rest is not None:
            return [Effect("rest", str(part.rest))]
        if part.comes is not None:
            return [Effect("comes", str(part.comes))]
        if part.hear is not None:
            return [Effect("hear", str(part.hear))]
        if part.talk is not None:
            return [Effect("talk", str(part.talk))]
        if part.phones is not None:
            return [Effect("phones", str(part.phones))]
        if part.need_met is not None:
            return [Effect("need-met", str(part.need_met))]
        if part.stands_back is not None:
            return [Effect("stands-back", str(part.stands_back))]
        return []
