"""Start the assistant and its actions, keep them running, and end both cleanly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from types import FrameType

import attrs
import structlog

from bot.errors import SetupError
from bot.settings import ROOT, Settings

log = structlog.get_logger()

#: How long the two processes may take until they answer, in seconds.
PATIENCE = 180.0
#: How long they may take to end, in seconds, before they are killed.
ENDING = 8.0
#: A process that ends is started again, but not more often than this within a minute.
RESTARTS = 3
_MINUTE = 60.0


@attrs.define
class Child:
    """One of the two processes."""

    name: str
    settings: Settings
    process: subprocess.Popen[bytes] = attrs.field(init=False)
    restarted: list[float] = attrs.field(factory=list, init=False)

    def __attrs_post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Start it, in a group of its own so that Ctrl-C reaches it through us alone."""
        environment = {
            **os.environ,
            **self.settings.as_environment(),
            "RASA_TELEMETRY_ENABLED": "false",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", self.name],
            cwd=ROOT,
            env=environment,
            start_new_session=True,
        )

    def ended(self) -> bool:
        """Say if it is no longer running."""
        return self.process.poll() is not None

    def start_again(self, now: float) -> bool:
        """Start it again; False where it ended too often. `now` is in seconds."""
        self.restarted = [moment for moment in self.restarted if now - moment < _MINUTE]
        if len(self.restarted) >= RESTARTS:
            return False
        self.restarted.append(now)
        self.start()
        return True


def serve(settings: Settings, say: Callable[[str], None]) -> int:
    """Run until told to stop; return the exit code.

    Raises:
        SetupError: a port is taken, or a process ended before it answered.
    """
    settings = attrs.evolve(settings, actions_port=_free_port(settings.actions_port))
    if _taken(settings.port):
        raise SetupError(
            f"Port {settings.port} is in use. Is the guide already running? "
            "Choose another with GOODWORK_PORT."
        )
    running: list[Child] = []
    _on_signals(lambda: _end(running))
    try:
        running += [Child(name, settings) for name in ("actions", "assistant")]
        _wait(running, f"http://127.0.0.1:{settings.actions_port}/health")
        _wait(running, f"http://{_reached(settings.host)}:{settings.port}/chat/ready")
        say(f"The guide is ready: http://{_shown(settings.host)}:{settings.port}/")
        return _watch(running)
    finally:
        _end(running)


def _wait(running: list[Child], address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if any(child.ended() for child in running):
            raise SetupError("The guide could not start. The lines above say why.")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SetupError(f"The guide did not answer within {PATIENCE:.0f} seconds.")


def _watch(running: list[Child]) -> int:
    """Start again whichever process ends: people only have to send their message again."""
    while True:
        for child in running:
            if not child.ended():
                continue
            log.error("process_ended", name=child.name, code=child.process.returncode)
            if not child.start_again(time.monotonic()):
                return 1
        time.sleep(0.5)


def _end(running: list[Child]) -> None:
    for child in running:
        if not child.ended():
            child.process.terminate()
    deadline = time.monotonic() + ENDING
    for child in running:
        try:
            child.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.process.kill()


def _on_signals(stop: Callable[[], None]) -> None:
    def handle(_number: int, _frame: FrameType | None) -> None:
        stop()
        raise SystemExit(0)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, handle)


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _free_port(wanted: int) -> int:
    if not _taken(wanted):
        return wanted
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _reached(host: str) -> str:
    """Return the address at which this machine reaches a server that listens on `host`."""
    return "127.0.0.1" if host == "0.0.0.0" else host


def _shown(host: str) -> str:
    return "localhost" if host in ("127.0.0.1", "0.0.0.0") else host
