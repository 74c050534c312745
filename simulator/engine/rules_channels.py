"""The numbers of telephones, counter and chat: the part of the rules table about live channels.

Sources are marked as in `rules`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChannelRules:
    """Every number and switch of the channels on which somebody waits for an answer now."""

    live_channels: bool = True
    """Whether calls ring, visitors stand and chats hurry in a world with telephones; without it
    they are plain tickets. (parity shift)"""
    first_contact: int = 641
    """Chance that a call is solved on the line by somebody with the skill for it, permille.
    (N5.3, HDI 2013, by phone)"""
    talk_percent: int = 30
    """Share of the work done on the line where the call is not solved there, percent. (J)"""
    talk_longest: int = 20
    """Longest talk, minutes: what would take longer is done after the call. (J)"""
    wrap_up: int = 3
    """Minutes to write a call up before the next. (J)"""
    between_calls: int = 10
    """Longest work, median minutes, that somebody on the telephones pulls between calls. (J)"""
    call_patience: int = 6
    """Mean minutes a caller waits before giving up, exponential. (J)"""
    counter_patience: int = 15
    """The same for a visitor at the counter. (J)"""
    counter_wait: int = 5
    """Minutes after which a visitor interrupts somebody who works on a ticket. (J)"""
    rings_again: int = 400
    """Share of callers who gave up and try again, permille. (J)"""
    writes_instead: int = 250
    """Share of callers who gave up and write in the portal instead, permille. (J)"""
    tries_after: tuple[int, int] = (5, 20)
    """Minutes until they do either, both ends included. (J)"""
    satisfaction_abandoned: int = 20
    """What a contact earns that nobody answered. (B107, J)"""
    chat_respond: int = 5
    """Minutes within which a chat expects its first answer. (J)"""
