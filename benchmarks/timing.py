"""What both measurements share: the messages, the clock and the memory."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import yaml

ROOT = Path(__file__).parents[1]

#: Messages of one line, as people type them; each leads to one action.
MESSAGES = (
    "what breaks do I get on an 8 hour shift",
    "do i get sick pay on zero hours",
    "they want me to work a split shift",
    "no contract yet and its been 3 weeks",
    "what is the minimum wage at 19",
    "why",
    "and in Scotland?",
    "nursery costs more than i would earn",
    "thanks",
    "say it simpler please",
)


def time_messages(send: Callable[[str], Any], rounds: int = 20) -> dict[str, float]:
    """Return median and 95th percentile of the messages, in milliseconds, after a warm-up."""
    for message in MESSAGES:
        send(message)
    taken = [_timed(send, message) for _ in range(rounds) for message in MESSAGES]
    taken.sort()
    return {
        "message_ms_p50": round(statistics.median(taken), 1),
        "message_ms_p95": round(taken[int(len(taken) * 0.95)], 1),
    }


def time_long_conversation(send: Callable[[str], Any], turns: int) -> dict[str, float]:
    """Return the median time of ten turns about turn 10 and at the end of a long conversation."""
    taken = [_timed(send, MESSAGES[turn % len(MESSAGES)]) for turn in range(turns)]
    return {
        "turn_10_ms": round(statistics.median(taken[5:15]), 1),
        "turn_500_ms": round(statistics.median(taken[-10:]), 1),
        "turns": turns,
    }


def wait_for(address: str, since: float, patience: float = 180) -> float:
    """Return the seconds from `since` until the address answers."""
    while time.monotonic() - since < patience:
        try:
            if httpx.get(address, timeout=1).status_code == 200:
                return round(time.monotonic() - since, 1)
        except httpx.HTTPError:
            time.sleep(0.1)
    raise TimeoutError(address)


def memory_mb(pid: int) -> float:
    """Return the resident memory of a process and all below it, in MB."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry.name))
    total, to_do = 0, [pid]
    while to_do:
        process = to_do.pop()
        to_do += children.get(process, [])
        try:
            total += int(Path(f"/proc/{process}/statm").read_text().split()[1])
        except OSError:
            continue
    return round(total * os.sysconf("SC_PAGE_SIZE") / 1e6)


def held_out() -> list[tuple[str, str]]:
    """Return the held-out examples as (text, intent)."""
    found = []
    for path in sorted((ROOT / "tests/nlu").rglob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = entry["examples"].strip().splitlines()
            found += [(line.strip()[2:].strip(), entry["intent"]) for line in lines]
    return found


def _timed(send: Callable[[str], Any], message: str) -> float:
    started = time.perf_counter()
    send(message)
    return (time.perf_counter() - started) * 1000
