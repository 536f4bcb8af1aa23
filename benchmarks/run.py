"""Measure the guide, and stock Rasa's default configuration on the same data in the same run.

    make benchmark                       the guide alone (about two minutes)
    .venv/bin/python -m benchmarks.run --stock   with stock Rasa beside it (a night on two cores)
    .venv/bin/python -m benchmarks.run --stock --epochs 10   the same, its classifier less trained

What is measured, each on its own servers started here, one message after the other on loopback:
seconds to train; seconds from start until the first answer; milliseconds for a text message, whole
way over HTTP with the action (median and 95th percentile); the same at turn 10 and at turn 500 of
one conversation; memory of all processes (resident set); held-out accuracy over all intents.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import guide, stock

RESULTS = Path(__file__).parents[1] / "results" / "benchmark.json"
ROWS = (
    ("epochs", "Epochs of the classifier"),
    ("training_seconds", "Training, s"),
    ("ready_seconds", "Ready after start, s"),
    ("message_ms_p50", "Message, ms, median"),
    ("message_ms_p95", "Message, ms, 95th percentile"),
    ("turn_10_ms", "Turn 10, ms, median of 10"),
    ("turn_500_ms", "Turn 500, ms, median of 10"),
    ("memory_mb", "Memory of all processes, MB"),
    ("accuracy", "Held-out accuracy, all intents"),
)


def main() -> None:
    """Run, print a table, and write results/benchmark.json."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--stock", action="store_true", help="measure stock Rasa as well")
    options.add_argument("--turns", type=int, default=500, help="length of the long conversation")
    options.add_argument("--epochs", type=int, default=100, help="of stock Rasa's classifier")
    asked = options.parse_args()
    console = Console()
    measured = {"guide": guide.measure(asked.turns, console.print)}
    if asked.stock:
        measured["stock Rasa"] = stock.measure(asked.turns, asked.epochs, console.print)
    table = Table(title=f"Python {platform.python_version()}, {platform.machine()}, one run")
    table.add_column("")
    for name in measured:
        table.add_column(name, justify="right")
    for key, title in ROWS:
        table.add_row(title, *(str(figures.get(key, "-")) for figures in measured.values()))
    console.print(table)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(
        json.dumps({"at": time.strftime("%Y-%m-%d"), **measured}, indent=2) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
