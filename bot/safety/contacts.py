"""The people in an organisation to tell when somebody is not safe."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError
from bot.safety.examples import ROOT
from bot.safety.finding import KINDS, Kind


@attrs.frozen
class DutyContact:
    """Somebody to tell.

    Attributes:
        name: who answers, as said to people.
        number: the phone number.
        hours: when, in words; empty where not given.
        kinds: what to tell them about.
    """

    name: str
    number: str
    hours: str = ""
    kinds: tuple[Kind, ...] = KINDS


def load_contacts(path: Path | None = None) -> tuple[DutyContact, ...]:
    """Return the duty contacts of the organisation; none where it named none.

    Args:
        path: the organisation's file; otherwise GOODWORK_ORGANISATION, otherwise
            organisation.yml in the project's folder.

    Raises:
        ContentError: the file is wrong; says what is missing.
    """
    path = path or Path(os.environ.get("GOODWORK_ORGANISATION", str(ROOT / "organisation.yml")))
    if not path.is_file():
        return ()
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        raise ContentError(f"{path} can not be read: {error}") from error
    entries = data.get("duty_contacts") or ()
    return tuple(_contact(path, entry) for entry in entries)


def _contact(path: Path, entry: dict[str, Any]) -> DutyContact:
    if not isinstance(entry, dict) or not entry.get("name") or not entry.get("number"):
        raise ContentError(f"{path}: each of duty_contacts needs 'name' and 'number'.")
    kinds = tuple(entry.get("for", KINDS))
    if not set(kinds) <= set(KINDS):
        raise ContentError(f"{path}: 'for' of a duty contact takes {', '.join(KINDS)}.")
    return DutyContact(str(entry["name"]), str(entry["number"]), str(entry.get("hours", "")), kinds)
