"""Understanding without a conversation: what the trained model makes of texts."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.errors import SetupError
from bot.nlu.understanding import described


def parse_many(texts: Sequence[str], model: str | Path) -> list[dict[str, Any]]:
    """Return what the model makes of each text, in order.

    Args:
        texts: what people write, one message each.
        model: the trained model, a `.tar.gz` file.

    Returns:
        One object a text: `{"user", "intent", "confidence", "ranking", "safety"}`.

    Raises:
        SetupError: there is no such model.
    """
    return asyncio.run(_parse_all(texts, Path(model)))


async def _parse_all(texts: Sequence[str], model: Path) -> list[dict[str, Any]]:
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import UserMessage

    if not model.is_file():
        raise SetupError(f"There is no model at {model}. Run `make train`.")
    processor = Agent.load(str(model)).processor
    if processor is None:
        raise SetupError(f"The model {model} can not be read. Run `make train`.")
    return [
        described(text, await processor.parse_message(UserMessage(text or " "))) for text in texts
    ]
