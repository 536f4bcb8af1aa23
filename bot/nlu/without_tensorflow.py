"""Loading Rasa without TensorFlow.

Rasa imports TensorFlow for policies and classifiers that we do not use, whether or not a model
holds them. That costs some 420 MB of memory and three to nine seconds at each start. Here a
stand-in takes its place: enough for Rasa's modules to define their classes, and a clear error
should anybody make one of them work (docs/adr/0009-rasa-without-tensorflow.md).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from bot.errors import SetupError

_ABSENT = ("tensorflow", "keras")
_STAND_IN = "stand-in for tensorflow"


def load_rasa_without_tensorflow() -> None:
    """Let every later import of TensorFlow in this process find the stand-in.

    Does nothing where TensorFlow is loaded already, or where this was called before.
    """
    if not any(name in sys.modules for name in _ABSENT):
        sys.meta_path.insert(0, _Finder())
        for name in _ABSENT:
            import_module(name)


class _Named(type):
    """The kind of the stand-in classes: every name looked up in one is another stand-in."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


def _stand_in(name: str) -> type:
    """Return a class that can be inherited from, named in a type, or used as a decorator."""
    return _Named(name, (), {"__new__": _new, "__module__": _STAND_IN})


def _new(cls: type, *args: Any, **_options: Any) -> Any:
    # @tf.function and @tf.keras.utils.register_keras_serializable() leave what they decorate.
    if cls.__module__ == _STAND_IN:
        return args[0] if args and callable(args[0]) else lambda decorated: decorated
    raise SetupError(
        f"{cls.__name__} of Rasa needs TensorFlow, which the guide does not load. "
        "Take it out of config.yml."
    )


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in _ABSENT:
            return ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""
