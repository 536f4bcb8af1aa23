"""Where the model lies, and whether it still fits what it was made from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_MODEL = "guide.tar.gz"
_STAMP = "trained_on.json"
_SOURCES = (
    "config.yml",
    "domain.yml",
    "data/language",
    "data/nlu",
    "data/stories",
    "data/rehearsal/turns",
    "data/safety",
    "bot/language",
    "bot/nlu",
    "bot/rehearsal/skills",
    "bot/safety",
    "requirements/app.lock",
)


def model_path(out_dir: str | Path = "models") -> Path:
    """Return where the trained model lies, below a folder of the project."""
    return ROOT / out_dir / _MODEL


def needs_training(out_dir: str | Path = "models") -> bool:
    """Say whether there is no model, or whether what it was made from has changed since."""
    try:
        stamp = json.loads((ROOT / out_dir / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return True
    return not model_path(out_dir).is_file() or stamp.get("data_hash") != data_hash()


def remember_training(out_dir: str | Path, trained_on: str) -> None:
    """Write beside the model what it was made from, as `data_hash` gave it."""
    stamp = json.dumps({"data_hash": trained_on}) + "\n"
    (ROOT / out_dir / _STAMP).write_text(stamp, encoding="utf-8")


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
