"""The fact-check report says what people are told, and on what it rests."""

from datetime import date

from bot.factcheck import pages, to_html

TODAY = date(2026, 11, 22)


def test_every_topic_is_there_for_every_nation():
    found = list(pages(TODAY))
    assert len({page.topic for page in found}) == 37
    assert len(found) == 37 * 4


def test_northern_ireland_reads_its_own_law():
    (page,) = [p for p in pages(TODAY) if p.topic == "written_contract" and "North" in p.nation]
    law = " ".join(w.text for s in page.sections for w in s.wordings)
    assert "2 months" in law
    assert "Acas" not in law


def test_the_same_page_for_next_january_has_next_januarys_law():
    now = to_html(TODAY)
    then = to_html(date(2027, 2, 1))
    assert "unfair_dismissal" in now
    assert now != then
    assert "1 February 2027" in then
