"""Ready plans for a group talk about shared barriers, in the chat and as a sheet to print."""

from bot.sessions.plans import Plan, load_plans, load_shared, plan_for

__all__ = ["Plan", "load_plans", "load_shared", "plan_for"]
