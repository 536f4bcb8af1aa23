"""What a rule may need to know about a person, and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, get_args

import attrs

Nation = Literal["england", "wales", "scotland", "northern_ireland"]
Status = Literal["employee", "worker", "agency", "self_employed"]
Speaker = Literal["job_seeker", "key_worker", "someone_else"]

NATIONS: tuple[Nation, ...] = get_args(Nation)
NATION_NAMES: dict[Nation, str] = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}


@attrs.frozen
class Situation:
    """A person's situation, as far as they told it. None means: not known.

    Attributes:
        on: the date that the question is about.
        nation: where the work is.
        age: in whole years.
        status: employment status.
        hours_per_week: usual working hours, hours per week.
        shift_hours: length of the shift they asked about, hours.
        apprentice: on an apprenticeship.
        london: works in London (only the real Living Wage asks).
        universal_credit: gets Universal Credit.
        speaker: who is asking.
    """

    on: date
    nation: Nation | None = None
    age: int | None = None
    status: Status | None = None
    hours_per_week: Decimal | None = None
    shift_hours: Decimal | None = None
    apprentice: bool | None = None
    london: bool | None = None
    universal_credit: bool | None = None
    speaker: Speaker | None = None
