"""The first letter of a text; the rest stays as it is, since it may quote something."""

from __future__ import annotations


def capital(text: str) -> str:
    """Return a text as it begins a line or a sentence."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a text as it goes on within a sentence."""
    return text[:1].lower() + text[1:]
