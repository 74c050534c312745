"""One page of the catalogue of problems."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.diagnostics import Severity, severity_of

FAMILIES = {
    "Y": "the file and its YAML", "K": "keys and shape", "V": "values and units",
    "R": "references", "X": "safety", "C": "conditions", "L": "lints", "B": "balance",
}  # fmt: skip
"""What the first letter of a code stands for."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a problem is, why it is one, and how it looks right."""

    code: str
    name: str
    """A few words, with hyphens."""
    why: str
    wrong: str = ""
    """Blocks that have the problem. Beside them a scenario has what it needs; each of them is run
    as a test. Empty where it takes another kind of file to show it."""
    right: str = ""

    @property
    def severity(self) -> Severity:
        """Whether a scenario can be played in spite of it."""
        return severity_of(self.code)

    @property
    def can_be_ignored(self) -> bool:
        """Whether a comment in a scenario can silence it: any warning that `validate` finds.

        Not those that are about such comments.
        """
        return (
            self.severity == "warning" and self.code[0] != "B" and not self.code.startswith("L59")
        )

    def text(self) -> str:
        """Return the page as plain text."""
        parts = [
            f"{self.code} {self.name} ({self.severity}, {FAMILIES[self.code[0]]})",
            "",
            self.why,
        ]
        for title, example in (("Wrong:", self.wrong), ("Right:", self.right)):
            if example:
                shown = example.rstrip("\n").replace("\t", "→   ").replace("\u00a0", "⍽")
                rows = [f"    {row}".rstrip() for row in shown.split("\n")]
                parts += ["", title, "", *rows]
        if self.can_be_ignored:
            parts += ["", "If it is meant, say why at the end of its line, or on the one before:",
                      f"    # lint: ignore[{self.code}] the reason"]  # fmt: skip
        return "\n".join(parts) + "\n"
