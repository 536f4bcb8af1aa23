"""Run the actions in the same process as the agent: for `goodwork converse` and the tests."""

from __future__ import annotations

from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor


class ActionsBeside(EndpointConfig):
    """An action endpoint that calls the real actions without a network between."""

    def __init__(self) -> None:
        super().__init__(url="beside", selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *_args: Any, json: dict[str, Any], **_kwargs: Any) -> Any:
        """Run the action that Rasa asks for and return its events and replies."""
        return await self._executor.run(json)
