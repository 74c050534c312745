"""Imports one file after the other in a process of its own, and says what each took.

A line on stdin is a path; the answer on stdout is a line of JSON.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time

from simulator.cli.main import run
from tests.measuring import peak


def main() -> None:
    """Answer until stdin ends."""
    for line in sys.stdin:
        path, target = json.loads(line)
        out, err = io.StringIO(), io.StringIO()
        began = time.process_time()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(["import-tickets", path, "--json", *(["--out", target] if target else [])])
        seconds = time.process_time() - began
        answer = {"code": code, "out": out.getvalue(), "err": err.getvalue(),
                  "seconds": seconds, "megabytes": peak()}  # fmt: skip
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
