"""How late those at home hear what is said in the room, and their share of the lead's talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scoring.figures import take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


def at_home(maker: Maker, *who: str) -> None:
    opening = maker.entries[0]
    maker.entries[0] = opening._replace(data={**opening.data, "remote": who})


def test_the_lag_is_the_mean_and_runs_on_where_nothing_came(maker: Maker) -> None:
    at_home(maker, "cleo")
    said = maker.add(10, "order.briefed", "desk", order="impact", changed=False, minutes=4)
    heard = maker.add(14, "analyst.heard", "analyst:cleo", because=said, minutes=4)
    later = maker.add(190, "desk.told", "desk", elements=(), facts=(), minutes=2)
    figure = take("remote-lag", maker.log())
    assert (figure.value, figure.evidence, figure.counted) == (12, (later, heard), 2)


def test_their_share_of_talk_is_held_against_their_share_of_the_team(maker: Maker) -> None:
    at_home(maker, "cleo")
    maker.add(20, "analyst.asked", "analyst:ana", question="how-far", minutes=8)
    mine = maker.add(30, "analyst.asked", "analyst:cleo", question="how-far", minutes=2)
    figure = take("remote-share", maker.log())
    assert (figure.value, figure.evidence) == (600, (mine,)), "two of ten minutes, one of three"


def test_without_anybody_at_home_there_is_nothing_to_measure(maker: Maker) -> None:
    maker.add(10, "order.briefed", "desk", order="impact", changed=False, minutes=4)
    maker.add(20, "analyst.asked", "analyst:ana", question="how-far", minutes=8)
    assert take("remote-lag", maker.log()).value is None
    assert take("remote-share", maker.log()).value is None
