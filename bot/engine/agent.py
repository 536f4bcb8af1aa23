"""Our agent: Rasa's, with understanding in context and without its silent fallbacks."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import Action, RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.dialogue.understand import in_context, read_payload
from bot.engine.handing import pass_on, say
from bot.store.tracker_store import BoundedTrackerStore


@lru_cache(maxsize=1)
def _answer_format() -> Any:
    """Return the validator of what the actions answer, made once."""
    schema = RemoteAction.action_response_format_spec()
    return validator_for(schema)(schema)


class QuickRemoteAction(RemoteAction):
    """Rasa's remote action, without reading its answer format anew: that took 50 ms a turn."""

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        _answer_format().validate(result)
        return True


class GuideProcessor(MessageProcessor):
    """Understands a message in the light of what the guide last said."""

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """Answer a message, or pass it to the key worker who has the conversation."""
        desk = self.tracker_store.desk
        passed = await pass_on(desk, message, self.parse_message) if desk else "no"
        if passed == "all":
            return None
        answered: list[dict[str, Any]] | None = await super().handle_message(message)
        if desk and passed == "urgent":
            await say(message, "sent_flagged")
        return answered

    def predict_next_with_tracker_if_should(
        self, tracker: DialogueStateTracker
    ) -> tuple[Action, PolicyPrediction]:
        """Return the next action and why; ours are called without the slow check."""
        action, prediction = super().predict_next_with_tracker_if_should(tracker)
        if isinstance(action, RemoteAction):
            action = QuickRemoteAction(action.name(), self.action_endpoint)
        return action, prediction

    async def parse_message(
        self,
        message: UserMessage,
        tracker: DialogueStateTracker | None = None,
        only_output_properties: bool = True,
    ) -> dict[str, Any]:
        """Return what the message means. A leading slash is a pressed button, never typed text."""
        memory = tracker.current_slot_values() if tracker else {}
        if message.text and message.text.startswith("/"):
            return _pressed(message.text)
        parsed = await super().parse_message(message, tracker, only_output_properties)
        return in_context(parsed, memory)


class GuideAgent(Agent):
    """An agent that answers from one model and one store, or says that it can not."""

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        """Load the model with our processor."""
        self.processor = GuideProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
        )
        self.domain = self.processor.domain
        self._set_fingerprint(fingerprint)
        self.tracker_store.domain = self.domain

    async def erase(self, conversation: str) -> None:
        """Forget a conversation, after the turn that may be under way: its save comes first."""
        async with self.lock_store.lock(conversation):
            await self.tracker_store.delete(conversation)

    @staticmethod
    def _create_tracker_store(store: TrackerStore | None, domain: Domain) -> TrackerStore:
        # Rasa would wrap it so that a failed read starts a new conversation. A person would be
        # answered as a stranger, in the middle of a talk: better an error that they can see.
        if store is None:
            raise TypeError("GuideAgent needs a tracker store.")
        return store


def load_agent(
    model: Path, store: BoundedTrackerStore, actions: EndpointConfig, lock_store: Any = None
) -> GuideAgent:
    """Return an agent that is ready to answer."""
    agent = GuideAgent(tracker_store=store, action_endpoint=actions, lock_store=lock_store)
    agent.load_model(model)
    return agent


def _pressed(payload: str) -> dict[str, Any]:
    intent, values = read_payload(payload)
    return {
        "text": payload,
        "intent": {"name": intent, "confidence": 1.0},
        "intent_ranking": [{"name": intent, "confidence": 1.0}],
        "entities": [],
        "values": values,
        "pressed": True,
        "safety": None,
    }
