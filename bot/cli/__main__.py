"""`python -m bot.cli` is `goodwork`."""

from bot.cli import main

main()
