"""About a tenth of the examples is held back, the same ones every time."""

from bot.language.holding_back import is_held_back


def test_about_a_tenth_is_held_back() -> None:
    held_back = sum(is_held_back(f"question {number}") for number in range(5_000))
    assert 400 < held_back < 620


def test_the_same_texts_are_held_back_every_time() -> None:
    texts = [f"question {number}" for number in range(40)]
    assert [is_held_back(text) for text in texts] == [is_held_back(text) for text in texts]
    assert is_held_back("question 4") is is_held_back("question 4")


def test_half_a_surrogate_pair_is_no_trouble() -> None:
    assert is_held_back("\ud83d broken") in (True, False)
