"""Real servers for tests: the guide as `goodwork serve` runs it, and one part of it alone."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import httpx
from sanic import Sanic

# Several servers run in a process of tests one after another. Sanic rewrites its own methods at
# each start, and keeps what it rewrites from only in this mode.
Sanic.test_mode = True

ROOT = Path(__file__).parents[1]
#: Seconds; a start takes about ten on a quiet machine.
START = 240.0
ANSWER = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(app: Sanic) -> Iterator[str]:
    """Serve an application of the web in a thread of this process; yield its address."""
    port, loop, up = free_port(), asyncio.new_event_loop(), threading.Event()

    async def run() -> None:
        server = await app.create_server("127.0.0.1", port, return_asyncio_server=True)
        await server.startup()
        up.set()
        await server.serve_forever()

    def serve() -> None:
        asyncio.set_event_loop(loop)
        loop.create_task(run())
        loop.run_forever()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    assert up.wait(20)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)


@attrs.define
class Serving:
    """A running guide with a folder of its own."""

    var: Path
    models: Path
    port: int = attrs.field(factory=free_port)
    actions_port: int = attrs.field(factory=free_port)
    process: subprocess.Popen[bytes] = attrs.field(init=False)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.var / "serve.log"

    def start(self) -> None:
        learned = ROOT / "var" / "safety"
        if learned.is_dir():  # what a first start learns is the same for every folder
            shutil.copytree(learned, self.var / "safety", dirs_exist_ok=True)
        environment = {
            **os.environ,
            "GOODWORK_VAR": str(self.var),
            "GOODWORK_MODELS": str(self.models),
            "GOODWORK_PORT": str(self.port),
            "GOODWORK_ACTIONS_PORT": str(self.actions_port),
            "GOODWORK_TODAY": "2026-11-22",
        }
        for name in ("GOODWORK_DATABASE_URL", "GOODWORK_SECRET"):
            environment.pop(name, None)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=self.log.open("wb"),
            stderr=subprocess.STDOUT,
        )
        self.wait_for(f"{self.address}/chat/ready")

    def wait_for(self, address: str, seconds: float = START) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            assert self.process.poll() is None, f"serve ended:\n{self.log.read_text()}"
            try:
                if httpx.get(address, timeout=5).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.2)
        raise AssertionError(f"{address} did not answer in time:\n{self.log.read_text()}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)

    def child(self, name: str) -> int:
        """Return the process id of the `actions` or the `assistant`."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for child in children:
            if Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")[-2] == name.encode():
                return int(child)
        raise AssertionError(f"no process {name} among {children}")

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with sqlite3.connect(self.var / "goodwork.db", timeout=20) as database:
            return database.execute(query, values).fetchall()


class Person:
    """Somebody with a session, who speaks HTTP."""

    def __init__(self, serving: Serving, source: str = "127.0.0.1") -> None:
        self.http = httpx.Client(
            base_url=serving.address,
            timeout=ANSWER,
            transport=httpx.HTTPTransport(local_address=source),
        )
        self.token = self.http.post("/chat/session").json()["token"]

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, body: Any, path: str = "/chat/message") -> httpx.Response:
        return self.http.post(path, json=body, headers=self.headers)

    def post_raw(self, content: bytes, **headers: str) -> httpx.Response:
        headers = {"Content-Type": "application/json", **self.headers, **headers}
        return self.http.post("/chat/message", content=content, headers=headers)

    def say(self, text: str, message_id: str | None = None) -> httpx.Response:
        return self.post({"id": message_id or uuid.uuid4().hex, "text": text})

    def press(self, choice: str) -> httpx.Response:
        return self.post({"id": uuid.uuid4().hex, "choice": choice})


def words(answer: httpx.Response) -> str:
    """Return the words of all replies."""
    assert answer.status_code == 200, answer.text
    return "\n".join(reply["text"] for reply in answer.json()["replies"])


def choices(answer: httpx.Response) -> dict[str, str]:
    """Return what can be pressed, by the words on it."""
    return {
        button["title"]: button["choice"]
        for reply in answer.json()["replies"]
        for button in reply["buttons"]
    }
