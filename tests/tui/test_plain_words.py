"""Remarks on a line of one's own."""

from __future__ import annotations

from simulator.tui.plain_words import remarks


def test_vague_times_blame_and_words_of_the_trade_are_remarked_on() -> None:
    (vague,) = remarks("It will be back as soon as possible", "users")
    assert "“as soon as possible” names no time" in vague
    (blame,) = remarks("Paylane is to blame", "executive")
    assert "points at somebody" in blame
    (trade,) = remarks("Node C has an expired CERT", "executive")
    assert "word of the trade" in trade


def test_people_of_the_trade_know_its_words() -> None:
    assert remarks("Node C has an expired cert", "vendor") == ()


def test_a_plain_line_is_left_alone() -> None:
    assert remarks("You hear from me at 09:37; one in three cannot log in.", "users") == ()
    assert remarks("The sooner the better", "users") == ()
    assert remarks("", "users") == ()
