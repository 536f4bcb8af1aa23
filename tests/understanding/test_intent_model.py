"""The intent model learns from few examples, keeps what it learnt, and knows how sure it is."""

from pathlib import Path

import pytest

from bot.errors import ContentError, SetupError
from bot.language import get_embedder
from bot.language.intent_model import IntentModel
from bot.language.learning import learn
from bot.language.ngrams import words_of

EXAMPLES = {
    "ask_breaks": [
        "do I get a break in a six hour shift",
        "how long is my lunch break",
        "no breaks at work all day",
        "can they refuse me a rest break",
        "is my break paid",
        "we never get to stop for a break",
    ],
    "ask_holiday": [
        "how much holiday do I get",
        "they refused my annual leave",
        "do I get paid for bank holidays",
        "holiday pay when I leave",
        "can I take leave in August",
        "my holiday was cancelled",
    ],
    "greet": ["hello", "hi there", "good morning", "hiya", "hey", "good evening"],
}


@pytest.fixture(scope="module")
def model() -> IntentModel:
    texts = [text for examples in EXAMPLES.values() for text in examples]
    labels = [intent for intent, examples in EXAMPLES.items() for _ in examples]
    return learn(texts, labels, get_embedder().embed(texts))


def ranked(model: IntentModel, text: str) -> list[tuple[str, float]]:
    return model.ranking(text, get_embedder().embed([text])[0], 10)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("am I owed a tea break on a long shift", "ask_breaks"),
        ("how many weeks of annual leave", "ask_holiday"),
        ("hello good afternoon", "greet"),
    ],
)
def test_it_names_texts_that_it_never_saw(model: IntentModel, text: str, intent: str) -> None:
    assert ranked(model, text)[0][0] == intent


def test_its_confidences_add_up_to_one(model: IntentModel) -> None:
    assert sum(share for _, share in ranked(model, "anything")) == pytest.approx(1.0)


def test_it_is_less_sure_of_what_is_like_no_example(model: IntentModel) -> None:
    assert ranked(model, "blue whale")[0][1] < ranked(model, "is my lunch break paid")[0][1]


def test_what_was_saved_answers_as_before(model: IntentModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    loaded = IntentModel.load(tmp_path)
    for text in ("can I have a break", "leave in the summer", ""):
        before, after = dict(ranked(model, text)), dict(ranked(loaded, text))
        assert after == pytest.approx(before, abs=0.01)


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="make train"):
        IntentModel.load(tmp_path)


@pytest.mark.parametrize(
    ("labels", "said"),
    [(["a", "a", "a"], "two intents"), (["a", "a", "b"], "more than one example of b")],
)
def test_too_few_examples_are_named(labels: list[str], said: str) -> None:
    texts = ["one", "two", "three"]
    with pytest.raises(ContentError, match=said):
        learn(texts, labels, get_embedder().embed(texts))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I’m paid £12.71 an hour?", ["i'm", "paid", "£", "0", "an", "hour", "?"]),
        ("CAFÉ P45!!", ["cafe", "p", "0"]),
        ("", []),
    ],
)
def test_words_are_plain_and_numbers_are_alike(text: str, words: list[str]) -> None:
    assert words_of(text) == words
