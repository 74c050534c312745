"""The four vendors' exports, and a mapping for any other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.tickets.fields import FIELDS
from simulator.tickets.layout import layout_of
from simulator.tickets.vendors import VENDORS, Vendor
from tests.tickets import exports

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tickets.conftest import Imported


@pytest.mark.parametrize(
    ("text", "vendor"),
    [(exports.servicenow(), "servicenow"), (exports.JIRA, "jira"),
     (exports.JIRA_IN_SPANISH, "jira"), (exports.ZENDESK, "zendesk"),
     (exports.FRESHSERVICE, "freshservice"), ("Number,Opened\nINC1,2025-01-01 10:00\n",
                                              "servicenow")],
)  # fmt: skip
def test_the_source_is_told_by_its_columns(text: str, vendor: str, imported: Imported) -> None:
    assert imported(text)["source"]["vendor"] == vendor


@pytest.mark.parametrize("vendor", VENDORS.values(), ids=VENDORS)
def test_a_vendors_headings_are_fields_that_exist_and_stand_in_one_place(vendor: Vendor) -> None:
    headings = [one for names in vendor.columns.values() for one in names]
    assert set(vendor.columns) <= set(FIELDS)
    assert len(headings) == len(set(headings))
    assert not vendor.spare & set(headings)
    assert not set(vendor.misleading) & set(headings)


def test_jira_keeps_its_times_and_leaves_its_sla_clock_unread(imported: Imported) -> None:
    found = imported(exports.JIRA)
    assert found["tickets"] == 3
    assert found["opened_first"] == "2025-07-14 15:42:00"
    assert found["resolve_hours_calendar_from_resolved_at"]["all"]["mean"] == 1.5
    assert found["level"] == {"P1": 1, "P3": 1}
    assert found["open_tickets"] == 2
    assert "Custom field (Time to resolution)" in found["not_understood"]["not_read"]
    assert found["not_understood"]["columns"] == ["Custom field (Floor)"]
    rows = found["not_understood"]["rows"]
    assert rows["more cells"] == {"rows": 1, "first_lines": [4]}
    assert rows["resolution time"] == {"rows": 1, "first_lines": [5]}
    assert rows["priority"] == {"rows": 1, "first_lines": [5]}


def test_jira_speaks_the_users_language(imported: Imported) -> None:
    found = imported(exports.JIRA_IN_SPANISH)
    assert found["resolve_hours_calendar_from_resolved_at"]["Alta"]["mean"] == 17.5
    assert found["level"] == {"P2": 1}
    assert found["category_top5"] == {"Acceso": 1}
    assert not found["not_understood"]["columns"]


def test_zendesk_counts_the_first_station_and_its_zone_changes(imported: Imported) -> None:
    found = imported(exports.ZENDESK)
    assert found["reassignment_count_distribution"] == {"0": 1, "2": 1}
    assert found["reopened_tickets"] == 1
    assert found["resolve_hours_calendar_from_resolved_at"]["all"]["mean"] == 25
    assert found["first_response_hours"]["mean"] == 0.2
    assert found["open_tickets"] == 1


def test_freshservice_times_are_computed_and_its_flag_is_only_shown(imported: Imported) -> None:
    found = imported(exports.FRESHSERVICE, encoding="cp1252")
    assert found["resolve_hours_calendar_from_resolved_at"]["all"]["mean"] == 2.5
    assert found["made_sla_share_by_priority"] == {"Low": 1.0, "Urgent": 0.0, "all": 0.5}
    assert found["not_understood"]["rows"]["resolved before opened"]["first_lines"] == [3]
    assert found["not_understood"]["lines_not_in_the_encoding"] == 1
    assert found["timeliness"]["share_within"] == {"P4": 1.0, "all": 1.0}


def test_columns_of_ones_own_are_mapped(imported: Imported) -> None:
    text = "ref|when|how bad\n1|2025-01-02 10:00|Sev 2\n"
    found = imported(text, "--map", "when=opened_at", "--map", "how bad=priority", "--map",
                     "number=ref")  # fmt: skip
    assert found["source"] == {
        "vendor": "own", "columns": {"opened_at": "when", "priority": "how bad", "number": "ref"},
    }  # fmt: skip
    assert found["level"] == {"P2": 1}


@pytest.mark.parametrize(
    ("pair", "says"),
    [("Creatd=opened_at", 'Did you mean "Created"'), ("Created=opened", "opened_at"),
     ("Created", "is no pair"), ("=opened_at", "is no pair")],
)  # fmt: skip
def test_a_mapping_that_does_not_fit_is_answered_with_what_would(
    pair: str, says: str, refused: Callable[..., str]
) -> None:
    assert says in refused(exports.JIRA, "--map", pair)


def test_a_row_without_a_column_of_ids_is_a_ticket(imported: Imported) -> None:
    found = imported("Opened,Priority\n2025-01-01 10:00,P1\n2025-01-01 10:00,P1\n")
    assert found["tickets"] == 2


def test_repeated_columns_are_said() -> None:
    layout = layout_of(["Created", "Issue key", "Created"], "jira", (), "x.csv")
    assert layout.columns["opened_at"] == 0
    assert layout.repeated == ("Created",)


def test_the_guide_names_every_field() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "tickets.md").read_text(encoding="utf-8")
    assert not [field for field in FIELDS if f"`{field}`" not in guide]
