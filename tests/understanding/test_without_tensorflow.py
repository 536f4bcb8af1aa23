"""Rasa comes without TensorFlow, and says so to whoever would need it."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import bot.nlu, sys
import rasa.core.agent, rasa.engine.recipes.default_components
print([hasattr(sys.modules[name], "__file__") for name in ("tensorflow", "keras")])
"""

NEEDED = """
import bot.nlu
from rasa.utils.tensorflow.models import TransformerRasaModel
from bot.errors import SetupError
try:
    TransformerRasaModel("DIET", {}, {}, {})
except SetupError as error:
    print(error)
"""


def _said(script: str) -> str:
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_all_of_rasa_loads_without_tensorflow():
    assert _said(LOADED) == "[False, False]"


def test_a_part_of_rasa_that_needs_tensorflow_says_what_to_do():
    assert "Take it out of config.yml" in _said(NEEDED)
