"""An offer as plain data and back, so that a conversation can remember it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from bot.errors import BadInput
from bot.offers.offer import Offer


def offer_to_data(offer: Offer) -> dict[str, Any]:
    """Return the offer as JSON values: decimals as text, and only what is not empty."""

    def plain(_owner: type, _field: attrs.Attribute[Any], value: Any) -> Any:
        return str(value) if isinstance(value, Decimal) else value

    data = attrs.asdict(offer, value_serializer=plain)
    return {name: value for name, value in data.items() if value not in (None, (), [], "")}


def offer_from_data(data: Mapping[str, Any]) -> Offer:
    """Return the offer that the data holds.

    Raises:
        BadInput: the data is not that of an offer.
    """
    try:
        return _build(Offer, data)  # type: ignore[no-any-return]
    except (TypeError, ValueError, LookupError, ArithmeticError) as wrong:
        raise BadInput("What was remembered of the offer can not be read.") from wrong


@lru_cache(maxsize=16)
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if attrs.has(kind):
        return kind(**{name: _build(_hints(kind)[name], part) for name, part in value.items()})
    if get_origin(kind) is tuple:
        return tuple(_build(get_args(kind)[0], part) for part in value)
    options = [option for option in get_args(kind) if option is not type(None)]
    if kind is Decimal or Decimal in options:
        return Decimal(str(value))
    if len(options) == 1 and attrs.has(options[0]):
        return _build(options[0], value)
    return value
