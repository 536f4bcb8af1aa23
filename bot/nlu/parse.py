"""Understanding without a conversation: what the trained model makes of texts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.errors import SetupError
from bot.logs import quiet_logs
from bot.nlu.model_files import model_path
from bot.nlu.understanding import described


def parse_many(texts: Iterable[str], model: str | Path | None = None) -> Iterator[dict[str, Any]]:
    """Yield what the model makes of each text, in order, as soon as the text comes.

    Args:
        texts: what people write, one message each.
        model: the trained model, a `.tar.gz` file; by default the one that `train` makes.

    Yields:
        One object a text: `{"user", "intent", "confidence", "ranking", "safety"}`.

    Raises:
        SetupError: there is no such model.
    """
    processor = _processor(Path(model) if model else model_path())
    from rasa.core.channels.channel import UserMessage

    loop = asyncio.new_event_loop()
    try:
        for text in texts:
            message = UserMessage(_as_typed(text))
            yield described(text, loop.run_until_complete(processor.parse_message(message)))
    finally:
        loop.close()


def _as_typed(text: str) -> str:
    """Return the text so that Rasa never reads a typed slash as a pressed button."""
    return " " + text.lstrip("/ ") if text.startswith("/") else text or " "


def _processor(model: Path) -> Any:
    if not model.is_file():
        raise SetupError(f"There is no model at {model}. Run `make train`.")
    from rasa.core.agent import Agent

    quiet_logs()
    processor = Agent.load(str(model)).processor
    if processor is None:
        raise SetupError(f"The model {model} can not be read. Run `make train`.")
    return processor
