"""Start the assistant and its actions, wait until they answer, and end both cleanly."""

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

from bot.errors import SetupError
from bot.settings import ROOT, Settings

#: How long the two processes may take until they answer, in seconds.
PATIENCE = 120.0
_ENDING = 8.0


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
    running = [_start(name, settings) for name in ("actions", "assistant")]
    _on_signals(lambda: _end(running))
    try:
        _wait(running, f"http://127.0.0.1:{settings.actions_port}/health")
        _wait(running, f"http://127.0.0.1:{settings.port}/chat/ready")
        say(f"The guide is ready: http://{_shown(settings.host)}:{settings.port}/")
        return _watch(running)
    finally:
        _end(running)


def _start(name: str, settings: Settings) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **settings.as_environment(), "RASA_TELEMETRY_ENABLED": "false"}
    return subprocess.Popen(
        [sys.executable, "-m", "bot.cli", name], cwd=ROOT, env=environment, start_new_session=True
    )


def _wait(running: list[subprocess.Popen[bytes]], address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if any(process.poll() is not None for process in running):
            raise SetupError("The guide could not start. The lines above say why.")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SetupError(f"The guide did not answer within {PATIENCE:.0f} seconds.")


def _watch(running: list[subprocess.Popen[bytes]]) -> int:
    """Wait until one of the processes ends; the other is of no use without it."""
    while True:
        for process in running:
            code = process.poll()
            if code is not None:
                return code
        time.sleep(0.5)


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + _ENDING
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


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


def _shown(host: str) -> str:
    return "localhost" if host in ("127.0.0.1", "0.0.0.0") else host
