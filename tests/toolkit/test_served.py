"""The toolkit as people meet it: two processes, one database, and pages that only a link opens."""

from __future__ import annotations

import re

import pytest

from tests.serving import choices, words

CODE = re.compile(r"(?:[a-z]{5}-){3}[a-z]{5}")


def pressed(person, answer, title):
    return person.press(choices(answer)[title])


@pytest.mark.model
def test_answers_are_saved_printed_exported_resumed_and_erased(serving, person):
    answer = person.say("open the toolkit")
    for title in ("Senior manager", "Jobs and employers", "They can start soon", "Finish here",
                  "Sheet to print"):  # fmt: skip
        answer = pressed(person, answer, title)
    code = CODE.search(words(answer))[0]
    path = re.search(r"/toolkit/\S+", words(answer))[0]
    sheet = person.http.get(path)
    assert sheet.status_code == 200
    assert "Whether the person can get it and start soon" in sheet.text
    assert "default-src 'none'" in sheet.headers["content-security-policy"]
    assert sheet.headers["cache-control"] == "no-store"
    assert person.http.get(f"{path}.csv").headers["content-type"].startswith("text/csv")
    assert person.http.get(f"{path}.json").json()["kind"] == "own"
    assert person.http.get("/toolkit/abc.def").status_code == 404
    everything = b"".join(f.read_bytes() for f in serving.var.rglob("*.log") if f.is_file())
    assert code.encode() not in everything
    person.post({}, "/chat/erase")
    assert person.http.get(path).status_code == 404
    assert "I find nothing" in words(person.say(f"open the toolkit {code}"))
