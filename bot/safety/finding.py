"""What the safety check reports."""

from __future__ import annotations

from typing import Literal, get_args

import attrs

Kind = Literal["distress", "danger"]
By = Literal["rule", "likeness"]
About = Literal["self", "other"]
Matter = Literal["home", "work"]

KINDS: tuple[Kind, ...] = get_args(Kind)


@attrs.frozen
class SafetyFinding:
    """A message that must be answered before anything else.

    Attributes:
        kind: distress (not safe with oneself) or danger (not safe from somebody).
        by: what saw it, a rule or the likeness to known messages.
        about: who is in trouble, the person who writes or somebody else; None where unclear.
        matter: what a danger is about, where a rule told: home (abuse by a partner or relative)
            or work (exploitation, papers or pay held); None where unclear.
    """

    kind: Kind
    by: By
    about: About | None = None
    matter: Matter | None = None
