"""An offer as plain data and back, so that a conversation can remember it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs

from bot.errors import BadInput
from bot.offers.fit import Times
from bot.offers.offer import Offer
from bot.offers.score import Finding
from bot.offers.signs import Signs

T = TypeVar("T")


@attrs.frozen
class RememberedOffer:
    """An offer in a conversation.

    Attributes:
        offer: what was understood.
        signs: wordings that speak to the law or to a measure.
        answers: what questions answered since have told.
        asked: measures and fields asked already, answered or skipped.
        times: when and where the work is.
        number: as how many-th it was told, from 1; 0 where it was not counted yet.
        trades: what the person may call it by: the trades and places that its words name.
    """

    offer: Offer = attrs.field(factory=Offer)
    signs: Signs = attrs.field(factory=Signs)
    answers: tuple[Finding, ...] = ()
    asked: tuple[str, ...] = ()
    times: Times = attrs.field(factory=Times)
    trades: tuple[str, ...] = ()
    number: int = 0


def to_data(remembered: RememberedOffer) -> dict[str, Any]:
    """Return it as JSON values: decimals as text, and only what is not empty."""
    data: dict[str, Any] = _plain(remembered)
    return data


def from_data(data: Mapping[str, Any]) -> RememberedOffer:
    """Return the offer that the data holds.

    Raises:
        BadInput: the data is not that of an offer.
    """
    try:
        return _build(RememberedOffer, data)  # type: ignore[no-any-return]
    except (TypeError, ValueError, LookupError, ArithmeticError) as wrong:
        raise BadInput("What was remembered of the offer can not be read.") from wrong


def _plain(value: Any) -> Any:
    if attrs.has(type(value)):
        parts = {f.name: _plain(getattr(value, f.name)) for f in attrs.fields(type(value))}
        return {name: part for name, part in parts.items() if part not in (None, [], {}, "")}
    if isinstance(value, (tuple, frozenset)):
        return [_plain(part) for part in (sorted(value) if isinstance(value, frozenset) else value)]
    return str(value) if isinstance(value, Decimal) else value


@lru_cache(maxsize=16)
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if attrs.has(kind):
        return kind(**{name: _build(_hints(kind)[name], part) for name, part in value.items()})
    if get_origin(kind) in (tuple, frozenset):
        parts = (_build(get_args(kind)[0], part) for part in value)
        return tuple(parts) if get_origin(kind) is tuple else frozenset(parts)
    options = [option for option in get_args(kind) if option is not type(None)]
    if kind is Decimal or Decimal in options:
        return Decimal(str(value))
    if len(options) == 1 and attrs.has(options[0]):
        return _build(options[0], value)
    return value
