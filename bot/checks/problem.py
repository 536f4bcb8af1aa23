"""What a check reports: where to look, and what is wrong there."""

from __future__ import annotations

import attrs


@attrs.frozen(order=True)
class Problem:
    """Something to mend.

    Attributes:
        where: the file, and the place in it.
        what: what is wrong, in words that say how to mend it.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
