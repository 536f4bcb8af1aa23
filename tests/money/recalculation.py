"""The same sum by another route, for comparison: whole pence of a year, figures written out here.

Nothing is taken from the project: neither its code nor its data. Tax and National Insurance are
added up slice by slice between the points at which the rate changes; Universal Credit is built
year-wise and divided at the end.
"""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction as F

OLD, NEW = 0, 1  # tax year 2025-26, tax year 2026-27

ALLOWANCES = {
    ("single", False): (F("316.98"), F("338.58")),
    ("single", True): (F("400.14"), F("424.90")),
    ("couple", False): (F("497.55"), F("528.34")),
    ("couple", True): (F("628.10"), F("666.97")),
}
CHILD = (F("292.81"), F("303.94"))
ELDEST_BEFORE_2017 = (F(339), F("351.88"))
CARER = (F("201.68"), F("209.34"))
CARE_CAP = {1: (F("1031.88"), F("1071.09")), 2: (F("1768.94"), F("1836.16"))}
KEEP = {True: (411, 427), False: (684, 710)}
CHILD_BENEFIT = ((F("26.05"), F("17.25")), (F("27.05"), F("17.90")))
CAP = {"single": F("1229.42"), "family": F("1835")}
CAP_FREE = (846, 881)
SCOTTISH = (
    ((0, 19), (2827, 20), (14921, 21), (31092, 42), (62430, 45), (125140, 48)),
    ((0, 19), (3967, 20), (16956, 21), (31092, 42), (62430, 45), (125140, 48)),
)
ELSEWHERE = ((0, 20), (37700, 40), (125140, 45))


def slices(amount, bands):
    """Walk up through the bands, and tax each slice at its own rate."""
    total = F(0)
    for (start, rate), following in zip(bands, (*bands[1:], None), strict=True):
        end = amount if following is None else min(amount, following[0])
        total += max(F(0), end - start) * F(rate) / 100
    return total


def net_pay(pay, percent, nation, year):
    """Return (take-home, counted for Universal Credit, adjusted income, tax, insurance), a year."""
    pot = pay * percent / 100
    adjusted = pay - pot
    free = F(12570) - max(F(0), (adjusted - 100000) / 2)
    free = max(F(0), free)
    bands = SCOTTISH[year] if nation == "scotland" else ELSEWHERE
    tax = slices(max(F(0), pay - free), bands)
    insurance = 52 * slices(pay / 52, ((0, 0), (F("241.73"), 8), (F("966.73"), 2)))
    paid = pot - pot / 5
    return pay - tax - insurance - paid, pay - tax - insurance - pot, adjusted, tax, insurance


def birthday(born, years):
    return date(born.year + years, born.month, min(born.day, 28))


def until_september(born, years, on):
    """Whether `on` is before the first 1 September on or after a birthday that has passed."""
    reached = birthday(born, years)
    end = date(reached.year, 9, 1)
    if reached >= end:
        end = date(reached.year + 1, 9, 1)
    return on < end


def month(home, pay, working):
    """Return Universal Credit, Child Benefit and what comes in, GBP a month."""
    on, nation = home["date"], home["nation"]
    year = NEW if on >= date(2026, 4, 6) else OLD
    adults, born = home["adults"], sorted(home["children"])
    take, counted, adjusted, *_ = net_pay(pay, home["pension_percent"], nation, year)
    p_take, p_counted, p_adjusted, *_ = net_pay(home["partner_annual"], F(0), nation, year)
    earned = (counted + p_counted) / 12

    kind = "couple" if len(adults) == 2 else "single"
    parts = [ALLOWANCES[kind, max(a["age"] for a in adults) >= 25][year]]
    counting = [b for b in born if until_september(b, 19, on)]
    cut = date(2017, 4, 6)
    for place, b in enumerate(counting):
        if place == 0 and b < cut:
            parts.append(ELDEST_BEFORE_2017[year])
        elif year == NEW or place < 2 or b < cut:
            parts.append(CHILD[year])
    people = people_money(adults, year)
    parts += [people, home["rent_month"]]

    care = F(0)
    if working and home["childcare_month"] and pay:
        free_partner = kind == "couple" and not home["partner_annual"]
        free_partner = free_partner and adults[1]["health"] == "none" and not adults[1]["carer"]
        small = [b for b in born if until_september(b, 16, on)]
        if small and not free_partner:
            care = min(F(85, 100) * home["childcare_month"], CARE_CAP[min(2, len(small))][year])
    parts.append(care)

    healthy = all(a["health"] == "none" for a in adults)
    keep = 0 if healthy and not counting else KEEP[home["rent_month"] > 0][year]
    credit = sum(parts) - max(F(0), earned - keep) * 11 / 20
    if home["savings"] > 6000:
        credit -= math.ceil((home["savings"] - 6000) / 250) * F("4.35")
    credit = F(0) if home["savings"] > 16000 else max(F(0), credit)

    eldest, other = CHILD_BENEFIT[year]
    family = (eldest + (len(born) - 1) * other) * 52 / 12 if born else F(0)
    if not people and earned < CAP_FREE[year]:
        over = credit + family - CAP["family" if kind == "couple" or counting else "single"]
        credit -= min(credit, max(F(0), over - care))
    top = max(adjusted, p_adjusted)
    if top >= 80000:
        family = F(0)
    elif top > 60000:
        percent = math.floor((top - 60000) / 200)
        family -= F(math.floor(F(math.floor(family * 12)) * percent / 100), 12)

    total = (take + p_take) / 12 + credit + family
    if working:
        total -= (
            home["childcare_month"] + (home["travel_week"] + home["other_costs_week"]) * 52 / 12
        )
    return {"universal_credit": credit, "child_benefit": family, "total": total}


def people_money(adults, year):
    """Health and carer elements: the dearest way to hand them out, one of each kind a person."""
    best = F(0)
    for ill in (None, *(i for i, a in enumerate(adults) if a["health"] == "lcwra")):
        money = F(0)
        for i, adult in enumerate(adults):
            if i == ill:
                old = adult["since"] is not None and adult["since"] < date(2026, 4, 6)
                money += F("423.27") if year == OLD else F("429.80") if old else F("217.26")
            elif adult["carer"]:
                money += CARER[year]
        best = max(best, money)
    return best
