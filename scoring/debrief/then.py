"""A moment as somebody stood in it: what it was about, who was in, and who had shown strain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.log import bare, listed

if TYPE_CHECKING:
    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from scoring.rubric import Criterion
    from simulator.engine.log import LogEntry

STRAIN = ("no-break", "stretched", "short-notes", "late-replies")


@dataclass(frozen=True, slots=True)
class Then:
    """A moment as somebody stood in it."""

    log: Log
    telling: Telling
    criterion: Criterion
    refs: tuple[str, ...]
    """What it is about, the main thing first."""
    start: int
    """Minute from which another way was open."""
    worst: LogEntry | None = None
    """The entry that shows most plainly what it cost, where there is one."""

    def thing(self) -> str:
        """Return the name of what it is about, as it stands inside a sentence."""
        return self.telling.main(self.refs)

    def matter(self) -> str:
        """Return the incident or ticket it is about, or "this"."""
        found = [ref for ref in self.refs if ref.startswith(("incident:", "ticket:"))]
        return self.telling.thing(found[0]) if found else "this"

    def at(self, more: int = 0) -> str:
        """Return the time of day so many minutes after the start."""
        return self.telling.clock(self.start + more)

    def skill(self) -> str:
        """Return the skill that the matter's tickets seemed to need by then; "" for none told."""
        latest = max(self.start, self.worst.at if self.worst is not None else 0)
        for ref in self.refs:
            head = f"ticket:{bare(ref)}."
            for entry in self.log.of("ticket.arrived"):
                if entry.at > latest:
                    break
                if entry.subject == ref or entry.subject.startswith(head):
                    return str(entry.data.get("skill", ""))
        return ""

    def there(self) -> list[str]:
        """Return the analysts who were in at the start, in roster order."""
        opening = self.log.of("shift.opened")
        away = {str(one) for one in listed(opening[0].data.get("absent"))} if opening else set()
        later = {
            bare(e.subject)
            for e in self.log.of("analyst.arrived", "analyst.absent")
            if e.at > self.start or e.kind == "analyst.absent"
        }
        return [one for one in self.log.team if one not in away and one not in later]

    def able(self, besides: str = "") -> list[str]:
        """Return the names of who was there and could do it best, the ablest first."""
        skill = self.skill()
        ranked = sorted(
            (one for one in self.there() if one != besides),
            key=lambda one: (-self.log.skills.get(one, {}).get(skill, 0), self.strained(one)),
        )
        return [self.telling.thing(f"analyst:{one}") for one in ranked]

    def strained(self, person: str) -> bool:
        """Return whether a person had shown strain by then."""
        return any(
            e.at <= self.start and e.data.get("sign") in STRAIN
            for e in self.log.about(f"analyst:{person}")
            if e.kind == "analyst.sign"
        )
