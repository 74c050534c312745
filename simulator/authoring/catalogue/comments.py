"""L59x: comments that ignore."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page

_LATE = "storyline:\n  - id: late\n    at: Fri 12:15{}\n    news: The bank rang.\n"

PAGES = (
    Page(
        "L596",
        "comment-not-understood",
        (
            "A comment that begins with `lint:` speaks to the checker, and this one is not written "
            "as they are: `# lint: ignore[L510] the reason`, with a comma between two codes."
        ),
        wrong="kind: outage  # lint: disable L503, the bank is late\n",
        right="kind: outage  # the bank is late\n",
    ),
    Page(
        "L597",
        "ignored-without-a-reason",
        (
            "A comment ignores a warning and does not say why. Whoever reads the scenario next "
            "cannot tell whether it still holds."
        ),
        wrong=_LATE.format("  # lint: ignore[L503]"),
        right=_LATE.format("  # lint: ignore[L503] only the debrief tells of it"),
    ),
    Page(
        "L598",
        "cannot-be-ignored",
        (
            "A comment names a code that does not exist, or one that no comment can silence: an "
            "error, since a scenario that has one cannot be played; a finding of `calibrate`; or a "
            "problem of such comments."
        ),
        wrong="kind: outage  # lint: ignore[R301] she is new\n",
        right="kind: outage\n",
    ),
    Page(
        "L599",
        "nothing-to-ignore",
        (
            "A comment ignores a warning that is not there: it was mended, or the comment stands "
            "elsewhere. At the end of a line it is about the keys and items that begin on it, "
            "with all that is in them; on a line of its own, about the whole key or item that "
            "follows. Told of scenarios without errors: only in them is every warning looked for."
        ),
        wrong="kind: outage  # lint: ignore[L510] no reason\n",
        right="kind: outage\n",
    ),
)
