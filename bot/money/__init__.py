"""Would I be better off? Take-home pay and benefits without and with an offered job.

home = household_from({"nation": "wales", "adults": [{"age": 30}], "offer": {"annual": 18000}}, on)
compare(home, load_facts()).better_off
"""

from bot.money.compare import Comparison, compare
from bot.money.household import Adult, Child, Household
from bot.money.reading import household_from

__all__ = ["Adult", "Child", "Comparison", "Household", "compare", "household_from"]
