"""Whether everything that the guide knows and says is in order: `goodwork check`."""

from bot.checks.problem import Problem
from bot.checks.run import checks, run_checks

__all__ = ["Problem", "checks", "run_checks"]
