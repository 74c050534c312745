"""Where the style sheets are: one for all places, one for each group of them."""

from __future__ import annotations

from pathlib import Path

STYLES = Path(__file__).parent
