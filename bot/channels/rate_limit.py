"""At most so many messages in so many seconds, per sender."""

from __future__ import annotations

from collections import OrderedDict

import attrs

#: How many senders are remembered; the longest silent are dropped first.
SENDERS = 10_000


@attrs.define
class RateLimit:
    """A token bucket for each sender, in this process.

    Attributes:
        burst: messages that may come at once.
        per_second: messages per second that may come in the long run.
    """

    burst: float = 12
    per_second: float = 0.5
    _buckets: OrderedDict[str, tuple[float, float]] = attrs.field(factory=OrderedDict, init=False)

    def allows(self, sender: str, now: float) -> bool:
        """Return whether one more message may come; counts it if so. `now` is in seconds."""
        tokens, last = self._buckets.pop(sender, (self.burst, now))
        tokens = min(self.burst, tokens + (now - last) * self.per_second)
        allowed = tokens >= 1
        self._buckets[sender] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > SENDERS:
            self._buckets.popitem(last=False)
        return allowed

    def gives_back(self, sender: str) -> None:
        """Take back what the last call counted: it was not of the kind that is limited."""
        if sender in self._buckets:
            tokens, last = self._buckets[sender]
            self._buckets[sender] = (min(self.burst, tokens + 1), last)
