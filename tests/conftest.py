"""What holds for every test, and how long lists are spread over the two runs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

# Programs that tests start keep their compiled modules, as they do anywhere else.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def one_in(every: int, values: Iterable[T]) -> list[object]:
    """Return values for `parametrize`: the ordinary run takes one in so many, the deep run all."""
    return [
        pytest.param(value, marks=() if place % every == 0 else pytest.mark.deep)
        for place, value in enumerate(values)
    ]
