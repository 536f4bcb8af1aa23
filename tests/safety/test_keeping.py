"""The learnt likeness is made once, beside the model, and found again."""

from __future__ import annotations

from pathlib import Path

import attrs
import numpy as np
import pytest

from bot.errors import SetupError
from bot.safety import detecting, keeping
from bot.safety.detecting import get_likeness
from bot.safety.keeping import KEEPER, fingerprint


def test_a_file_that_fits_is_loaded_and_nothing_is_learnt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    get_likeness().save(tmp_path / KEEPER.file)
    monkeypatch.setenv("GOODWORK_MODELS", str(tmp_path))
    monkeypatch.setattr(keeping, "load_examples", lambda: pytest.fail("it learnt again"))
    assert KEEPER.load_or_learn().learnt_from == fingerprint()


def test_a_missing_damaged_or_outdated_file_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / KEEPER.file
    assert KEEPER.load_fitting(path) is None
    path.write_bytes(b"PK no archive")
    assert KEEPER.load_fitting(path) is None
    np.savez(path, meaning=np.zeros(3))
    assert KEEPER.load_fitting(path) is None
    attrs.evolve(get_likeness(), learnt_from="something older").save(path)
    assert KEEPER.load_fitting(path) is None
    attrs.evolve(get_likeness(), learnt_from=fingerprint()).save(path)
    assert KEEPER.load_fitting(path) is not None


def test_without_a_language_model_the_rules_still_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_text: str, _rule: object) -> None:
        raise SetupError("The language model is not installed.")

    monkeypatch.setattr(detecting, "_most_alike", missing)
    found = detecting.detect("I want to kill myself")
    assert found is not None
    assert (found.kind, found.by) == ("distress", "rule")
    with pytest.raises(SetupError):
        detecting.detect("what is the minimum wage")
