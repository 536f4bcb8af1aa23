"""Each safety answer in each way of showing it: over HTTP and on the command line.

`test_everywhere.py` follows the message into the answer; here every answer that there is goes out.
"""

from __future__ import annotations

import asyncio
import uuid
from datetime import date

import httpx
import pytest
from rasa_sdk.executor import CollectingDispatcher
from sanic import Sanic

from actions.base import _send
from bot.channels.output import Collected
from bot.channels.signing import Signer
from bot.channels.web.inbound import WebChannel
from bot.cli.talk import _plain
from bot.facts import load_facts
from bot.safety import answer
from bot.safety.contacts import DutyContact
from bot.situation import NATIONS, Situation
from bot.store.conversations import ConversationStore, open_engine
from tests.safety.paths import paths
from tests.serving import served

ON = date(2026, 11, 22)
SAM = DutyContact("Sam, duty lead", "01632 960001", "weekdays")
WAYS_ON = ["Carry on", "Stop here"]

PATHS = paths(None, *NATIONS)


def told(kind, matter, about, nation):
    """Return the replies, and every number that somebody must be able to ring from them."""
    replies = answer(kind, Situation(on=ON, nation=nation), about, load_facts(), (SAM,), matter)
    numbers = {p["number"] for r in replies if r.card for p in r.card["phones"]}
    assert "999" in numbers
    assert (SAM.number in numbers) == (about == "other")
    return replies, numbers


def collected(replies):
    """Send replies as the actions do, and return what a channel has to render."""
    dispatcher, channel = CollectingDispatcher(), Collected()
    for reply in replies:
        _send(dispatcher, reply)
    for message in dispatcher.messages:
        asyncio.run(channel.send_response("someone", message))
    return channel.replies


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """The web channel alone, over HTTP: a message names the path whose answer it gets."""
    app = Sanic("safety_renderer", configure_logging=False)
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('web') / 'web.db'}")
    channel = WebChannel(Signer(b"k" * 32), ConversationStore(engine), None, limited=False)

    async def answered(message):
        replies, _ = told(*PATHS[int(message.text)])
        for reply in replies:
            data = reply.as_dict()
            await message.output_channel.send_response(
                message.sender_id,
                {**data, "custom": {"card": data["card"], "facts": data["facts"]}},
            )

    app.blueprint(channel.blueprint(answered))
    with served(app) as address, httpx.Client(base_url=address, timeout=30) as http:
        http.headers["Authorization"] = f"Bearer {http.post('/chat/session').json()['token']}"
        yield http


@pytest.mark.parametrize("number", range(len(PATHS)), ids=lambda n: "-".join(map(str, PATHS[n])))
def test_the_web_channel_sends_text_card_and_ways_on(web, number):
    replies, numbers = told(*PATHS[number])
    got = web.post("/chat/message", json={"id": uuid.uuid4().hex, "text": str(number)}).json()
    assert [reply["text"] for reply in got["replies"]] == [reply.text for reply in replies]
    drawn = [p["number"] for r in got["replies"] if r["card"] for p in r["card"]["phones"]]
    assert set(drawn) == numbers
    words = "\n".join(reply["text"] for reply in got["replies"])
    assert [one for one in numbers if one not in words] == [], (
        "the text says all that the card does"
    )
    last = got["replies"][-1]
    assert [button["title"] for button in last["buttons"]] == WAYS_ON


@pytest.mark.parametrize("path", PATHS, ids=lambda path: "-".join(map(str, path)))
def test_the_command_line_prints_every_number_in_plain_words(path):
    replies, numbers = told(*path)
    printed = _plain({"replies": collected(replies)})
    assert [one for one in numbers if one not in printed] == []
    assert printed.index("999") < printed.index("[1] Carry on")
    assert "[2] Stop here" in printed
    assert "{" not in printed
