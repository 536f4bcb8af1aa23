"""Employment status: which way the facts of the work point, and how sure that can be."""

from bot.status.weighing import Standing, load_path, weigh

__all__ = ["Standing", "load_path", "weigh"]
