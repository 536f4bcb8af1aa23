"""Tell key workers of a request: by e-mail, signed webhook or Slack. Nothing said is in a notice.

Every notice is a row, so one that could not be sent is tried again, also after a restart; one that
failed for good is shown on the staff page, and the person is told where no way worked.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import smtplib
import ssl
import urllib.request
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import attrs
import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from bot.handover.desk import say
from bot.handover.settings import HandoverSettings
from bot.handover.words import load_words
from bot.store.models import HandoverNotice

log = structlog.get_logger()

#: Seconds that one try may take.
PATIENCE = 10.0
#: After a failed try the next comes so much later; after the last it has failed for good.
AGAIN_AFTER = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))

Send = Callable[[HandoverSettings, str, datetime], None]


@attrs.frozen
class Due:
    """A notice whose turn it is, claimed by this process."""

    id: int
    request_id: str
    way: str
    tries: int


def send_due(engine: Engine, settings: HandoverSettings, now: datetime) -> int:
    """Send what is due; return how many were sent. A failure is tried again later.

    `now` is in UTC without a zone.
    """
    sent = 0
    for notice in _claim(engine, now):
        try:
            WAYS[notice.way](settings, notice.request_id, now)
        except Exception as failed:  # whatever it is: the next try, or the person, must follow
            log.error("notice_failed", way=notice.way, kind=type(failed).__name__)
            _failed(engine, notice, now)
        else:
            _mark(engine, notice, "sent")
            sent += 1
    return sent


def _claim(engine: Engine, now: datetime) -> list[Due]:
    """Take what is due, so that no other process sends it as well."""
    claimed = []
    with Session(engine) as session, session.begin():
        due = session.scalars(
            sa.select(HandoverNotice)
            .where(HandoverNotice.state == "due", HandoverNotice.next_try <= now)
            .limit(20)
        ).all()
        for row in due:
            taken = session.execute(
                sa.update(HandoverNotice)
                .where(HandoverNotice.id == row.id, HandoverNotice.tries == row.tries)
                .values(tries=row.tries + 1, next_try=now + timedelta(minutes=2))
                .execution_options(synchronize_session=False)
            )
            if taken.rowcount:
                claimed.append(Due(row.id, row.handover_id, row.way, row.tries + 1))
    return claimed


def _failed(engine: Engine, notice: Due, now: datetime) -> None:
    if notice.tries <= len(AGAIN_AFTER):
        _mark(engine, notice, "due", now + AGAIN_AFTER[notice.tries - 1])
        return
    _mark(engine, notice, "failed")
    with Session(engine) as session, session.begin():
        states = session.scalars(
            sa.select(HandoverNotice.state).where(HandoverNotice.handover_id == notice.request_id)
        ).all()
        if all(state == "failed" for state in states):
            say(session, notice.request_id, "not_told", now)


def _mark(engine: Engine, notice: Due, state: str, next_try: datetime | None = None) -> None:
    values: dict[str, Any] = {"state": state} | ({"next_try": next_try} if next_try else {})
    with Session(engine) as session, session.begin():
        session.execute(
            sa.update(HandoverNotice).where(HandoverNotice.id == notice.id).values(**values)
        )


def send_email(settings: HandoverSettings, request_id: str, _now: datetime) -> None:
    """Send the notice by SMTP."""
    email, words = settings.email, load_words()["notice"]
    assert email is not None
    message = EmailMessage()
    message["Subject"] = words["subject"]
    message["From"], message["To"] = email.sender, ", ".join(email.to)
    message.set_content(words["body"].format(link=_link(settings, request_id)))
    secure = ssl.create_default_context()
    if email.tls == "tls":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            email.host, email.port, timeout=PATIENCE, context=secure
        )
    else:
        connection = smtplib.SMTP(email.host, email.port, timeout=PATIENCE)
    with connection as server:
        if email.tls == "starttls":
            server.starttls(context=secure)
        if email.user:
            server.login(email.user, email.password)
        server.send_message(message)


def send_webhook(settings: HandoverSettings, request_id: str, now: datetime) -> None:
    """Post the notice as JSON, signed over time and body so that it can not be played again."""
    body = json.dumps(
        {
            "event": "handover.asked",
            "id": request_id,
            "sent_at": now.isoformat(timespec="seconds") + "Z",
            "link": _link(settings, request_id),
        }
    )
    stamp = str(int((now - datetime(1970, 1, 1)).total_seconds()))
    signature = sign(settings.webhook_secret, stamp, body)
    _post(
        settings.webhook,
        body,
        {"X-Guide-Timestamp": stamp, "X-Guide-Signature": f"sha256={signature}"},
    )


def sign(secret: str, stamp: str, body: str) -> str:
    """Return the signature of a webhook: HMAC-SHA256 over `<timestamp>.<body>`, as hex."""
    return hmac.new(secret.encode(), f"{stamp}.{body}".encode(), hashlib.sha256).hexdigest()


def send_slack(settings: HandoverSettings, request_id: str, _now: datetime) -> None:
    """Post the notice to a Slack incoming webhook."""
    text = load_words()["notice"]["body"].format(link=_link(settings, request_id))
    _post(settings.slack, json.dumps({"text": text}), {})


def _link(settings: HandoverSettings, request_id: str) -> str:
    return f"{settings.address}/staff/requests/{request_id}"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A webhook that moves must be told to us, not followed to wherever it points."""

    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None


def _post(address: str, body: str, headers: Mapping[str, str]) -> None:
    request = urllib.request.Request(
        address, body.encode(), {"Content-Type": "application/json", **headers}
    )
    with urllib.request.build_opener(_NoRedirect).open(request, timeout=PATIENCE) as answer:
        if not 200 <= answer.status < 300:
            raise OSError(f"answered {answer.status}")


WAYS: dict[str, Send] = {"email": send_email, "webhook": send_webhook, "slack": send_slack}
