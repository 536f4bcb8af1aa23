"""One script tag on a page of another origin opens the guide in it."""

from __future__ import annotations

import http.server
import re
import threading

import httpx
import pytest

from tests.web.asking import BREAKS, accessible

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture
def neighbour(serving):
    """A page of somebody else, under a strict policy, with our script tag in it."""
    page = f"""<!doctype html><html lang="en"><title>Advice centre</title>
      <style>button, iframe {{ display: none !important; transform: rotate(9deg) }}</style>
      <main><h1>Advice centre</h1><p><a href="/other">Another page</a></p></main>
      <script src="{serving.address}/static/embed.js" defer></script></html>"""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", f"script-src {serving.address}")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("localhost", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def open_guide(page, neighbour):
    page.goto(neighbour)
    page.get_by_role("button", name="Good Work Guide").click()
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="My rights at work").first.wait_for()
    return frame


def test_the_guide_answers_inside_a_page_of_another_origin(open_page, neighbour):
    page = open_page(1280, 800)
    frame = open_guide(page, neighbour)
    frame.get_by_label("Your message").fill(BREAKS)
    frame.get_by_role("button", name="Send").click()
    frame.get_by_text("20 minutes").first.wait_for()


def test_it_opens_and_closes_with_the_keyboard_and_gives_the_focus_back(open_page, neighbour):
    page = open_page(1280, 800)
    page.goto(neighbour)
    page.get_by_role("link", name="Another page").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="My rights at work").first.wait_for()
    assert focus(page) == "Close the guide"
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert focus(page) == "Good Work Guide"
    page.keyboard.press("Enter")
    frame.get_by_label("Your message").focus()
    frame.get_by_label("Your message").press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert focus(page) == "Good Work Guide", "Escape inside the frame closes it too"


def test_closing_keeps_the_conversation(open_page, neighbour):
    page = open_page(1280, 800)
    frame = open_guide(page, neighbour)
    frame.get_by_label("Your message").fill("half a thou")
    page.get_by_role("button", name="Close the guide").click()
    page.get_by_role("button", name="Good Work Guide").click()
    assert frame.get_by_label("Your message").input_value() == "half a thou"


def test_on_a_phone_it_takes_the_screen_and_the_page_behind_is_set_aside(open_page, neighbour):
    page = open_page(360, 640)
    open_guide(page, neighbour)
    box = page.get_by_role("dialog").bounding_box()
    assert (round(box["width"]), round(box["height"])) == (360, 640)
    assert page.locator("main").evaluate("e => e.inert")
    accessible(page, "open on a phone")
    page.get_by_role("button", name="Close the guide").click()
    assert not page.locator("main").evaluate("e => e.inert")
    accessible(page, "closed")


def test_leaving_quickly_leaves_the_page_around_too(open_page, neighbour):
    page = open_page(360, 640)
    page.context.route(
        re.compile("bbc.co.uk"),
        lambda route: route.fulfill(content_type="text/html", body="<title>Weather</title>"),
    )
    open_guide(page, neighbour).get_by_role("link", name="Leave quickly").click()
    page.wait_for_url(re.compile("bbc.co.uk"))


def test_the_page_lets_no_inline_script_run_and_may_be_framed(serving):
    headers = httpx.get(serving.address).headers
    policy = headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors *" in policy
    assert "x-frame-options" not in headers
    assert headers["x-content-type-options"] == "nosniff"


def test_a_file_that_the_browser_has_is_not_sent_again(serving):
    first = httpx.get(serving.address + "/static/chat.js")
    assert first.headers["content-encoding"] == "gzip"
    again = httpx.get(
        serving.address + "/static/chat.js", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def focus(page) -> str:
    return str(
        page.evaluate(
            """() => { let e = document.activeElement;
            while (e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
            return e.textContent; }"""
        )
    )
