"""Stock Rasa: the configuration that `rasa init` suggests, on the same examples and rules.

It answers over its REST channel, with its in-memory tracker store and our action server. Sentences
go through DIET, rules through RulePolicy, with TED and UnexpecTED beside it. The default is 100
epochs each; DIET takes minutes for one of them on our examples, so fewer can be asked for.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from benchmarks.timing import (
    ROOT,
    held_out,
    memory_mb,
    time_long_conversation,
    time_messages,
    wait_for,
)

PORT, ACTIONS_PORT = 8932, 8933
CONFIG = """
recipe: default.v1
assistant_id: stock
language: en
pipeline:
  - name: WhitespaceTokenizer
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - name: CountVectorsFeaturizer
    analyzer: char_wb
    min_ngram: 1
    max_ngram: 4
  - name: DIETClassifier
    epochs: EPOCHS
    constrain_similarities: true
  - name: EntitySynonymMapper
  - name: ResponseSelector
    epochs: 100
    constrain_similarities: true
  - name: FallbackClassifier
    threshold: 0.3
    ambiguity_threshold: 0.1
policies:
  - name: MemoizationPolicy
  - name: RulePolicy
  - name: UnexpecTEDIntentPolicy
    max_history: 5
    epochs: 100
  - name: TEDPolicy
    max_history: 5
    epochs: 100
    constrain_similarities: true
"""


def measure(turns: int, epochs: int, say: Callable[[str], None]) -> dict[str, Any]:
    """Return the figures of stock Rasa, its classifier trained for so many epochs."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _project(home, epochs)
        environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
        say(f"Stock Rasa: training, {epochs} epochs of some minutes each ...")
        started = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "rasa", "train", "--fixed-model-name", "stock", "--quiet"],
            cwd=home, env=environment, check=True,
        )  # fmt: skip
        figures: dict[str, Any] = {
            "epochs": epochs,
            "training_seconds": round(time.monotonic() - started, 1),
        }
        actions = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "actions"],
            cwd=ROOT, env={**environment, "GOODWORK_ACTIONS_PORT": str(ACTIONS_PORT)},
        )  # fmt: skip
        started = time.monotonic()
        serving = subprocess.Popen(
            [sys.executable, "-m", "rasa", "run", "-p", str(PORT), "-i", "127.0.0.1",
             "--enable-api", "--credentials", "credentials.yml", "--endpoints", "endpoints.yml"],
            cwd=home, env=environment,
        )  # fmt: skip
        try:
            figures["ready_seconds"] = wait_for(f"http://127.0.0.1:{PORT}/status", started)
            with httpx.Client(base_url=f"http://127.0.0.1:{PORT}", timeout=60) as client:
                say("Stock Rasa: messages ...")
                figures |= time_messages(_sender(client))
                say(f"Stock Rasa: {turns} turns ...")
                figures |= time_long_conversation(_sender(client), turns)
                figures["accuracy"] = _accuracy(client)
            figures["memory_mb"] = memory_mb(serving.pid) + memory_mb(actions.pid)
        finally:
            for process in (serving, actions):
                process.send_signal(signal.SIGTERM)
                process.wait(20)
    return figures


def _project(home: Path, epochs: int) -> None:
    shutil.copytree(ROOT / "data/nlu", home / "data/nlu")
    shutil.copytree(ROOT / "data/stories", home / "data/stories")
    shutil.copy(ROOT / "domain.yml", home)
    config = CONFIG.replace("EPOCHS", str(epochs))
    (home / "config.yml").write_text(config, encoding="utf-8")
    (home / "credentials.yml").write_text("rest:\n", encoding="utf-8")
    (home / "endpoints.yml").write_text(
        f"action_endpoint:\n  url: http://127.0.0.1:{ACTIONS_PORT}/webhook\n", encoding="utf-8"
    )


def _sender(client: httpx.Client) -> Callable[[str], Any]:
    sender = uuid.uuid4().hex

    def send(text: str) -> None:
        client.post(
            "/webhooks/rest/webhook", json={"sender": sender, "message": text}
        ).raise_for_status()

    return send


def _accuracy(client: httpx.Client) -> float:
    examples = held_out()
    right = sum(
        client.post("/model/parse", json={"text": text}).json()["intent"]["name"] == intent
        for text, intent in examples
    )
    return round(right / len(examples), 3)
