"""How an organisation set up its handover, from `handover` in organisation.yml.

Secrets come from the environment alone: GOODWORK_SMTP_PASSWORD, GOODWORK_WEBHOOK_SECRET and
GOODWORK_SLACK_WEBHOOK (a Slack address lets whoever holds it post).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import attrs

from bot.errors import ContentError
from bot.handover.hours import Hours, read_hours
from bot.organisation import Contact, load_organisation

#: Machines that may be reached without TLS: this one.
LOCAL = ("localhost", "127.0.0.1", "::1")


@attrs.frozen
class Email:
    """Notices by e-mail.

    Attributes:
        host, port: the SMTP server.
        tls: `starttls`, `tls` (from the start), or `none`, on this machine only.
        sender, to: addresses.
        user, password: for signing in; the password from GOODWORK_SMTP_PASSWORD.
    """

    host: str
    port: int
    tls: str
    sender: str
    to: tuple[str, ...]
    user: str = ""
    password: str = attrs.field(default="", repr=False)


@attrs.frozen
class HandoverSettings:
    """How a handover goes.

    Attributes:
        hours: when key workers are there.
        wait_minutes: after so long without an answer the person is told, with other contacts.
        keep_hours: messages of a handover are erased so long after it ended.
        email: notices by e-mail.
        webhook: address for notices as signed JSON.
        webhook_secret: signs them.
        slack: address of a Slack incoming webhook.
        address: public address of the guide, for the link in notices.
        contacts: the organisation's own contacts.
    """

    hours: Hours
    wait_minutes: int = 20
    keep_hours: int = 24
    email: Email | None = None
    webhook: str = ""
    webhook_secret: str = attrs.field(default="", repr=False)
    slack: str = attrs.field(default="", repr=False)
    address: str = ""
    contacts: tuple[Contact, ...] = ()

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways in which key workers are told of a request."""
        on = {"email": self.email, "webhook": self.webhook, "slack": self.slack}
        return tuple(name for name, given in on.items() if given)


def load_handover() -> HandoverSettings | None:
    """Return the settings; None where the organisation did not switch it on.

    Raises:
        ContentError: the file is wrong, or a secret is missing from the environment.
    """
    organisation = load_organisation()
    given = organisation.handover
    if given is None or given.get("enabled") is False:
        return None
    webhook = str((given.get("webhook") or {}).get("url", ""))
    slack = os.environ.get("GOODWORK_SLACK_WEBHOOK", "") if given.get("slack") else ""
    if given.get("slack") and not slack:
        raise ContentError("handover: slack needs its address in GOODWORK_SLACK_WEBHOOK.")
    secret = os.environ.get("GOODWORK_WEBHOOK_SECRET", "")
    if webhook and len(secret) < 32:
        raise ContentError(
            "handover: webhook needs GOODWORK_WEBHOOK_SECRET, 32 characters or more."
        )
    return HandoverSettings(
        hours=read_hours(given.get("open")),
        wait_minutes=_number(given, "wait_minutes", 20, 1, 240),
        keep_hours=_number(given, "keep_hours", 24, 1, 720),
        email=_email(given["email"]) if given.get("email") else None,
        webhook=_secure(webhook) if webhook else "",
        webhook_secret=secret,
        slack=_secure(slack) if slack else "",
        address=organisation.address,
        contacts=organisation.contacts,
    )


def _email(given: Mapping[str, Any]) -> Email:
    missing = [name for name in ("host", "from", "to") if not given.get(name)]
    if missing:
        raise ContentError(f"handover: email needs {', '.join(missing)}.")
    tls, host = str(given.get("tls", "starttls")), str(given["host"])
    if tls not in ("starttls", "tls", "none") or (tls == "none" and host not in LOCAL):
        raise ContentError(
            "handover: email takes tls: starttls or tls (none on this machine only)."
        )
    to = given["to"] if isinstance(given["to"], list) else [given["to"]]
    return Email(
        host=host,
        port=_number(given, "port", 587, 1, 65535),
        tls=tls,
        sender=str(given["from"]),
        to=tuple(str(address) for address in to),
        user=str(given.get("user", "")),
        password=os.environ.get("GOODWORK_SMTP_PASSWORD", ""),
    )


def _secure(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL):
        return address
    raise ContentError("handover: addresses of webhooks start with https://.")


def _number(given: Mapping[str, Any], name: str, unless_set: int, least: int, most: int) -> int:
    value = given.get(name, unless_set)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ContentError(f"handover: {name} is a whole number from {least} to {most}.")
    return value
