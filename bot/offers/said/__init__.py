"""Red flags that people tell of without the usual words, known by their likeness to examples."""

from bot.offers.said.reading import find_said

__all__ = ["find_said"]
