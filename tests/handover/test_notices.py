"""Key workers are told by mail, webhook and Slack; what fails is tried again, and told."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from bot.errors import ContentError
from bot.handover.desk import Desk
from bot.handover.hours import Hours
from bot.handover.notices import send_due, sign
from bot.handover.settings import Email, HandoverSettings, load_handover

NOW = datetime(2026, 11, 23, 10)
SECRET = "s" * 32


def settings(mail=None, web=None, slack=None):
    email = Email("127.0.0.1", mail.port, "none", "guide@x.test", ("a@x.test",)) if mail else None
    return HandoverSettings(
        hours=Hours(),
        email=email,
        webhook=web.address if web else "",
        webhook_secret=SECRET,
        slack=slack.address if slack else "",
        address="https://guide.x.test",
    )


def asked(engine, given):
    desk = Desk(engine, ways=given.ways)
    desk.ask("a", ["Work is in Wales."], NOW)
    return desk


def test_a_mail_goes_out_with_a_link_and_nothing_that_was_said(engine, mail):
    given = settings(mail=mail)
    desk = asked(engine, given)
    assert send_due(engine, given, NOW) == 1
    (sent,) = mail.mails
    assert sent["To"] == "a@x.test"
    body = sent.get_payload(decode=True).decode()
    assert f"https://guide.x.test/staff/requests/{desk.standing('a').id}" in body.replace("=\n", "")
    assert "Wales" not in body
    assert send_due(engine, given, NOW + timedelta(hours=1)) == 0
    assert len(mail.mails) == 1


def test_a_webhook_is_signed_over_time_and_body(engine, web):
    given = settings(web=web)
    asked(engine, given)
    send_due(engine, given, NOW)
    ((headers, body),) = web.posts
    expected = sign(SECRET, headers["X-Guide-Timestamp"], body)
    assert headers["X-Guide-Signature"] == f"sha256={expected}"
    assert json.loads(body)["event"] == "handover.asked"
    assert "Wales" not in body
    assert sign(SECRET, "1", body) != expected


def test_slack_gets_a_text(engine, web):
    given = settings(slack=web)
    asked(engine, given)
    send_due(engine, given, NOW)
    assert set(json.loads(web.posts[0][1])) == {"text"}


def test_what_fails_is_tried_again_later_and_sent_once(engine, web):
    given = settings(web=web)
    desk = asked(engine, given)
    web.status = 500
    assert send_due(engine, given, NOW) == 0
    assert send_due(engine, given, NOW + timedelta(seconds=10)) == 0
    assert len(web.posts) == 1
    web.status = 200
    assert send_due(engine, given, NOW + timedelta(seconds=31)) == 1
    assert send_due(engine, given, NOW + timedelta(hours=2)) == 0
    assert desk.standing("a").ways_failed == ()


def test_when_no_way_works_the_person_and_the_staff_page_are_told(engine, web):
    given = settings(web=web)
    desk = asked(engine, given)
    web.status = 500
    for hour in range(6):
        send_due(engine, given, NOW + timedelta(hours=hour))
    assert len(web.posts) == 4
    assert desk.standing("a").ways_failed == ("webhook",)
    assert "not_told" in [message.text for message in desk.news("a", 0, NOW)]


def test_one_way_that_works_is_enough(engine, web, mail):
    given = settings(mail=mail, web=web)
    desk = asked(engine, given)
    web.status = 500
    for hour in range(6):
        send_due(engine, given, NOW + timedelta(hours=hour))
    assert len(mail.mails) == 1
    assert desk.standing("a").ways_failed == ("webhook",)
    assert "not_told" not in [message.text for message in desk.news("a", 0, NOW)]


def test_a_webhook_that_points_elsewhere_is_not_followed(engine, web):
    given = settings(web=web)
    asked(engine, given)
    web.status = 302
    assert send_due(engine, given, NOW) == 0
    assert len(web.posts) == 1


def test_it_is_off_unless_switched_on(organisation):
    assert load_handover() is None
    organisation.write_text("handover: {enabled: false}\n")
    assert load_handover() is None


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("handover: {webhook: {url: 'https://x.test'}}", "GOODWORK_WEBHOOK_SECRET"),
        ("handover: {slack: true}", "GOODWORK_SLACK_WEBHOOK"),
        ("handover: {email: {host: mail.x.test}}", "from, to"),
        ("handover: {email: {host: x.test, from: a, to: b, tls: none}}", "starttls"),
        ("handover: {wait_minutes: soon}", "wait_minutes"),
        ("handover: {open: [{days: [someday], from: '09:00', to: '17:00'}]}", "open is a list"),
    ],
)
def test_a_mistake_in_the_file_is_told_in_words(organisation, written, says):
    organisation.write_text(written)
    with pytest.raises(ContentError, match=says):
        load_handover()


def test_a_webhook_without_tls_is_refused(organisation, monkeypatch):
    monkeypatch.setenv("GOODWORK_WEBHOOK_SECRET", SECRET)
    organisation.write_text("handover: {webhook: {url: 'http://x.test/hook'}}")
    with pytest.raises(ContentError, match="https"):
        load_handover()


def test_secrets_are_not_in_what_is_printed():
    given = settings()
    assert SECRET not in repr(given)
