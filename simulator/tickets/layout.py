"""Which column of an export is which field: by the vendor's headings, or as the user maps them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors import TicketFileError, WrongUse
from simulator.scenario.suggest import did_you_mean, listed, nearest
from simulator.tickets.fields import FIELDS
from simulator.tickets.vendors import OWN, VENDORS, Vendor
from simulator.tickets.vendors.vendor import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHOWN = 60
"""Characters of a heading that messages show."""
MOST_NEAR = 500
"""Headings among which a near one is looked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields of an export are."""

    vendor: Vendor
    columns: Mapping[str, int]
    """Place of each field's column, from 0."""
    heading: tuple[str, ...]
    unknown: tuple[str, ...]
    """Headings that nobody knows, each once."""
    misleading: Mapping[str, str]
    """Headings of times and flags that are not read, and why."""
    repeated: tuple[str, ...]
    """Headings of fields that stand there more than once: the first is read."""

    def title(self, field: str) -> str:
        """Return the heading of a field's column, "" where there is none."""
        return self.heading[self.columns[field]] if field in self.columns else ""


def known_anywhere(heading: str) -> bool:
    """Return whether a heading is one of any vendor's."""
    word = plain(heading)
    return any(vendor.known(word) for vendor in VENDORS.values())


def layout_of(heading: Sequence[str], wanted: str, mapping: Sequence[str], name: str) -> Layout:
    """Return where the fields are.

    `wanted` is a vendor's name or `auto`, `mapping` holds `COLUMN=FIELD` pairs. Raises `WrongUse`
    for a pair that does not fit, `TicketFileError` where no column tells when tickets were opened.
    """
    words = [plain(cell) for cell in heading]
    vendor = VENDORS[wanted] if wanted != "auto" else _likeliest(words)
    columns = {
        field: words.index(found)
        for field, headings in vendor.columns.items()
        if (found := next((one for one in headings if one in words), None)) is not None
    }
    columns |= _mapped(mapping, heading, words)
    if "opened_at" not in columns:
        hint = f"Name it with --map 'COLUMN=opened_at'. Columns: {listed(_short(heading))}."
        raise TicketFileError(f"No column of {name} tells when tickets were opened.", hint)
    taken = {words[place] for place in columns.values()}
    counts = Counter(words)
    return Layout(
        vendor=vendor,
        columns=columns,
        heading=tuple(_short(heading)),
        unknown=tuple(dict.fromkeys(
            text for text, word in zip(_short(heading), words, strict=True)
            if word and word not in taken and not vendor.known(word)
        )),
        misleading={
            text: vendor.misleading[word]
            for text, word in zip(_short(heading), words, strict=True)
            if word in vendor.misleading and word not in taken
        },
        repeated=tuple(
            heading[place][:SHOWN] for place in columns.values() if counts[words[place]] > 1
        ),
    )  # fmt: skip


def _near(name: str, known: Sequence[str]) -> str:
    """Return the nearest names as a question of its own, "" where none is near."""
    return did_you_mean(nearest(name, known[:MOST_NEAR])).replace("did", "Did", 1)


def _short(heading: Sequence[str]) -> list[str]:
    return [" ".join(cell.split())[:SHOWN] for cell in heading]


def _likeliest(words: Sequence[str]) -> Vendor:
    """Return the vendor whose headings these are, or nobody's; the tellings ones are fields."""
    present = set(words)

    def fit(vendor: Vendor) -> tuple[int, int]:
        fields = sum(any(one in present for one in names) for names in vendor.columns.values())
        return fields + sum(map(vendor.known, present)), fields

    best = max(VENDORS.values(), key=fit)
    return best if fit(best)[1] else OWN


def _mapped(mapping: Sequence[str], heading: Sequence[str], words: Sequence[str]) -> dict[str, int]:
    """Return the columns that the user maps; either side of a pair may be the field."""
    columns: dict[str, int] = {}
    for pair in mapping:
        left, equals, right = pair.rpartition("=")
        if not equals or not left.strip() or not right.strip():
            raise WrongUse(f"--map {pair[:SHOWN]} is no pair.", "Write --map 'COLUMN=FIELD'.")
        column, field = plain(left), right.strip()
        if field not in FIELDS and left.strip() in FIELDS:
            column, field = plain(right), left.strip()
        if field not in FIELDS:
            near = _near(field, tuple(FIELDS)) or f"Fields: {listed(FIELDS, len(FIELDS))}."
            raise WrongUse(f"“{field[:SHOWN]}” is not a field.", near)
        if column not in words:
            near = _near(column, _short(heading)) or f"Columns: {listed(_short(heading))}."
            raise WrongUse(f"There is no column “{column[:SHOWN]}”.", near)
        columns[field] = words.index(column)
    return columns
