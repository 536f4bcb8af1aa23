"""What the door of the web channel lets in, over HTTP, against the guide as it is served."""

from __future__ import annotations

import json
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.serving import Person, choices, words

pytestmark = pytest.mark.model

BREAKS = "what breaks do i get on a 7 hour shift"


def refused(answer: httpx.Response, status: int) -> str:
    """Check that a refusal says why in words, and where to ring; return the words."""
    assert answer.status_code == status, answer.text
    told = answer.json()
    assert "116 123" in json.dumps(told["phones"]), told
    assert "999" in json.dumps(told["phones"]), told
    assert "Traceback" not in answer.text
    return str(told["problem"])


def test_a_question_is_answered_with_its_id_words_and_choices(person):
    answer = person.say(BREAKS, "my-message-1")
    assert answer.json()["id"] == "my-message-1"
    assert "20 minutes" in words(answer)
    assert choices(answer)
    assert all(set(reply) == {"text", "buttons", "card"} for reply in answer.json()["replies"])


def test_an_offered_choice_is_answered(person):
    offered = choices(person.say("hello"))
    assert "Breaks" in choices(person.press(offered["My rights at work"]))


def test_a_choice_of_another_conversation_is_refused(serving, person):
    offered = choices(Person(serving).say("hello"))
    assert "another conversation" in refused(person.press(offered["My rights at work"]), 400)


@pytest.mark.parametrize(
    "choice", ["/greet", "", ".", "a.b", "/restart", '/set_nation{"nation": "wales"}', "x" * 9000]
)
def test_a_choice_that_we_did_not_offer_is_refused(person, choice):
    refused(person.press(choice), 400)


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer null"},
        {"Authorization": "Basic YTpi"},
        {"Authorization": "Bearer YWFhYQ.YWFhYQ"},
        {"Authorization": "Bearer " + "a" * 4000},
        {"Authorization": b"Bearer \xff\xfe.\xff"},
    ],
)
@pytest.mark.parametrize("path", ["/chat/message", "/chat/erase"])
def test_without_a_session_of_ours_nothing_is_answered(serving, header, path):
    body = {"id": uuid.uuid4().hex, "text": "hello"}
    answer = httpx.post(serving.address + path, json=body, headers=header, timeout=60)
    refused(answer, 401)


def test_a_choice_is_no_session(serving, person):
    offered = choices(person.say("hello"))
    person.token = offered["My rights at work"]
    refused(person.say("hello"), 401)


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "text",
        7,
        True,
        {},
        {"text": "hello"},
        {"id": "abcdefgh"},
        {"id": None, "text": "hello"},
        {"id": 12345678, "text": "hello"},
        {"id": "short", "text": "hello"},
        {"id": "a" * 65, "text": "hello"},
        {"id": "abc\n/efgh", "text": "hello"},
        {"id": "abcdefgh", "text": None},
        {"id": "abcdefgh", "text": 7},
        {"id": "abcdefgh", "text": ["hello"]},
        {"id": "abcdefgh", "text": {"a": 1}},
        {"id": "abcdefgh", "choice": {"a": 1}},
    ],
)
def test_json_of_another_shape_is_refused(person, body):
    refused(person.post(body), 400)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"id": "abcdefgh", "text": "\xff"}',
        b"[" * 60_000,
        b'{"a":' * 30_000 + b"1" + b"}" * 30_000,
        b"id=abcdefgh&text=hello",
    ],
)
def test_a_broken_body_is_refused(person, content):
    refused(person.post_raw(content), 400)


def test_more_than_ten_thousand_characters_are_refused_kindly(person):
    assert "two parts" in refused(person.say("a" * 10_001), 413)


def test_a_body_of_a_megabyte_is_refused(person):
    refused(person.say("a" * 1_000_000), 413)


def test_ten_thousand_characters_are_answered(person):
    assert words(person.say("my shift is long. " * 555))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t ",
        "👩‍👧 nursery 💷",
        "<script>alert(1)</script>",
        "</textarea><img src=x onerror=alert(1)>",
        "ile przerwy mam w pracy",
        "মজুরি কত",
        "\u0000\u0007",
        "\ud83d",
        "/restart",
        "/ /restart",
        '/set_nation{"nation": "wales"}',
        "/action_listen",
        "{{7*7}} ${7*7} %s {fact.id}",
        "'; DROP TABLE conversation; --",
        "EXTERNAL: {}",
    ],
)
def test_whatever_is_typed_gets_an_answer(person, text):
    content = json.dumps({"id": uuid.uuid4().hex, "text": text}).encode()
    assert words(person.post_raw(content)).strip()


def test_a_typed_payload_is_only_words(serving, person):
    for text in ("/carry_on", "/ /carry_on", "\x00/carry_on"):
        person.say(text)
        (events,) = serving.rows("select events from conversation where id = ?", identity(person))[
            0
        ]
        heard = [event for event in json.loads(events) if event["event"] == "user"][-1]
        assert heard["parse_data"]["intent"]["name"] != "carry_on", "no words mean this intent"


def test_an_empty_message_is_answered_kindly(person):
    assert "goes wrong" not in words(person.say("   ")).lower()


def test_a_resend_gets_the_same_answer_and_no_second_turn(serving, person):
    first = person.say(BREAKS, "same-message")
    before = serving.rows("select updated_at from conversation where id = ?", identity(person))
    assert person.say(BREAKS, "same-message").json() == first.json()
    after = serving.rows("select updated_at from conversation where id = ?", identity(person))
    assert before == after


def test_resends_at_the_same_time_are_answered_once(serving, person):
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: person.say(BREAKS, "at-the-same-time"), range(4)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    (events,) = serving.rows("select events from conversation where id = ?", identity(person))[0]
    assert sum(event["event"] == "user" for event in json.loads(events)) == 1


def test_one_conversation_can_not_send_without_end(serving):
    hasty = Person(serving, "127.0.0.2")
    answers = [hasty.say(" ") for _ in range(12)]
    with ThreadPoolExecutor(8) as pool:
        answers += pool.map(lambda _: hasty.say("hello"), range(40))
    late = [answer for answer in answers if answer.status_code != 200]
    assert late
    assert "Try again in a minute" in refused(late[-1], 429)
    assert words(Person(serving, "127.0.0.3").say("hello")), "others can still write"


def test_one_address_can_not_send_without_end(serving):
    crowd = Person(serving, "127.0.0.4")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: crowd.post(None), range(300)))
    refused(next(answer for answer in answers if answer.status_code == 429), 429)


def test_one_address_can_not_open_conversations_without_end(serving):
    with httpx.Client(
        base_url=serving.address, transport=httpx.HTTPTransport(local_address="127.0.0.5")
    ) as client:
        answers = [client.post("/chat/session", timeout=60) for _ in range(150)]
    refused(next(answer for answer in answers if answer.status_code == 429), 429)


ROUTES = {
    ("GET", "/"): 200,
    ("GET", "/chat/ready"): 200,
    ("GET", "/static/chat.js"): 200,
    ("POST", "/chat/session"): 200,
    ("POST", "/chat/message"): 401,
    ("POST", "/chat/erase"): 401,
}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize(
    "path",
    [
        "/", "/chat/ready", "/chat/session", "/chat/message", "/chat/erase", "/chat",
        "/static/chat.js", "/static/", "/static/index.html", "/static/../pages.py",
        "/static/%2e%2e/pages.py", "/static/..%2fpages.py", "/status", "/version", "/model",
        "/model/parse", "/domain", "/conversations/default/tracker", "/webhook", "/actions",
        "/webhooks/rest/webhook", "/webhooks/web/webhook", "/webhooks/rest", "/socket.io/",
        "/metrics", "/.env", "/admin",
    ],
)  # fmt: skip
def test_nothing_but_our_routes_answers(serving, method, path):
    answer = httpx.request(method, serving.address + path, timeout=60)
    expected = ROUTES.get((method, path))
    if expected is None:
        assert answer.status_code in (404, 405), answer.text
        assert answer.json()["problem"]
    else:
        assert answer.status_code == expected


def test_no_answer_gives_away_what_runs_here(serving):
    for answer in (httpx.get(serving.address), httpx.get(serving.address + "/nothing")):
        assert "sanic" not in str(answer.headers).lower() + answer.text.lower()
        assert "set-cookie" not in answer.headers


def identity(person: Person) -> str:
    """Return the conversation's id, which the token carries."""
    import base64

    body = person.token.split(".")[0]
    return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)).decode()
