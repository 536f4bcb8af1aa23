"""What a rehearsal turn does: questions, reflections and other skills, and slips.

`read_turn` reads one turn; docs/rehearsal.md says what each name means.
"""

from bot.rehearsal.skills.labels import KINDS, SKILLS, SLIPS, Kind
from bot.rehearsal.skills.reading import TurnReading, read_turn

__all__ = ["KINDS", "SKILLS", "SLIPS", "Kind", "TurnReading", "read_turn"]
