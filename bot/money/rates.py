"""The figures of a day and a nation, and which of them a sum has used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.errors import ContentError, FactError
from bot.facts import FactStore
from bot.situation import Nation

WEEKS_IN_YEAR = Decimal(52)
MONTHS_IN_YEAR = Decimal(12)
NOTHING = Decimal(0)


class Rates:
    """Facts of one day and one nation; remembers what was asked for, in order.

    A figure that is not known for the day raises: a sum is never made with another year's rates.
    """

    def __init__(self, store: FactStore, on: date, nation: Nation) -> None:
        self.on = on
        self.nation: Nation = nation
        self._store = store
        self._used: dict[str, None] = {}

    @property
    def used(self) -> tuple[str, ...]:
        """Ids of the facts used so far, each once."""
        return tuple(self._used)

    def amount(self, name: str) -> Decimal:
        """Return a figure in the unit of its fact.

        Raises:
            FactError: it is not known for the day or the nation.
            ContentError: it is no figure.
        """
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise ContentError(f"'{name}' should be one figure.")
        return Decimal(value)

    def share(self, name: str) -> Decimal:
        """Return a percentage as a part of one: 55 % is 0.55."""
        return self.amount(name) / 100

    def limits(self, name: str) -> tuple[Decimal, Decimal]:
        """Return a fact that has a lower and an upper figure."""
        value = self._value(name)
        if not isinstance(value, tuple) or len(value) != 2:
            raise ContentError(f"'{name}' should be two figures.")
        return Decimal(value[0]), Decimal(value[1])

    def day(self, name: str) -> date:
        """Return a fact that is a date."""
        value = self._value(name)
        if not isinstance(value, date):
            raise ContentError(f"'{name}' should be a date.")
        return value

    def holds(self, name: str) -> bool:
        """Return a fact that is yes or no."""
        return self._value(name) is True

    def knows(self, name: str) -> bool:
        """Tell whether a figure is known for the day; asking does not use it."""
        try:
            return self._store.find(name, self.on, self.nation) is not None
        except FactError:
            return False

    def _value(self, name: str) -> object:
        self._used[name] = None
        return self._store.get(name, self.on, self.nation).value
