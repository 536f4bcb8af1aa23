"""Training: from the examples and stories to a model, with a report beside it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import attrs

from bot.errors import ContentError
from bot.language.intent_model import Settings
from bot.logs import quiet_logs
from bot.nlu.model_files import ROOT, data_hash, model_path, needs_training, remember_training
from bot.nlu.parse import parse_many
from bot.nlu.report import Answer, figures, read_examples
from bot.offers.measuring import measure_offers
from bot.offers.said.keeping import KEEPER as RED_FLAGS
from bot.rehearsal.skills.keeping import KEEPER as SKILLS
from bot.rehearsal.skills.measuring import measure as measure_turns
from bot.safety.keeping import KEEPER as SAFETY
from bot.safety.measuring import measure

__all__ = ["METRICS", "TrainingReport", "model_path", "needs_training", "train"]

METRICS = ROOT / "metrics.json"

_PACKAGES = ("rasa", "scikit-learn", "numpy", "onnxruntime")

Progress = Callable[[str], None]


@attrs.frozen
class TrainingReport:
    """What came of a training.

    Attributes:
        model: the file of the model.
        seconds: how long the training took, without the test on held-out examples.
        metrics: what was written to metrics.json.
        metrics_file: where it was written.
    """

    model: Path
    seconds: float
    metrics: dict[str, Any]
    metrics_file: Path

    def summary(self) -> str:
        """Return the outcome in two sentences."""
        return (
            f"Trained in {self.seconds:.0f} seconds on {self.metrics['training_examples']} "
            f"examples. Right on {self.metrics['accuracy_of_likeliest']:.1%} of "
            f"{self.metrics['examples']} held-out examples; results per intent are in "
            f"{self.metrics_file.name}."
        )


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
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # or Rasa draws its own bars over ours
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # in the process beside, more than cores only wait
    trained_on = data_hash()
    started = time.monotonic()
    with _learning_beside(ROOT / out_dir, progress):
        model = _train_with_rasa(model_path(out_dir), progress)
    seconds = round(time.monotonic() - started, 1)
    progress("Trying the examples that were held out ...")
    metrics = {
        **_origin(trained_on, seconds),
        **_tested(model),
        "safety_check": measure(),
        "rehearsal_turns": measure_turns(),
        "offers": measure_offers(),
    }
    report = TrainingReport(model, seconds, metrics, Path(metrics_file))
    report.metrics_file.write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")
    remember_training(out_dir, trained_on)
    return report


@contextmanager
def _learning_beside(folder: Path, progress: Progress) -> Iterator[None]:
    """Let a process beside this one learn what Rasa has no part in, where it is not there yet."""
    missing = [keeper for keeper in (SAFETY, SKILLS, RED_FLAGS) if not keeper.fits(folder)]
    if not missing:
        yield
        return
    progress("Learning how despair, red flags and practice talks sound ...")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        learning = [beside.submit(keeper.train, folder) for keeper in missing]
        yield
        for learnt in learning:
            learnt.result()


def _train_with_rasa(model: Path, progress: Progress) -> Path:
    progress("Loading Rasa (about ten seconds) ...")
    from rasa.model_training import train as train_with_rasa

    quiet_logs()
    progress("Learning from data/nlu and data/stories (about a minute) ...")
    try:
        result = train_with_rasa(
            domain=str(ROOT / "domain.yml"),
            config=str(ROOT / "config.yml"),
            training_files=[str(ROOT / "data/nlu"), str(ROOT / "data/stories")],
            output=str(model.parent),
            fixed_model_name=model.name,
            force_training=True,  # Rasa's cache does not see changes in bot/language
        )
    except SystemExit as error:  # Rasa prints what is wrong and leaves
        raise ContentError("The training data are wrong: see what Rasa said above.") from error
    if result.code or not result.model:
        raise ContentError("The training data are wrong: see what Rasa said above.")
    return Path(result.model)


def _tested(model: Path) -> dict[str, Any]:
    examples = read_examples(ROOT / "tests/nlu")
    parsed = parse_many((example.text for example in examples), model)
    return figures(examples, [Answer.of(described) for described in parsed])


def _origin(trained_on: str, seconds: float) -> dict[str, Any]:
    return {
        "data_hash": trained_on,
        "training_seconds": seconds,
        "training_examples": len(read_examples(ROOT / "data/nlu")),
        "settings": attrs.asdict(Settings()),
        "versions": {package: version(package) for package in _PACKAGES},
    }
