"""The guide: trained afresh, served by `goodwork serve`, spoken to over its web channel."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from typing import Any

import httpx

from benchmarks.timing import ROOT, memory_mb, time_long_conversation, time_messages, wait_for

PORT = 8931


def measure(turns: int, say: Callable[[str], None]) -> dict[str, Any]:
    """Return the figures of the guide, which learns everything from nothing."""
    with tempfile.TemporaryDirectory() as models, tempfile.TemporaryDirectory() as var:
        environment = {
            **os.environ,
            "GOODWORK_MODELS": models,
            "GOODWORK_VAR": var,
            "GOODWORK_PORT": str(PORT),
            "GOODWORK_RATE_LIMIT": "off",
        }
        say("The guide: training ...")
        subprocess.run(
            [sys.executable, "-m", "bot.cli", "train"], cwd=ROOT, env=environment, check=True
        )
        metrics = json.loads((ROOT / "metrics.json").read_text(encoding="utf-8"))
        figures: dict[str, Any] = {
            "training_seconds": metrics["training_seconds"],
            "accuracy": round(metrics["accuracy"], 3),
        }
        started = time.monotonic()
        serving = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve"], cwd=ROOT, env=environment
        )
        try:
            figures["ready_seconds"] = wait_for(f"http://127.0.0.1:{PORT}/chat/ready", started)
            say("The guide: messages ...")
            with httpx.Client(base_url=f"http://127.0.0.1:{PORT}", timeout=30) as client:
                figures |= time_messages(_sender(client))
                say(f"The guide: {turns} turns ...")
                figures |= time_long_conversation(_sender(client), turns)
            figures["memory_mb"] = memory_mb(serving.pid)
        finally:
            serving.send_signal(signal.SIGTERM)
            serving.wait(20)
    return figures


def _sender(client: httpx.Client) -> Callable[[str], Any]:
    token = client.post("/chat/session").json()["token"]
    headers = {"Authorization": f"Bearer {token}"}

    def send(text: str) -> None:
        answer = client.post(
            "/chat/message", json={"id": uuid.uuid4().hex, "text": text}, headers=headers
        )
        answer.raise_for_status()
        assert answer.json()["replies"]

    return send
