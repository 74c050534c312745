"""Forms: which parts of a scenario belong to one set of seeds only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.world import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.scenario.diagnostics import Problems
    from simulator.scenario.models.whole import Scenario
    from simulator.scenario.nodes import Scalar


def forms(scenario: Scenario, problems: Problems) -> tuple[Form, ...]:
    """Return the forms; a part that names one without seeds is reported."""
    belongs: dict[str, str] = {}
    for ref, form in _marked(scenario):
        belongs[ref] = str(form)
        if str(form) not in scenario.forms:
            problems.add(
                "R316", f'no set of seeds is named "{form[:60]}"', form,
                help=f"add one:  forms: {{{form[:60]}: [1, 2, 3]}}",
            )  # fmt: skip
    return tuple(
        Form(
            str(name), frozenset(seeds),
            frozenset(ref for ref, form in belongs.items() if form != str(name)),
        )
        for name, seeds in scenario.forms.items()
    )  # fmt: skip


def _marked(scenario: Scenario) -> Iterator[tuple[str, Scalar]]:
    """Yield what belongs to one form: its name as `Form.without` has it, and the form."""
    tables = (
        ("ticket", scenario.tickets), ("question", scenario.questions),
        ("scene", scenario.storyline), ("wording", scenario.messages),
        ("decision", scenario.decisions), ("window", scenario.windows),
    )  # fmt: skip
    for kind, parts in tables:
        for part in parts:
            if part.form is not None:
                yield f"{kind}:{part.id}", part.form
    for incident in scenario.incidents:
        inner = (
            ("step", incident.steps), ("theory", incident.theories), ("way", incident.ways),
            ("outcome", incident.outcomes),
        )  # fmt: skip
        for kind, ones in inner:
            for one in ones:
                if one.form is not None:
                    yield f"{kind}:{incident.id}/{one.id}", one.form
