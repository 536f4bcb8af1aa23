"""What a person does on the chat page, and what they see."""

from __future__ import annotations

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe

BREAKS = "what breaks do i get on a 7 hour shift"
OFFER = (
    "Warehouse job, £12 an hour, zero hours contract, 20 hours a week, "
    "the rota comes out the night before, you pay £10 for the uniform"
)


def ask(page: Any, words: str) -> None:
    """Type a message, send it and wait for the answer."""
    before = page.locator("#messages > .theirs").count()
    page.get_by_label("Your message").fill(words)
    page.get_by_role("button", name="Send").click()
    answered(page, before)


def answered(page: Any, before: int) -> None:
    page.wait_for_function(
        "n => document.querySelectorAll('#messages > .theirs:not(.problem)').length > n", arg=before
    )
    page.wait_for_function("() => JSON.parse(sessionStorage['good-work-guide']).unsent === null")


def said(page: Any) -> str:
    """Return all that the conversation shows."""
    return str(page.locator("#messages").inner_text())


def kept(page: Any) -> dict[str, Any]:
    """Return what the page keeps in this tab."""
    found: dict[str, Any] = page.evaluate("JSON.parse(sessionStorage['good-work-guide'] || '{}')")
    return found


def accessible(page: Any, state: str) -> None:
    """Check the page with axe, by the rules of WCAG 2.2 AA and good practice."""
    # axe takes what is scrolled half under the bar below for a small target: read to the end first.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    wrong = [
        f"{v['id']}: {v['help']}\n  " + "\n  ".join(node["html"][:200] for node in v["nodes"])
        for v in found.response["violations"]
    ]
    assert not wrong, f"{state}:\n" + "\n".join(wrong)


def fits(page: Any, state: str) -> None:
    """Check that nothing has to be scrolled sideways."""
    wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1], f"{state}: {json.dumps(wide)}"
