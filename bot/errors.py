"""The errors of the Good Work Guide, in one small tree.

    GoodWorkError
    ├── ContentError          a data file is wrong; says which file and where
    ├── FactError
    │   ├── UnknownFact       no fact has this id
    │   ├── NoFactForDate     the fact is not known for that date
    │   ├── NoFactForNation   the fact is not known for that nation
    │   └── NationMatters     the nations differ, and the nation is not known
    ├── NotEnoughKnown        a rule needs something that nobody has said yet
    ├── BadInput              what was given can not be read; says what would be
    └── SetupError            something on this machine is missing; says what to do

Every message is written for a person who is no programmer, and says what to do next.
"""

from __future__ import annotations


class GoodWorkError(Exception):
    """The root of every error that the guide raises on purpose."""


class ContentError(GoodWorkError):
    """A data file is wrong. The message names the file and the place in it."""


class FactError(GoodWorkError):
    """A fact can not be told."""


class UnknownFact(FactError):
    """No fact has this id."""


class NoFactForDate(FactError):
    """The fact is not known for the date asked about. Never guess: say who knows."""


class NoFactForNation(FactError):
    """The fact is not known for the nation asked about."""


class NationMatters(FactError):
    """The nations differ on this fact and the person's nation is not known: ask."""


class NotEnoughKnown(GoodWorkError):
    """A rule needs something that nobody has said yet. The message names it."""


class BadInput(GoodWorkError):
    """What was given can not be read. The message says what would be."""


class SetupError(GoodWorkError):
    """Something on this machine is missing. The message says what to do."""
