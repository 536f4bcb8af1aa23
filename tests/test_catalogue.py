"""One id, one meaning: the catalogue, the domain, the examples and the rules agree."""

from __future__ import annotations

import yaml

from bot.talk.catalogue import intents, load_catalogue, read_catalogue
from tests.conftest import ROOT

INNER = {"answer", "carry_on"}


def _read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _examples(folder):
    found = {}
    for path in sorted((ROOT / folder).rglob("*.yml")):
        for entry in _read(path).get("nlu", ()):
            lines = [x.strip()[2:].strip() for x in entry["examples"].strip().splitlines()]
            found.setdefault(entry["intent"], []).extend(lines)
    return found


def test_the_domain_has_every_intent_of_the_catalogue_and_no_other():
    assert set(_read(ROOT / "domain.yml")["intents"]) - INNER == set(intents())


def test_every_intent_has_enough_examples():
    examples = _examples("data/nlu")
    few = {
        name: len(examples.get(name, ())) for name in intents() if len(examples.get(name, ())) < 20
    }
    assert not few
    most_asked = ["ask_written_contract", "ask_breaks", "ask_sick_pay", "ask_split_shifts",
                  "ask_zero_hours", *read_catalogue()["feelings"]]  # fmt: skip
    assert not {name for name in most_asked if len(examples[name]) < 40}


def test_every_intent_has_held_out_examples_that_are_never_trained_on():
    trained = {line.lower() for lines in _examples("data/nlu").values() for line in lines}
    held_out = _examples("tests/nlu")
    assert set(held_out) == set(intents())
    assert not [line for lines in held_out.values() for line in lines if line.lower() in trained]


def test_every_intent_leads_to_one_action():
    led = []
    for path in (ROOT / "data/stories").glob("*.yml"):
        for rule in _read(path)["rules"]:
            step = rule["steps"][0]
            led += [s["intent"] for s in step.get("or", [step])]
    assert sorted(led) == sorted(set(led))
    assert set(led) == set(intents()) | INNER | {"nlu_fallback"}


def test_everything_that_can_be_offered_has_human_words():
    labels = load_catalogue()
    for family in ("topics", "requests", "barriers"):
        for name in read_catalogue()[family]:
            assert read_catalogue()[family][name].get("label"), name
    assert all(len(label) <= 24 for label in labels.values())


def test_every_action_of_the_domain_exists_and_no_other():
    from rasa_sdk.executor import ActionExecutor

    executor = ActionExecutor()
    executor.register_package("actions")
    assert set(executor.actions) == set(_read(ROOT / "domain.yml")["actions"])
