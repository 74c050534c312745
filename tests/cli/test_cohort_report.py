"""`cohort report`: what a programme may read, of those whose shifts were handed in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cohort_export import hand_in, make

if TYPE_CHECKING:
    from tests.cli.cohorts import Desk


@pytest.mark.parametrize("sees", ["aggregate", "pseudonymous"])
def test_four_people_are_no_group_and_five_are(own_desk: Desk, sees: str) -> None:
    make(own_desk, sees)
    runs = []
    for number in range(5):
        said = own_desk("cohort", "report", "--cohort", "autumn")
        assert said.code == 0, said.err
        assert "mean" not in said.out
        runs.append(own_desk.played(trainee=f"t-{number}", seed=3))
        hand_in(own_desk, runs[-1])
    (group,) = json.loads(own_desk("cohort", "report", "--cohort", "autumn", "--json").out)[
        "groups"
    ]
    assert (group["scenario"], group["people"], group["depth"]) == ("payroll-friday", 5, "few")
    score = next(one for one in group["lines"] if one["what"] == "score")
    shifts = {
        run["id"]: run["score"]
        for run in json.loads(own_desk("runs", "list", "--json").out)["runs"]
    }
    assert score["mean"] == sum(shifts[run] for run in runs) / 5
    said = own_desk("cohort", "report", "--cohort", "autumn")
    assert "5 people" in said.out
    assert "not for hiring" in said.out
    assert not any(run in said.out for run in (*runs, *(run[:8] for run in runs)))
    assert "t-1" not in said.out


def test_an_unknown_cohort_is_one_line(own_desk: Desk) -> None:
    said = own_desk("cohort", "report", "--cohort", "spring")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
