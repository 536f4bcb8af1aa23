"""The staff page, over HTTP: who gets in, what a form needs, and who reads what."""

from __future__ import annotations

import re
import secrets
from datetime import datetime, timedelta

import httpx
import pytest
from sanic import Sanic

from bot.channels.signing import Signer
from bot.channels.staff.pages import staff
from bot.channels.staff.sessions import COOKIE, Sessions
from bot.engine.handing import utc_now
from bot.errors import BadInput
from bot.handover.accounts import LOCKED_FOR, MOST_FAILURES, Accounts, hashed
from bot.handover.desk import Desk
from bot.store.conversations import open_engine
from bot.web.pages import pages
from tests.serving import served

PASSWORD = "a long enough password"
NOW = datetime(2026, 11, 23, 10)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return open_engine(f"sqlite:///{tmp_path_factory.mktemp('staff') / 'desk.db'}")


@pytest.fixture
def accounts(engine):
    made = Accounts(engine)
    made.add("Sam", PASSWORD)
    return made


@pytest.fixture
def person(desk):
    """A conversation that waits."""
    name = secrets.token_hex(8)
    desk.ask(name, ["Work is in Wales. <b>"], utc_now())
    return name


@pytest.fixture(scope="module")
def desk(engine):
    return Desk(engine)


@pytest.fixture(scope="module")
def site(engine, desk):
    """The staff page and its files, served in a thread; a header stands for the address."""
    app = Sanic(f"staff_page_{secrets.token_hex(4)}", configure_logging=False)
    sessions = Sessions(Signer(b"k" * 32))
    app.blueprint(pages())
    app.blueprint(staff(desk, Accounts(engine), sessions, lambda r: r.headers.get("x-from", "")))
    with served(app) as address:
        yield address


@pytest.fixture
def address(site, accounts, person):
    return site


class Worker:
    def __init__(self, address):
        self.http = httpx.Client(
            base_url=address, timeout=30, headers={"X-From": secrets.token_hex(4)}
        )

    def token(self, page):
        found = re.search(r'name="token" value="([^"]+)"', self.http.get(page).text)
        return found[1] if found else ""

    def sign_in(self, name="Sam", password=PASSWORD):
        form = {"token": self.token("/staff/sign-in"), "name": name, "password": password}
        return self.http.post("/staff/sign-in", data=form)

    def post(self, page, **form):
        form = {"token": self.token("/staff"), **form}
        return self.http.post(page, data=form)


@pytest.fixture
def worker(address):
    return Worker(address)


@pytest.fixture
def request_page(desk, person):
    return f"/staff/requests/{desk.standing(person).id}"


def test_nobody_sees_anything_without_signing_in(worker, request_page):
    for page in ("/staff", request_page, f"{request_page}/messages"):
        answer = worker.http.get(page)
        assert answer.status_code == 302
        assert answer.headers["location"] == "/staff/sign-in"
        assert "Wales" not in answer.text


def test_signing_in_shows_the_queue_and_sets_a_cookie_that_scripts_can_not_read(worker):
    answer = worker.sign_in()
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "path=/staff"):
        assert part in cookie
    page = worker.http.get("/staff")
    assert "Asked at" in page.text
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("name", "password"), [("Sam", "wrong"), ("Nobody", PASSWORD), ("", "")])
def test_wrong_names_and_passwords_look_the_same(worker, name, password):
    answer = worker.sign_in(name, password)
    assert answer.status_code == 401
    assert "That did not work" in answer.text
    assert worker.http.get("/staff").status_code == 302


def test_a_form_without_its_token_does_nothing(worker, desk, request_page, person):
    worker.sign_in()
    for token in ("", "wrong", Worker(worker.http.base_url).token("/staff/sign-in")):
        answer = worker.http.post(f"{request_page}/take", data={"token": token})
        assert answer.status_code == 403
    assert desk.standing(person).state == "waiting"
    stranger = Worker(worker.http.base_url)
    data = {"token": "", "name": "Sam", "password": PASSWORD}
    assert stranger.http.post("/staff/sign-in", data=data).status_code == 403


def test_a_forged_cookie_is_worth_nothing(address):
    worker = Worker(address)
    forged = Signer(b"x" * 32).sign("staff", '{"id": "1", "name": "Sam"}')
    for value in (forged, "", "a.b"):
        answer = worker.http.get("/staff", headers={"Cookie": f"{COOKIE}={value}"})
        assert answer.status_code == 302


def test_a_whole_talk_taken_answered_and_handed_back(worker, desk, request_page, person):
    worker.sign_in()
    page = worker.http.get(request_page).text
    assert "Work is in Wales. &lt;b&gt;" in page
    assert worker.post(f"{request_page}/take").status_code == 303
    desk.said(person, "<script>alert(1)</script>", False, utc_now())
    messages = worker.http.get(f"{request_page}/messages").text
    assert "&lt;script&gt;" in messages
    assert "<script>" not in messages
    assert worker.post(f"{request_page}/reply", text="I can ring them").status_code == 303
    assert "I can ring them" in [message.text for message in desk.news(person, 0, utc_now())]
    assert worker.post(f"{request_page}/hand-back").status_code == 303
    assert desk.standing(person) is None
    assert worker.post(f"{request_page}/reply", text="too late").status_code == 409


def test_messages_are_read_only_by_who_has_the_conversation(
    worker, accounts, desk, request_page, person
):
    accounts.add("Alex", PASSWORD)
    desk.take(desk.standing(person).id, "Alex", utc_now())
    desk.said(person, "my own words", False, utc_now())
    worker.sign_in()
    for page in (request_page, f"{request_page}/messages"):
        assert "my own words" not in worker.http.get(page).text


def test_a_message_about_danger_is_marked(worker, desk, request_page, person):
    desk.take(desk.standing(person).id, "Sam", utc_now())
    desk.said(person, "words", True, utc_now())
    worker.sign_in()
    assert "urgent" in worker.http.get("/staff").text
    assert "danger or distress" in worker.http.get(request_page).text


def test_signing_out_ends_every_session_of_the_account(address, worker):
    worker.sign_in()
    other = Worker(address)
    other.sign_in()
    assert other.http.get("/staff").status_code == 200
    worker.post("/staff/sign-out")
    assert other.http.get("/staff").status_code == 302


def test_too_many_wrong_passwords_lock_the_account_for_a_while(accounts):
    for _ in range(MOST_FAILURES):
        assert accounts.sign_in("Sam", "wrong", NOW) is None
    assert accounts.sign_in("Sam", PASSWORD, NOW) is None
    assert accounts.sign_in("Sam", PASSWORD, NOW + LOCKED_FOR + timedelta(seconds=1))


def test_many_tries_from_one_address_are_slowed_down(worker):
    answers = [worker.sign_in("Nobody", "x").status_code for _ in range(12)]
    assert answers[0] == 401
    assert answers[-1] == 429


def test_passwords_are_kept_as_salted_scrypt_and_short_ones_refused(accounts):
    assert hashed(PASSWORD) != hashed(PASSWORD)
    assert PASSWORD not in hashed(PASSWORD)
    with pytest.raises(BadInput):
        accounts.add("Sam", "short")
    with pytest.raises(BadInput):
        accounts.add("<Sam>", PASSWORD)


def test_a_new_password_or_a_removed_account_ends_sessions(accounts):
    stamp = accounts.sign_in("Sam", PASSWORD, NOW)
    accounts.add("Sam", "another long password")
    assert accounts.stamp("Sam") != stamp
    assert accounts.remove("Sam")
    assert accounts.stamp("Sam") is None
