"""The page that describes every measure, made from the registry."""

from __future__ import annotations

from scoring.measures.registry import MEASURES, Measure

UNITS = {
    "minutes": "whole minutes of the shift",
    "count": "how many",
    "permille": "a share in thousandths; 900 is nine in ten",
    "points": "0 to 3",
}


def _row(measure: Measure) -> list[str]:
    filters = ", ".join(f"`{name}`" for name in sorted(measure.takes)) or "none"
    reads = ", ".join(f"`{kind}`" for kind in measure.needs) or "the kinds that the pattern names"
    lines = [
        f"## {measure.name}",
        "",
        measure.says,
        "",
        f"- unit: {measure.unit} ({UNITS[measure.unit]}); better is {measure.better}",
        f"- filters: {filters}",
        f"- reads: {reads}",
        f"- source: {measure.source}",
    ]
    if measure.over_all:
        lines.append("- what comes after the closing of the window counts too")
    if measure.act_minutes:
        lines.append(
            f"- an unused window counts when it left {measure.act_minutes} free minutes or more"
            + (" after its sign had stood for fifteen" if measure.by_sign else "")
        )
    return [*lines, ""]


def docs() -> str:
    """Return the Markdown of `docs/measures.md`."""
    lines = [
        "# Measures",
        "",
        "A measure is a pure function from the log to one whole figure and the entries behind it.",
        "A criterion names one, filters it with a scope, and says which figures earn which level.",
        "",
    ]
    for name in sorted(MEASURES):
        lines += _row(MEASURES[name])
    return "\n".join(lines).rstrip() + "\n"
