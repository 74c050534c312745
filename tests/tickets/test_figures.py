"""The figures are those that a slow and simple count gives."""

from __future__ import annotations

import json
import math
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from statistics import mean, quantiles
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from simulator.cli.main import run
from tests.tickets import exports

if TYPE_CHECKING:
    from tests.tickets.conftest import Imported

DATA = os.environ.get("SHIFTLEAD_TICKET_DATA", "")
"""Folder of the development extracts of UCI dataset 498 with their expected figures."""


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M")


def spread(hours: list[float]) -> dict[str, float]:
    if len(hours) == 1:
        hours = hours * 2
    cuts = quantiles(hours, n=100, method="inclusive")
    names = {"p25": 25, "median": 50, "p75": 75, "p90": 90, "p95": 95}
    told = {name: round(cuts[cut - 1], 2) for name, cut in names.items()}
    return {"n": len(hours), "mean": round(mean(hours), 2), **told}


def hours_of(rows: list[dict[str, str]], end: str = "resolved_at") -> list[float]:
    return [
        (at(row[end]) - at(row["opened_at"])).total_seconds() / 3600
        for row in rows if row[end] != exports.MISSING
    ]  # fmt: skip


def counted(rows: list[dict[str, str]], column: str) -> dict[str, int]:
    return dict(Counter(row[column] for row in rows))


@pytest.mark.parametrize("history", [False, True])
def test_the_figures_are_those_of_a_simple_count(history: bool, imported: Imported) -> None:
    written = exports.rows_of_a_desk(history)
    last = list({row["number"]: row for row in written}.values())
    found = imported(exports.servicenow(history))
    assert found["rows"] == len(written)
    assert found["tickets"] == len(last)
    assert found["resolved_at_missing"] == sum(row["resolved_at"] == "?" for row in last)
    assert found["opened_first"] == str(min(at(row["opened_at"]) for row in last))
    assert found["opened_last"] == str(max(at(row["opened_at"]) for row in last))
    hours = Counter(str(at(row["opened_at"]).hour) for row in last)
    days = Counter(str(at(row["opened_at"]).weekday()) for row in last)
    assert found["arrivals_by_hour"] == hours
    assert found["arrivals_by_weekday_mon0"] == days
    for key in ("priority", "impact", "urgency", "incident_state", "contact_type"):
        assert found[key] == counted(last, key)
    of_priority = {
        name: spread(hours_of([row for row in last if row["priority"] == name]))
        for name in counted(last, "priority")
    }
    assert found["resolve_hours_calendar_from_resolved_at"] == {
        **of_priority, "all": spread(hours_of(last)),
    }  # fmt: skip
    assert found["reassignment_count_distribution"] == counted(last, "reassignment_count")
    reopened = sum(row["reopen_count"] != "0" for row in last)
    assert found["reopened_tickets"] == reopened
    assert found["reopen_rate"] == round(reopened / len(last), 4)
    people = Counter(row["resolved_by"] for row in last)
    top = math.ceil(len(people) / 10)
    assert found["resolvers"] == {
        "people": len(people), "tickets_with_resolver": len(last), "top_10pct_people": top,
        "top_10pct_share": round(sum(n for _, n in people.most_common(top)) / len(last), 4),
        "top_1_share": round(people.most_common(1)[0][1] / len(last), 4),
        "top_1_name": people.most_common(1)[0][0],
    }  # fmt: skip
    top5 = Counter(row["category"] for row in last).most_common(5)
    assert list(found["category_top5"].items()) == top5
    groups = counted(last, "assignment_group")
    assert found["assignment_group_missing"] == groups[exports.MISSING]
    assert found["assigned_to_missing"] == 0


def test_a_history_gives_back_times_of_resolution_and_first_priorities(imported: Imported) -> None:
    rows = exports.rows_of_a_desk(history=True)
    ends = {
        row["number"]: row | {"end": row["resolved_at"] if row["resolved_at"] != "?"
                              else rows[place - 1]["sys_updated_at"]}
        for place, row in enumerate(rows)
    }  # fmt: skip
    found = imported(exports.servicenow(history=True))
    missing = found["resolved_at_missing"]
    assert found["resolved_time_recovered_from_last_Resolved_event"] == missing > 0
    assert found["resolve_hours_calendar_with_event_fallback"]["all"] == spread(
        hours_of(list(ends.values()), "end")
    )
    changed = sum(row["priority"] != "3 - Moderate" for row in ends.values())
    assert found["priority_changed_first_to_last"] == changed
    assert found["tickets_with_several_rows"] == exports.TICKETS


def test_a_snapshot_has_no_keys_of_a_history(imported: Imported) -> None:
    assert "priority_changed_first_to_last" not in imported(exports.servicenow())


def test_a_vendors_flag_never_moves_timeliness(imported: Imported) -> None:
    kept = imported(exports.servicenow())
    turned = imported(exports.servicenow().replace(",true,", ",false,"))
    assert kept.pop("made_sla_share_by_priority") != turned.pop("made_sla_share_by_priority")
    assert kept == turned


@pytest.mark.skipif(not DATA, reason="SHIFTLEAD_TICKET_DATA names no folder with the extracts")
@pytest.mark.parametrize("name", ["events", "snapshot"])
def test_real_extracts_give_the_figures_that_are_known_of_them(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = f"uci498_incident_{name}_dev.csv"
    known = yaml.safe_load((Path(DATA) / "expected_stats_dev.yaml").read_text(encoding="utf-8"))
    assert run(["import-tickets", str(Path(DATA) / file), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    expected = json.loads(json.dumps(known[file]))
    assert {key: found.get(key) for key in expected} == expected
