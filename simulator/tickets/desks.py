"""Real desks to stand beside: figures measured in four public logs, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk; figures are shares of 0 to 1, hours or tickets, by the name of a row."""

    name: str
    what: str
    source: str
    figures: Mapping[str, float]


DESKS = (
    Desk(
        "UCI 498",
        "an IT company, 24,918 incidents, 2016",
        "Amaral, Fantinato, Peres (2018), Incident management process enriched event log, UCI"
        " dataset 498, CC BY 4.0, https://doi.org/10.24432/C57S4H",
        {
            "per_day": 366, "busiest_hour": 0.125, "outside": 0.173, "P1": 0.011, "P2": 0.016,
            "P3": 0.942, "P4": 0.031, "median": 16.1, "p75": 141.1, "p90": 361.1,
            "within_the_hour": 0.36, "first_contact": 0.284, "within_targets": 0.71,
            "reassigned": 0.456, "reassignments": 0.94, "reopened": 0.011,
            "busiest_resolvers": 0.565, "busiest_callers": 0.379,
        },
    ),
    Desk(
        "Rabobank",
        "a bank's applications, 4,000 incidents; its classes 2 to 5 are P1 to"
        " P4 here",
        "van Dongen (2014), BPI Challenge 2014,"
        " https://doi.org/10.4121/uuid:c3e5d162-0cfd-4bb0-bd82-af5268819c35",
        {
            "busiest_hour": 0.138, "P1": 0.016, "P2": 0.142, "P3": 0.480, "P4": 0.362,
            "median": 18.2, "p75": 92.3, "p90": 239.0, "reassigned": 0.415,
            "reassignments": 1.14, "reopened": 0.046,
        },
    ),
    Desk(
        "Volvo IT",
        "a global desk, cases opened from April 2012; its impact stands for the priority, reopened"
        " is work after Completed",
        "Steeman (2013), BPI Challenge 2013, incidents,"
        " https://doi.org/10.4121/uuid:500573e6-accc-4b0c-9576-aa5468b10cee",
        {
            "busiest_hour": 0.095, "P1": 0.0004, "P2": 0.035, "P3": 0.536, "P4": 0.430,
            "median": 4.1, "p75": 123.2, "p90": 306.3, "reassigned": 0.506,
            "reassignments": 1.25, "reopened": 0.067, "busiest_resolvers": 0.458,
        },
    ),
    Desk(
        "Italian desk",
        "a software company's help desk, 4,580 tickets, 2010-2014; reopened is resolved more than"
        " once",
        "Polato (2017), Help desk log of an Italian company,"
        " https://doi.org/10.4121/uuid:0c60edf1-6f83-4e75-9367-4c63b3e9d5bb",
        {
            "median": 159.8, "p75": 475.2, "p90": 721.0, "reopened": 0.084,
            "busiest_resolvers": 0.412,
        },
    ),
)  # fmt: skip
"""The desks, the largest first. They differ widely: none of them is a target."""

PUBLISHED = (
    ("first contact resolution", "64% by phone (196 organisations, HDI 2013)",
     "http://dc.ubm-us.com/i/352670-pearls-of-wisdom-hdi-research-brief-compilation-2013-2014/7"),
    ("first contact resolution", "54% (ServiceXRG, which calls an average meaningless as a target)",
     "https://www.servicexrg.com/fcr-benchmarks/"),
)  # fmt: skip
"""Surveys, not logs: figure, value, source."""
