"""The house's own themes; every built-in theme of Textual can be chosen too."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="shiftlead",
    primary="#7fb2d9",
    secondary="#5f8aa8",
    accent="#8fd0b5",
    warning="#e8b85c",
    error="#ef8a7a",
    success="#8fd08a",
    foreground="#dfe5ea",
    background="#12171c",
    surface="#161c22",
    panel="#1f2830",
    dark=True,
)
LIGHT = Theme(
    name="shiftlead-light",
    primary="#1f5f8b",
    secondary="#3f6f8f",
    accent="#1d6b52",
    warning="#8a5a00",
    error="#a3271a",
    success="#2d6a27",
    foreground="#1b2228",
    background="#f7f8f8",
    surface="#ffffff",
    panel="#e6eaed",
    dark=False,
)
CONTRAST = Theme(
    name="shiftlead-contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ffb0b0",
    success="#a0ffa0",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    luminosity_spread=0,
    text_alpha=1.0,
    variables={"text-muted": "#ffffff", "text-disabled": "#ffffff"},
)
OWN = (DARK, LIGHT, CONTRAST)
