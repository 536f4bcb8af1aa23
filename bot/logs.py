"""Logs say what happened, never what a person typed."""

from __future__ import annotations

import logging
import os
import sys
import warnings

import structlog

#: Loggers of others that would write messages or trackers at lower levels.
TALKATIVE = ("rasa", "rasa_sdk", "sanic", "matplotlib", "asyncio", "tensorflow", "apscheduler")


def quiet_logs(level: int = logging.WARNING) -> None:
    """Set the level of our logs, and keep Rasa's own to errors: its debug logs hold messages."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL if name == "rasa" else logging.ERROR)
    # Rasa pins old libraries that warn at every start, and one of them resets the filters.
    warnings.showwarning = lambda *_args, **_kwargs: None
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
