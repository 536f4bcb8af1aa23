"""A handover from end to end: the guide as it is served, a mail sink, a web sink, a browser."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import httpx
import pytest

from bot.handover.accounts import Accounts
from bot.handover.notices import sign
from bot.store.conversations import open_engine
from tests.handover.sinks import MailSink, WebSink
from tests.serving import ROOT, Person, Serving, choices, words

pytestmark = pytest.mark.model

SECRET = "s" * 40
PASSWORD = "a long enough password"
ORGANISATION = """
name: Anytown Advice
address: https://guide.x.test
handover:
  email: {{host: 127.0.0.1, port: {mail}, tls: none, from: guide@x.test, to: [desk@x.test]}}
  webhook: {{url: "{web}"}}
"""


@pytest.fixture(scope="module")
def sinks():
    made = MailSink(), WebSink()
    yield made
    for sink in made:
        sink.close()


@pytest.fixture(scope="module")
def guide(tmp_path_factory, sinks):
    """The guide with the handover switched on, and one key worker."""
    mail, web = sinks
    var = tmp_path_factory.mktemp("var")
    file = var / "organisation.yml"
    file.write_text(ORGANISATION.format(mail=mail.port, web=web.address))
    models = Path(os.environ.get("GOODWORK_MODELS", str(ROOT / "models")))
    served = Serving(var, models)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("GOODWORK_ORGANISATION", str(file))
        environment.setenv("GOODWORK_WEBHOOK_SECRET", SECRET)
        served.start()
        Accounts(open_engine(f"sqlite:///{var / 'goodwork.db'}")).add("Sam", PASSWORD)
        yield served
        served.stop()


class KeyWorker:
    def __init__(self, guide):
        self.http = httpx.Client(base_url=guide.address, timeout=60)
        page = self.http.get("/staff/sign-in").text
        self.http.post(
            "/staff/sign-in", data={"token": token(page), "name": "Sam", "password": PASSWORD}
        )

    def see(self, page="/staff"):
        answer = self.http.get(page)
        assert answer.status_code == 200, answer.headers
        return answer.text

    def do(self, page, **form):
        form["token"] = token(self.see())
        assert self.http.post(page, data=form).status_code == 303


def token(page):
    return re.search(r'name="token" value="([^"]+)"', page)[1]


def news(person, after=0):
    return person.http.get("/chat/news", params={"after": after}, headers=person.headers).json()


def ask(person):
    """Ask for a person and agree to share all; return what the guide said."""
    person.say("I work in Wales and I am 19")
    offered = person.say("can I talk to a real person please")
    assert "Work is in Wales." in words(offered)
    return person.press(choices(offered)["Share this"])


def until(holds, seconds=20):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := holds():
            return found
        time.sleep(0.3)
    raise AssertionError("it did not come in time")


def test_a_talk_with_a_key_worker_from_asking_to_handing_back(guide, sinks):
    mail, web = sinks
    person = Person(guide)
    assert "I have asked for a key worker" in words(ask(person))
    assert news(person)["position"] == 1
    assert "20 minutes" in words(person.say("what breaks do i get on a 7 hour shift"))

    (sent,) = until(lambda: mail.mails)
    assert sent["To"] == "desk@x.test"
    ((headers, body),) = until(lambda: web.posts)
    given = headers["X-Guide-Signature"].removeprefix("sha256=")
    assert given == sign(SECRET, headers["X-Guide-Timestamp"], body)

    worker = KeyWorker(guide)
    page = re.search(r"/staff/requests/\w+", worker.see())[0]
    assert "Work is in Wales." in worker.see(page)
    worker.do(f"{page}/take")
    told = news(person)
    assert told["state"] == "with_person"
    assert "Sam is here" in told["news"][-1]["text"]

    answer = words(person.say("what breaks do i get on a 7 hour shift"))
    assert "passed this on to Sam" in answer
    assert "20 minutes" not in answer
    assert "7 hour shift" in worker.see(f"{page}/messages")

    urgent = words(person.say("I want to kill myself"))
    assert "116 123" in urgent
    assert urgent.index("116 123") < urgent.index("key worker gets your message too")
    assert "urgent" in worker.see()

    worker.do(f"{page}/reply", text="Stay with me. I am ringing you now.")
    assert news(person, told["last"])["news"][-1]["text"].startswith("Stay with me")
    worker.do(f"{page}/hand-back")
    assert news(person)["state"] == "none"
    assert "20 minutes" in words(person.say("what breaks do i get on a 7 hour shift"))


def test_the_person_can_go_back_to_the_guide_and_erase_all(guide):
    person = Person(guide)
    ask(person)
    worker = KeyWorker(guide)
    page = re.findall(r"/staff/requests/\w+", worker.see())[-1]
    worker.do(f"{page}/take")
    passed = person.say("hello Sam, my words are here")
    person.press(choices(passed)["Back to the guide"])
    assert news(person)["state"] == "none"
    assert "20 minutes" in words(person.say("what breaks do i get on a 7 hour shift"))
    kept = "select count(*) from handover_message where text like '%my words%'"
    assert guide.rows(kept) == [(1,)]
    assert person.http.post("/chat/erase", headers=person.headers).status_code == 200
    assert guide.rows(kept) == [(0,)]


def test_news_need_the_token_of_the_conversation(guide):
    assert httpx.get(f"{guide.address}/chat/news").status_code == 401
    stranger = Person(guide)
    ask(Person(guide))
    assert news(stranger)["news"] == []
    assert news(stranger)["state"] == "none"


def test_who_waits_still_waits_after_a_restart(guide):
    person = Person(guide)
    ask(person)
    before = news(person)
    guide.stop()
    guide.start()
    assert news(person) == before
    assert before["state"] == "waiting"
