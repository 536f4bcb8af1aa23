"""Which jobs one message describes."""

import pytest

from bot.offers.apart import jobs_in
from bot.offers.in_hand import describes
from bot.offers.offer import LONGEST_DESCRIPTION

COUNTED = [
    ("two jobs: a care home £12.90 an hour 24 hours nights, and a warehouse £13.40 zero hours", 2),
    ("got 2 offers, tesco 12.95 an hour 16 hours and the other is a cafe 13.20 cash in hand", 2),
    ("got two job offers. one is 12.71 an hour in a call centre, one is £14 an hour cleaning", 2),
    ("Two offers\n1) Aldi £13.02/hr 30hrs\n2) care £12.60/hr 40hrs nights", 2),
    ("been offered three jobs: shop £12.80 20 hours, pub £13 an hour, office £25k 37 hours", 3),
    ("one job at £13 an hour 20 hours and another at the hospital £12.90 37 hours", 2),
    ("warehouse £13.40ph on days or 15.10 if u do the night shift. 40 hours", 1),
    ("two interviews next week, the job pays 12.80 an hour for 30 hours", 1),
    ("£13 an hour, one week days, the other week nights at £14", 1),
    ("shop job £12.85 an hour.\n\nPermanent, 16 hours, a bonus of £200 a year", 1),
    ("they have two positions, kitchen and floor, £12.80 an hour, 30 hours", 1),
]  # fmt: skip


@pytest.mark.parametrize(("words", "count"), COUNTED)
def test_jobs_that_are_told_at_once_are_told_apart(words, count):
    assert len(jobs_in(words, describes, asked=False)) == count


def test_what_is_said_before_the_list_goes_with_each_job():
    jobs = jobs_in(
        "I'm 19, two offers: a shop at £11 an hour, a pub at £12 an hour", describes, asked=False
    )
    assert len(jobs) == 2
    assert all("I'm 19" in job for job in jobs)


def test_a_long_advert_is_one_job_unless_a_comparison_is_asked_for():
    advert = "Cleaner, £12.80 an hour, 16 hours a week. " * 40
    two = f"{advert}\n\n{advert}"
    assert len(advert) > LONGEST_DESCRIPTION
    assert len(jobs_in(two, describes, asked=False)) == 1
    assert len(jobs_in(two, describes, asked=True)) == 2
