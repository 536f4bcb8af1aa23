"""What must hold for every score, whatever was found."""

import random
from typing import get_args

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.offers.model import load_model
from bot.offers.score import Context, Finding, Score, Source, score, spans

MEASURES = load_model().measures
IDS = [measure.id for measure in MEASURES]
NATIONS = [None, "england", "wales", "scotland", "northern_ireland"]
SOURCES = get_args(Source)
FLOORED = [measure for measure in MEASURES if measure.floor != "none"]


@st.composite
def a_finding(draw, ids=IDS, sources=SOURCES):
    measure = load_model().measure(draw(st.sampled_from(ids)))
    low = draw(st.sampled_from(sorted(measure.levels)))
    high = draw(st.integers(low, 3).filter(lambda level: level - low < 3))
    return Finding(measure.id, low, high, source=draw(st.sampled_from(sources)))


contexts = st.builds(
    Context,
    nation=st.sampled_from(NATIONS),
    self_employed=st.booleans(),
    not_applicable=st.sampled_from([frozenset(), frozenset({"P9"})]),
)
many = st.lists(a_finding(), max_size=25)
one_each = st.lists(a_finding(), max_size=25, unique_by=lambda finding: finding.measure)


def widths(weighed: Score):
    return {key: span.high - span.low for key, span in weighed.dimensions.items()}


@settings(max_examples=50)
@given(one_each, contexts, a_finding())
def test_a_first_finding_never_widens_a_range(findings, context, new):
    others = [finding for finding in findings if finding.measure != new.measure]
    before, after = score(others, context), score([*others, new], context)
    assert all(widths(after)[key] <= widths(before)[key] for key in widths(before))
    assert after.coverage >= before.coverage


@settings(max_examples=50)
@given(many, contexts, st.randoms())
def test_the_order_of_findings_does_not_matter(findings, context, randomly):
    shuffled = list(findings)
    randomly.shuffle(shuffled)
    assert score(findings, context) == score(shuffled, context)


@settings(max_examples=50)
@given(one_each, contexts, a_finding())
def test_a_higher_level_never_lowers_either_end(findings, context, new):
    if new.high == 3:
        return
    others = [finding for finding in findings if finding.measure != new.measure]
    higher = attrs.evolve(new, low=new.low + 1, high=new.high + 1)
    lower, raised = score([*others, new], context), score([*others, higher], context)
    for key, span in lower.dimensions.items():
        assert raised.dimensions[key].low >= span.low
        assert raised.dimensions[key].high >= span.high


@settings(max_examples=50)
@given(one_each, contexts, st.sampled_from([m.id for m in MEASURES if m.below]))
def test_a_breach_never_raises_anything(findings, context, measure):
    others = [finding for finding in findings if finding.measure != measure]
    before = score(others, context)
    after = score([*others, Finding(measure, 0, 0, breach=True)], context)
    for key, span in before.dimensions.items():
        assert after.dimensions[key].low <= span.low
        assert after.dimensions[key].high <= span.high


@given(one_each, st.sampled_from(NATIONS), st.sampled_from(FLOORED))
def test_known_at_the_floor_never_lowers_the_low_end(findings, nation, measure):
    others = [finding for finding in findings if finding.measure != measure.id]
    context = Context(nation)
    before, after = score(others, context), score([*others, Finding(measure.id, 1, 1)], context)
    dimension = measure.dimension
    assert after.dimensions[dimension].low >= before.dimensions[dimension].low


@settings(max_examples=50)
@given(many, contexts, st.sets(st.sampled_from(IDS), max_size=3))
def test_priorities_change_no_plain_range_and_stay_within_the_scale(findings, context, picked):
    weighed = score(findings, context)
    plain = dict(weighed.dimensions)
    second = spans(weighed.weighed, load_model(), picked)
    assert weighed.dimensions == plain
    for key, span in second.items():
        assert 0 <= span.low <= span.high <= 10
        if not picked & {m.id for m in MEASURES if m.dimension == key}:
            assert span == plain[key]


@settings(max_examples=50)
@given(many, contexts)
def test_every_range_stays_on_the_scale(findings, context):
    weighed = score(findings, context)
    for span in weighed.dimensions.values():
        assert 0 <= span.low <= span.high <= 10
        assert 0 <= span.coverage <= 1
    if weighed.overall is not None:
        assert round(weighed.coverage * 100) >= 40


def test_two_findings_that_contradict_are_kept_and_widen():
    permanent = Finding("T2", 3, 3, source="advert")
    temporary = Finding("T2", 1, 1, source="said_by_employer")
    weighed = score([permanent, temporary], Context("england")).of("T2")
    assert weighed.state == "conflicting"
    assert weighed.levels == (1, 3)
    assert set(weighed.findings) == {permanent, temporary}


def test_what_was_heard_is_one_level_wider_each_way():
    weighed = score([Finding("T2", 2, 2, source="heard_or_online")], Context("england")).of("T2")
    assert weighed.levels == (1, 3)


@settings(max_examples=30)
@given(one_each)
def test_without_the_double_weights_the_words_of_few_dimensions_change(findings):
    """Weights are a judgement: a dimension may move, but never by more than a level and a half."""
    context = Context("england")
    weighed = score(findings, context)
    model = load_model()
    flat = attrs.evolve(
        model, measures=tuple(attrs.evolve(measure, weight=1) for measure in model.measures)
    )
    other = score(findings, context, model=flat)
    for key, span in weighed.dimensions.items():
        assert abs(span.low - other.dimensions[key].low) <= 5
        assert abs(span.high - other.dimensions[key].high) <= 5


def test_the_same_findings_give_the_same_score():
    randomly = random.Random(7)
    findings = [Finding(i, 1, 2) for i in randomly.sample(IDS, 12)]
    assert score(findings, Context()) == score(findings, Context())
