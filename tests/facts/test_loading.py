"""A wrong data file is refused, and the message says where."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.facts import load_facts

GOOD = """
subject: Tea
checked_on: 2026-11-22
facts:
  tea.break:
    title: Tea
    unit: minutes
    nations: uk
    values:
      - {from: 2026-01-01, to: 2026-06-30, value: 10, sure: official, sources: [kettle]}
      - {from: 2026-07-01, value: 15, sure: official, sources: [kettle], review_by: 2027-01-01}
"""


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "tea").mkdir()
    (tmp_path / "tea" / "tea.yml").write_text(text, encoding="utf-8")
    (tmp_path / "sources.yml").write_text(
        "seen_on: 2026-11-22\nsources: {kettle: {title: Kettle, publisher: Kitchen}}",
        encoding="utf-8",
    )
    (tmp_path / "official.yml").write_text("pages: {}", encoding="utf-8")
    return tmp_path


def test_a_good_file_is_read(tmp_path: Path) -> None:
    store = load_facts(folder(tmp_path, GOOD))
    assert [fact.words for fact in store.history("tea.break")] == ["10 minutes", "15 minutes"]


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("unit: minutes", "unit: cups", "unit"),
        ("value: 10", "value: ten", "'ten'"),
        ("value: 10", "value: true", "True"),
        ("value: 10", "value: null", "None"),
        ("nations: uk", "nations: [france]", "nations"),
        ("nations: uk", "", "nations"),
        ("[kettle]", "[teapot]", "teapot"),
        ("[kettle]", "[]", "source"),
        ("sure: official", "sure: maybe", "sure"),
        (", review_by: 2027-01-01", "", "review_by"),
        ("from: 2026-07-01", "from: 2026-06-01", "two values hold at once"),
        ("to: 2026-06-30", "to: 2025-06-30", "before it starts"),
        ("from: 2026-01-01", "since: 2026-01-01", "since"),
        ("from: 2026-01-01", "from: soon", "soon"),
        ("title: Tea", "", "title"),
        ("title: Tea", "titel: Tea", "titel"),
        ("title: Tea", "title: Tea\n    official: teashop", "teashop"),
        ("checked_on: 2026-11-22", "", "checked_on"),
        ("title: Tea", "title: Tea\n    title: Coffee", "given twice"),
        ("facts:", "facts: [", "tea.yml"),
    ],
)
def test_a_mistake_is_refused_by_file_and_place(
    tmp_path: Path, right: str, wrong: str, says: str
) -> None:
    assert right in GOOD
    with pytest.raises(ContentError, match="tea") as refusal:
        load_facts(folder(tmp_path, GOOD.replace(right, wrong, 1)))
    assert says in str(refusal.value)
    assert "tea.yml" in str(refusal.value)
