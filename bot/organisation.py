"""The organisation that runs this guide, from its one file: organisation.yml.

The file is the organisation's own and is not part of the project; without it the guide speaks for
itself alone. docs/handover.md shows all of it. Secrets never stand in it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import attrs
import yaml

from bot.errors import ContentError
from bot.situation import NATIONS, Nation

DEFAULT = Path(__file__).parents[1] / "organisation.yml"


@attrs.frozen
class Contact:
    """Somebody to ring or write to.

    Attributes:
        name: who answers, as said to people.
        number: the phone number; may be empty where there is an address.
        hours: when, in words.
        email: where to write.
    """

    name: str
    number: str = ""
    hours: str = ""
    email: str = ""

    def line(self) -> str:
        """Return it in words."""
        reached = " or ".join(way for way in (self.number, self.email) if way)
        return f"{self.name}: {reached}" + (f" ({self.hours})" if self.hours else "")


@attrs.frozen
class Organisation:
    """What the organisation says of itself.

    Attributes:
        name: as said to people; empty where it gave none.
        nation: where its people work, for sheets.
        address: the public address of the guide, `https://guide.example.org`.
        contacts: its own contacts, told to who asks for a person.
        handover: settings of the handover as written; None switches it off.
    """

    name: str = ""
    nation: Nation | None = None
    address: str = ""
    contacts: tuple[Contact, ...] = ()
    handover: Mapping[str, Any] | None = None


def load_organisation(path: Path | None = None) -> Organisation:
    """Return the organisation; an empty one where there is no file.

    Args:
        path: the file; otherwise GOODWORK_ORGANISATION, otherwise organisation.yml in the
            project's folder.

    Raises:
        ContentError: the file is wrong; says what is missing.
    """
    path = path or Path(os.environ.get("GOODWORK_ORGANISATION", str(DEFAULT)))
    if not path.is_file():
        return Organisation()
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        raise ContentError(f"{path} can not be read: {error}") from error
    if not isinstance(data, dict):
        raise ContentError(f"{path}: write keys such as 'name' and 'contacts'.")
    nation = data.get("nation")
    if nation is not None and nation not in NATIONS:
        raise ContentError(f"{path}: 'nation' is one of {', '.join(NATIONS)}.")
    handover = data.get("handover")
    if handover is not None and not isinstance(handover, dict):
        raise ContentError(f"{path}: 'handover' takes keys such as 'open' and 'email'.")
    return Organisation(
        name=str(data.get("name", "")),
        nation=cast("Nation | None", nation),
        address=str(data.get("address", "")).rstrip("/"),
        contacts=tuple(_contact(path, entry) for entry in data.get("contacts") or ()),
        handover=handover,
    )


def _contact(path: Path, entry: Any) -> Contact:
    given = entry if isinstance(entry, dict) else {}
    if not given.get("name") or not (given.get("number") or given.get("email")):
        raise ContentError(f"{path}: each of 'contacts' needs 'name', and 'number' or 'email'.")
    return Contact(**{f.name: str(given.get(f.name, "")) for f in attrs.fields(Contact)})
