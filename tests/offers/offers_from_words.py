"""Build an offer from the short form that the tables of cases use."""

from decimal import Decimal
from typing import Any

from bot.offers.offer import Deduction, Hours, Offer, Pay, UnpaidTime


def offer_from(raw: dict[str, Any]) -> Offer:
    """Read for instance {pay: "11 14 hour", hours: "30 45", flags: [no_breaks]}."""
    fields: dict[str, Any] = {}
    if "pay" in raw:
        *amounts, period = raw["pay"].split()
        low, high = [*map(Decimal, amounts), None][:2]
        full_time = Decimal(str(raw["full_time"])) if "full_time" in raw else None
        share = raw.get("pro_rata", full_time is not None)
        fields["pay"] = Pay(low, high, period, pro_rata=share, full_time_hours=full_time)
    if "hours" in raw or "guaranteed" in raw or "guaranteed_hours" in raw:
        numbers = [Decimal(part) for part in str(raw.get("hours", "")).split()] or [None]
        sure = raw.get("guaranteed_hours")
        fields["hours"] = Hours(
            numbers[0], numbers[-1], raw.get("guaranteed"), Decimal(sure) if sure else None
        )
    for name in ("contract", "patterns", "mentions", "vague", "hedged"):
        fields[name] = tuple(raw.get(name, ()))
    fields["red_flags"] = tuple(raw.get("flags", ()))
    for name, field in (
        ("shift", "shift_hours"), ("clock", "clock_hours"), ("shifts", "shifts_per_week"),
        ("holiday", "holiday_days"), ("housing", "accommodation_per_day"),
        ("probation", "probation_months"), ("notice", "notice_weeks"),
        ("pension", "pension_percent"),
    ):  # fmt: skip
        if name in raw:
            fields[field] = Decimal(str(raw[name]))
    if "unpaid" in raw:
        fields["unpaid_time"] = (UnpaidTime(Decimal(raw["unpaid"]), "closing up"),)
    if "costs" in raw:
        fields["deductions"] = (Deduction(Decimal(raw["costs"]), "kit"),)
    if "tips_topup" in raw:
        fields["tips_only_topup"] = raw["tips_topup"]
    for name in (
        "break_minutes", "breaks", "bank_holidays_extra", "umbrella", "sick_pay", "written_terms",
        "shift_notice_days", "fixed_times", "cancelled_shifts_unpaid",
    ):  # fmt: skip
        if name in raw:
            fields[name] = raw[name]
    return Offer(**fields)
