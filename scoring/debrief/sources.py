"""What a criterion rests on, in words: a name that can be read, and the link for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.rubric import Basis

NAMES = {
    "response.pagerduty.com": "PagerDuty, incident guide",
    "github.com/PagerDuty": "PagerDuty, incident guide",
    "sre.google": "Google, Site Reliability Engineering",
    "atlassian.com": "Atlassian, incident handbook",
    "ukfrs.com": "UK fire services, guidance",
    "about.gitlab.com": "GitLab, account of an outage in 2017",
    "doi.org": "a published study",
}
"""By the beginning of a link, without its protocol and `www`."""


def source_name(link: str) -> str:
    """Return a readable name for a link: its publisher where it is known, its host otherwise."""
    place = link.partition("://")[2] or link
    place = place.removeprefix("www.")
    for start, name in NAMES.items():
        if place.startswith(start):
            return name
    return place.partition("/")[0]


def basis_words(basis: Basis) -> str:
    """Return what a criterion rests on, in words and without a link."""
    if basis.kind == "published":
        return f"published: {source_name(basis.link)}" if basis.link else "published"
    if basis.kind == "panel":
        return f"a panel of {basis.n}; {(basis.share + 5) // 10} in a hundred agreed"
    return "the author's judgement; others differ"
