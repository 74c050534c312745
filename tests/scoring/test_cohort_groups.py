"""Figures of a group: nothing about fewer than five people, however one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.cohort.groups import figures
from scoring.cohort.pseudonyms import Pseudonyms
from tests.scoring.handed import handed

if TYPE_CHECKING:
    from scoring.cohort.handed import Handed


def told(*runs: Handed) -> dict[tuple[str, str], tuple[int, int, int | None]]:
    return {
        (one.what, one.of): (one.tally.people, one.tally.middle(), one.percent_acceptable)
        for one in figures(runs)
        if one.told
    }


def test_five_people_are_a_group_and_four_are_not() -> None:
    runs = [handed(n, points) for n, points in enumerate((0, 15, 30, 45, 60))]
    assert told(*runs) == {
        ("score", ""): (5, 50, None),
        ("competency", "people"): (5, 50, 40),
        ("criterion", "people.listens"): (5, 3, 100),
    }
    assert told(*runs[:4]) == {}
    assert [one.of for one in figures(runs[:4])] == [""], "not even what was seen is told"


def test_a_group_is_counted_in_people_not_in_runs() -> None:
    again = [handed(n, trainee="t-1", attempt=n) for n in range(1, 8)]
    assert told(*again) == {}


def test_the_runs_of_scripts_do_not_make_up_the_number() -> None:
    assert told(*(handed(n) for n in range(4)), handed(5, by="script")) == {}


def test_a_criterion_that_fewer_than_five_had_is_left_out_of_a_larger_group() -> None:
    runs = [*(handed(n) for n in range(4)), handed(4, level=None), handed(5, level=None)]
    assert ("criterion", "people.listens") not in told(*runs)
    assert told(*runs)[("score", "")][0] == 6


def test_a_small_group_cannot_be_found_by_taking_others_from_a_total() -> None:
    runs = [handed(n) for n in range(9)] + [handed(n, 0, version="2.0.0") for n in (20, 21)]
    found = list(figures(runs))
    assert {one.key.scenario_version for one in found if one.told} == {"1.0.0"}
    assert max(one.tally.people for one in found) == 9


def test_one_person_has_one_pseudonym_in_a_cohort_and_another_elsewhere() -> None:
    key = bytes(range(32))
    autumn, spring = Pseudonyms.of("autumn", key), Pseudonyms.of("spring", key)
    assert autumn.person("t-1") == Pseudonyms.of("autumn", key).person("t-1")
    names = {
        autumn.person("t-1"), autumn.person("t-2"), autumn.run("t-1"), spring.person("t-1"),
        Pseudonyms.of("autumn", bytes(32)).person("t-1"),
    }  # fmt: skip
    assert len(names) == 5
    assert all(len(name) == 12 and name[:2] in ("p-", "r-") for name in names)


def test_a_pseudonym_is_no_plain_hash_of_the_id() -> None:
    import base64
    import hashlib

    name = Pseudonyms.of("autumn", bytes(32)).person("t-1").removeprefix("p-")
    plain = [hashlib.new(how, b"t-1").digest() for how in ("md5", "sha1", "sha256", "blake2b")]
    assert name not in [base64.b32encode(digest).decode()[:10] for digest in plain]
