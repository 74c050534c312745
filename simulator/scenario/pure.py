"""The parser in pure Python, for machines without libyaml, made to agree with it.

The two differ on a question mark inside braces, `{says: What now?, credit: 1}`: libyaml and the
YAML specification take it as part of the text, the pure scanner as the start of a key.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.tokens import ScalarToken

_ENDS = ",]}[{\0\r\n\x85\u2028\u2029"


class PureLoader(yaml.SafeLoader):
    """A loader whose plain texts in braces may hold question marks."""

    def scan_plain(self) -> Any:
        """Read a plain text, going on after question marks."""
        scan: Any = super().scan_plain
        me: Any = self
        token = scan()
        text, end = token.value, token.end_mark
        while me.flow_level and me.peek() == "?":
            # The scanner has already passed what stands between the text and the sign.
            gap = " " * (me.index - end.index) if me.line == end.line else " "
            me.forward()
            text, end = f"{text}{gap}?", me.get_mark()
            spaces = 0
            while me.peek(spaces) == " ":
                spaces += 1
            following = me.peek(spaces)
            if following == "?":
                me.forward(spaces)
                continue
            colon = following == ":" and me.peek(spaces + 1) in " " + _ENDS
            if following in _ENDS or colon or (spaces and following == "#"):
                break
            text += " " * spaces
            me.forward(spaces)
            token_ = scan()
            text, end = text + token_.value, token_.end_mark
        return ScalarToken(text, True, token.start_mark, end)
