"""An offer that was remembered is the offer that was understood."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.offers.memory import offer_from_data, offer_to_data
from bot.offers.offer import Evidence, Hours, Offer, Pay, UnpaidTime

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
    assert offer_from_data(offer_to_data(offer)) == offer


def test_nothing_said_is_remembered_as_nothing():
    assert offer_from_data(offer_to_data(Offer())) == Offer()


def test_data_that_is_no_offer_is_refused():
    with pytest.raises(BadInput):
        offer_from_data({"colour": "red"})
