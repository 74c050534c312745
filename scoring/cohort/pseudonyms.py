"""Pseudonyms: the same person has the same one in every export of a cohort, and another elsewhere.

They are keyed (HMAC-SHA256), never plain hashes, so that nobody without the key can find out whose
one is by trying ids. They are still personal data: whoever has the key can.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass

LENGTH = 10
"""Characters of base 32: 50 bits, so two of 10,000 people share one once in 20 million cohorts."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The pseudonyms of one cohort."""

    key: bytes
    """The cohort's own key."""

    @classmethod
    def of(cls, cohort: str, key: bytes) -> Pseudonyms:
        """Return those of a cohort, from the one key that is kept for all cohorts."""
        return cls(hmac.digest(key, f"cohort:{cohort}".encode(), hashlib.sha256))

    def person(self, trainee: str) -> str:
        """Return what stands for a trainee."""
        return f"p-{self._code(f'person:{trainee}')}"

    def run(self, run: str) -> str:
        """Return what stands for a run, whose id would lead to its trainee."""
        return f"r-{self._code(f'run:{run}')}"

    def _code(self, text: str) -> str:
        digest = hmac.digest(self.key, text.encode(), hashlib.sha256)
        return base64.b32encode(digest).decode("ascii")[:LENGTH]
