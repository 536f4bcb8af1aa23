"""An offer that was remembered is the offer that was understood."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.offers.memory import RememberedOffer, from_data, to_data
from bot.offers.offer import Evidence, Hours, Offer, Pay, UnpaidTime
from bot.offers.score import Finding
from bot.offers.signs import Signs

amounts = st.none() | st.decimals(0, 100_000, places=2)


@given(low=amounts, high=amounts, hours=amounts, guaranteed=st.none() | st.booleans())
def test_an_offer_comes_back_as_it_was(low, high, hours, guaranteed):
    offer = Offer(
        pay=Pay(low, high, "hour"),
        hours=Hours(hours, None, guaranteed),
        contract=("zero_hours",),
        unpaid_time=(UnpaidTime(Decimal("2.5"), "opening up"),),
        evidence=(Evidence("pay", "12 quid", 0, 7),),
    )
    signs = Signs(frozenset({"fine"}), (Finding("P1", 0, 1, breach=True, quote="12 quid"),))
    kept = RememberedOffer(offer, signs, (Finding("T3", 2, 2),), ("T3",))
    assert from_data(json.loads(json.dumps(to_data(kept)))) == kept


def test_nothing_said_is_remembered_as_nothing():
    assert from_data(to_data(RememberedOffer())) == RememberedOffer()


def test_data_that_is_no_offer_is_refused():
    with pytest.raises(BadInput):
        from_data({"colour": "red"})
