"""Draw docs/chat-page.png: the chat page on a phone, with a question and its answer.

Starts the guide on free ports with an empty folder. Run it as `scripts/screenshot`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.serving import ROOT, Serving
from tests.web.asking import BREAKS, ask
from tests.web.conftest import ARGUMENTS, CHROMIUM, PATIENCE


def main() -> None:
    """Start, ask, draw, end."""
    with tempfile.TemporaryDirectory() as var, sync_playwright() as playwright:
        serving = Serving(Path(var), ROOT / "models")
        try:
            serving.start()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            page = browser.new_page(
                viewport={"width": 390, "height": 780}, device_scale_factor=2, color_scheme="light"
            )
            page.set_default_timeout(PATIENCE)
            page.goto(serving.address)
            page.get_by_role("button", name="My rights at work").first.wait_for()
            ask(page, BREAKS)
            page.screenshot(path=str(ROOT / "docs" / "chat-page.png"))
            browser.close()
        finally:
            serving.stop()


if __name__ == "__main__":
    main()
