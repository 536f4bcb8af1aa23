"""Safety: who is in distress or danger, and what to say at once.

`detect` reads one message; `answer` gives the reply. docs/safety.md says what they can not do.
"""

from bot.safety.answer import answer
from bot.safety.contacts import load_contacts
from bot.safety.detecting import detect
from bot.safety.finding import SafetyFinding

__all__ = ["SafetyFinding", "answer", "detect", "load_contacts"]
