"""So many messages at once, so many in the long run, for each sender apart."""

from __future__ import annotations

from bot.channels import rate_limit
from bot.channels.rate_limit import RateLimit


def test_a_burst_is_allowed_and_then_refused():
    limit = RateLimit(burst=3, per_second=1)
    assert [limit.allows("a", 0.0) for _ in range(4)] == [True, True, True, False]


def test_waiting_makes_room_for_as_many_as_the_rate_says():
    limit = RateLimit(burst=3, per_second=1)
    for _ in range(3):
        limit.allows("a", 0.0)
    assert [limit.allows("a", 2.0) for _ in range(3)] == [True, True, False]


def test_one_sender_does_not_use_up_what_another_may_send():
    limit = RateLimit(burst=1, per_second=1)
    assert limit.allows("a", 0.0)
    assert limit.allows("b", 0.0)


def test_no_more_senders_are_remembered_than_said(monkeypatch):
    monkeypatch.setattr(rate_limit, "SENDERS", 2)
    limit = RateLimit()
    for sender in ("a", "b", "c"):
        limit.allows(sender, 0.0)
    assert len(limit._buckets) == 2
