"""X: safety."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page
from simulator.authoring.catalogue.samples import PROFILE

PAGES = (
    Page(
        "X901",
        "unseen-character",
        (
            "Control, zero-width and direction characters cannot be seen, and make a "
            "text look like something else."
        ),
        wrong='summary: "pay\u200bday"\n',
        right="summary: payday\n",
    ),
    Page(
        "X910",
        "outside-folder",
        "A scenario reads only its own folder and what is shipped.",
        wrong=PROFILE.replace("front-desk-weekday", "../../../etc/passwd"),
        right=PROFILE,
    ),
)
