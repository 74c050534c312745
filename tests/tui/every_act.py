"""A scenario that knows every act, and a plain line for each that is possible in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GOOD = Path(__file__).parents[1] / "scenario" / "good.yaml"
BOSS = (
    "  - {id: boss, name: Rufus Adeyemi, audience: manager, gives: [time], "
    "answer: {after: {between: [5 min, 9 min]}}}\n"
)
CHANGES = (
    ("share: 70%,", "share: 70%, channel: phone,"),
    ("  - id: cfo\n", f"{BOSS}  - id: cfo\n"),
    ("pace: 104%,", "pace: 104%, leaves: 11:00,"),
    ("ask: {restart: cfo}", "ask: {}"),
    ("may: [declare, ", "may: [declare, restart, "),
    ("text: restart the portal, allowed_by: cfo", "text: restart the portal"),
    ("between: [ana, ben]", "between: [ana, chloe]"),
)
SEED = 3
BASE = ("@08:40 triage 211", "@08:44 #")
"""What has gone before: a ticket showed what the portal's tickets are about."""


def scenario(folder: Path) -> Path:
    """Write the scenario into a folder and return its path."""
    text = GOOD.read_text(encoding="utf-8")
    for old, new in CHANGES:
        text = text.replace(old, new)
    path = folder / "every-act.yaml"
    path.write_text(f"{text}\nphones: [ben]\n", encoding="utf-8")
    return path


LINES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "triage": ((), "triage 205"),
    "set-priority": ((), "priority 205 2"),
    "link": (("declare portal 1", "@08:50 #"), "link portal"),
    "phones": ((), "phones ana on"),
    "check-in": ((), "check-in ana"),
    "take": ((), "take 203"),
    "not-now": ((), "not-now cfo-calls"),
    "answer": ((), "answer cfo-calls ask"),
    "acknowledge": ((), "ack 212"),
    "ask": ((), "ask ana how-long"),
    "escalate": ((), "escalate portal cfo asks restart facts logins-time-out"),
    "declare": ((), "declare portal 1"),
    "workaround": ((), "workaround portal restart"),
    "send-on-break": ((), "break ana"),
    "listen": ((), "listen ana"),
    "talk-through": ((), "talk vpn-row"),
    "recognise": ((), "thank ana"),
    "one-on-one": ((), "one-on-one ana workload,concern"),
    "coach": ((), "coach ana network gaps"),
    "give-feedback": ((), "feedback ana positive impact user expect keep-on public"),
    "ask-overtime": ((), "stay chloe 30"),
    "protect": ((), "protect ana 09:30"),
    "ask-manager": ((), "manager boss time facts payday"),
    "write-article": ((), "article vpn ana reviewer chloe"),
    "open-problem": ((), "problem vpn tickets 205,206"),
    "propose-automation": ((), "automate vpn"),
    "study": ((), "study case-mix ana"),
    "sample-tickets": (("@09:20 #",), "sample ana"),
    "go-ahead": (("declare portal 1", "assign portal ana show", "@09:40 #"), "go ana"),
    "defer": ((), "defer 203 10:40 why urgent-first"),
    "decline": ((), "decline 203"),
    "reserve": ((), "reserve ana p1 until 10:00"),
    "standing-order": ((), "order route what network who ana"),
    "lift-order": (("order route what network who ana", "@08:50 #"), "lift 1"),
    "set-severity": (("declare portal 1", "@08:50 #"), "severity portal 2"),
    "give-role": (("declare portal 1", "@08:50 #"), "role portal communications ana"),
    "pair": ((), "pair chloe ana until 10:00"),
}
"""Lines that go before, and the line of the act itself, in that scenario with that seed."""
