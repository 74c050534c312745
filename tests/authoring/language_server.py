"""Talks to the YAML language server that editors use, where it is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 60.0
"""Seconds until an answer is missing."""


def installed() -> str | None:
    """Return the program, from `YAML_LANGUAGE_SERVER` or the search path."""
    return os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")


class LanguageServer:
    """One server with one schema for every file."""

    def __init__(self, program: str, schema: Path) -> None:
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._settings = {
            "yaml": {
                "schemas": {schema.as_uri(): "*.yaml"}, "validate": True, "completion": True,
                "schemaStore": {"enable": False},
            }
        }  # fmt: skip
        self._heard: Queue[dict[str, Any]] = Queue()
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask("initialize", {
            "processId": None, "rootUri": None,
            "capabilities": {
                "workspace": {"configuration": True},
                "textDocument": {"completion": {}, "publishDiagnostics": {}},
            },
        })  # fmt: skip
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def problems(self, uri: str, text: str) -> list[dict[str, Any]]:
        """Open a file and return what the server says of it."""
        self._open(uri, text)
        while True:
            said = self._next()
            if said.get("method") == "textDocument/publishDiagnostics":
                told = said["params"]
                if told["uri"] == uri:
                    return list(told["diagnostics"])

    def completions(self, uri: str, text: str, line: int, column: int) -> list[str]:
        """Return what it offers at a place, both counted from 0."""
        self.problems(uri, text)  # By then it has read the schema.
        place = {"line": line, "character": column}
        found = self._ask(
            "textDocument/completion", {"textDocument": {"uri": uri}, "position": place}
        )
        return [item["label"] for item in (found["items"] if isinstance(found, dict) else found)]

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()

    def _open(self, uri: str, text: str) -> None:
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _ask(self, method: str, params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while True:
            said = self._next()
            if said.get("id") == number and "method" not in said:
                return said.get("result")

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        """Return the next message that is for us; what the server asks is answered."""
        while True:
            try:
                said = self._heard.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError("the language server says nothing") from None
            if "id" in said and "method" in said:
                wanted = said.get("params", {}).get("items", [])
                result = [self._settings.get(one.get("section", ""), {}) for one in wanted]
                self._send({"id": said["id"], "result": result})
                continue
            return said

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            for line in iter(stream.readline, b"\r\n"):
                if not line:
                    return
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            self._heard.put(json.loads(stream.read(length)))
