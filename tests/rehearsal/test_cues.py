"""What a turn is about, by its words."""

from __future__ import annotations

import pytest

from bot.rehearsal.cues import pattern_of, plain, told_apart


@pytest.mark.parametrize(
    ("cue", "says", "found"),
    [
        ("ill", "I'll ask them", False),
        ("ill", "I’ll ask them", False),
        ("ill", "my son is ill", True),
        ("hell", "He'll be home by four", False),
        ("go to hell", "go to hell", True),
        ("id", "I'd like to know", False),
        ("id", "did he ask for your ID?", True),
        ("shed", "she'd come too", False),
        ("were", "we're short of people", False),
        ("i'll leave it", "I'll leave it", True),
        ("i'll leave it", "ill leave it then", True),
        ("you'd like", "what youd like", True),
        ("karen's town", "It is Karens town", True),
        ("don't want to be here", "you don’t want to be here", True),
        ("feel*", "you'd feel_it", True),
    ],
)
def test_a_form_with_an_apostrophe_is_no_other_word(cue, says, found):
    assert bool(pattern_of((cue,)).search(told_apart(says))) is found


def test_plain_words_keep_no_mark():
    assert plain("I'll say we're-late, he'd said") == "ill say were late hed said"
