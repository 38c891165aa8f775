"""A real HTTP server with scripted answers."""

import json
import threading
import unittest
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from unittest.mock import patch

from geopera_share import _retry


def hurry() -> None:
    """Makes a module's clients wait hardly at all between attempts."""
    for delay in ("FIRST_DELAY_SECONDS", "SPREAD_SECONDS"):
        shorter = patch.object(_retry, delay, 0.01)
        shorter.start()
        unittest.addModuleCleanup(shorter.stop)


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


# Closes the connection without an answer, or after the half of one.
RESET = Answer(0, {}, b"")
CUT = Answer(-1, {"content-length": "100"}, b'{"half":')


class SeenRequest(NamedTuple):
    path: str
    headers: dict[str, str]
    body: Any


def answer_json(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    return Answer(status, {"content-type": "application/json", **(headers or {})}, json.dumps(value).encode())


def answer_problem(status: int, headers: dict[str, str] | None = None) -> Answer:
    body = {"type": "https://geopera.com/problems/test", "title": "Title", "status": status, "detail": "What to do.", "request_id": "r-1"}
    return answer_json(body, status, {"content-type": "application/problem+json", **(headers or {})})


@dataclass
class ScriptedServer:
    """Each request gets the next answer, and the last one again and again."""

    answers: tuple[Answer, ...]
    requests: list[SeenRequest] = field(default_factory=list)

    def __enter__(self) -> "ScriptedServer":
        script = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                script.requests.append(SeenRequest(self.path, headers, json.loads(body)))
                answer = script.answers[min(len(script.requests), len(script.answers)) - 1]
                if answer is RESET:
                    self.close_connection = True
                    return
                self.send_response(200 if answer is CUT else answer.status)
                for name, value in {"content-length": str(len(answer.body)), **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)
                self.close_connection = answer is CUT

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
