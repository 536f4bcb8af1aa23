"""The toolkit for teams: questions on job quality, ranges with reasons, and steps that fit."""

from bot.toolkit.content import load_toolkit

__all__ = ["load_toolkit"]
