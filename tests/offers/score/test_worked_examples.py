"""The worked examples of the model, to one decimal."""

from fractions import Fraction

import pytest

from bot.offers.model import load_model
from bot.offers.score import Context, Finding, score, spans

NO_TIPS = Context("england", not_applicable=frozenset({"P9"}))
SHOP = {
    "P1": (1, 1), "P4": (1, 2), "P7": (1, 1), "T1": (1, 1), "T2": (3, 3), "T6": (1, 1),
    "I1": (1, 1), "H2": (1, 1), "W1": (1, 1), "W3": (1, 2), "W4": (0, 0),
}  # fmt: skip
NINE_ANSWERS = {
    "P6": (1, 1), "P3": (2, 2), "W2": (0, 0), "I4": (2, 2), "V3": (2, 2), "V4": (2, 2),
    "H1": (1, 1), "T3": (1, 1), "T4": (1, 1),
}  # fmt: skip
HOME_CARE = {
    "P1": (1, 1), "P2": (1, 1), "P3": (0, 0), "P4": (1, 1), "P5": (1, 1), "P7": (1, 1),
    "T1": (0, 0), "T2": (1, 1), "T6": (2, 2),
    "W1": (1, 1), "W2": (0, 0), "W3": (0, 0), "W4": (0, 0),
}  # fmt: skip


def findings(levels, breaches=()):
    return [Finding(m, low, high, breach=m in breaches) for m, (low, high) in levels.items()]


def rounded(span):
    return round(float(span.low), 1), round(float(span.high), 1), round(span.coverage * 100)


def test_there_are_35_measures_of_weight_44():
    measures = load_model().measures
    assert len(measures) == 35
    assert sum(measure.weight for measure in measures) == 44


def test_with_nothing_known_the_picture_says_so():
    weighed = score([], Context(), model=load_model())
    lows = [span.low for span in weighed.dimensions.values()]
    assert round(float(sum(lows) / len(lows)), 1) == 1.7
    assert all(span.high == 10 for span in weighed.dimensions.values())
    assert weighed.coverage == 0
    assert weighed.overall is None


def test_the_shop_job_before_any_answer():
    weighed = score(findings(SHOP), NO_TIPS)
    assert [rounded(span) for span in weighed.dimensions.values()] == [
        (2.7, 7.7, 40), (4.4, 7.8, 56), (0.7, 8.7, 20), (2.8, 7.8, 33), (2.1, 5.4, 62),
        (2.7, 10.0, 0),
    ]  # fmt: skip
    assert rounded(weighed.overall) == (2.6, 7.9, 40)


def test_the_shop_job_after_nine_answers():
    weighed = score(findings({**SHOP, **NINE_ANSWERS}), NO_TIPS)
    assert rounded(weighed.overall) == (3.4, 6.5, 67)
    assert rounded(weighed.dimensions["work_life_balance"])[:2] == (2.1, 4.2)


def test_priorities_add_a_second_line_and_move_no_level():
    weighed = score(findings({**SHOP, **NINE_ANSWERS}), NO_TIPS)
    second = spans(weighed.weighed, load_model(), {"W1", "W4"})
    assert rounded(second["work_life_balance"])[:2] == (1.9, 3.3)
    assert rounded(weighed.dimensions["work_life_balance"])[:2] == (2.1, 4.2)


def test_home_care_with_unpaid_travel_has_no_overall_range():
    weighed = score(findings(HOME_CARE, {"P3"}), NO_TIPS, clear_alert=True)
    assert weighed.overall is None
    assert weighed.withheld[0] == "legal_alert"
    assert rounded(weighed.dimensions["pay_and_rewards"])[:2] == (2.7, 4.0)
    assert rounded(weighed.dimensions["terms_of_employment"])[:2] == (2.6, 5.9)
    assert rounded(weighed.dimensions["work_life_balance"])[:2] == (1.7, 3.3)


def test_everything_at_the_legal_floor_comes_to_a_third():
    weighed = score([Finding(m.id, 1, 1) for m in load_model().measures], Context("england"))
    assert weighed.overall is not None
    assert weighed.overall.low == weighed.overall.high == Fraction(10, 3)


@pytest.mark.parametrize(
    ("known", "reason"),
    [({"P1": (1, 1)}, "low_coverage"), ({m: (1, 1) for m in ("P1", "P3", "T1", "T2", "W1", "W4",
      "P2", "P4", "P5", "P6", "P7", "P8", "T3", "T4", "T5", "T6", "T7")}, "few_dimensions")],
)  # fmt: skip
def test_an_overall_range_is_withheld_with_its_reason(known, reason):
    weighed = score(findings(known), NO_TIPS)
    assert weighed.overall is None
    assert reason in weighed.withheld


@pytest.mark.parametrize("measure", ["T3", "T5", "P9"])
def test_in_northern_ireland_some_floors_do_not_hold(measure):
    here = score([], Context("england")).of(measure)
    there = score([], Context("northern_ireland")).of(measure)
    assert (here.low, there.low) == (Fraction(1, 3), 0)


def test_self_employed_people_have_few_floors():
    weighed = score([], Context("england", self_employed=True))
    assert weighed.of("P1").low == 0
    assert weighed.of("H1").low == Fraction(1, 3)
