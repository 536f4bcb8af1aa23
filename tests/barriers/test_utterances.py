"""What must be true of every sentence that the guide can say on barriers and feelings."""

import re
from pathlib import Path

import pytest
import yaml

from bot.barriers.content import DATA, PARTS, load_entries
from bot.facts import load_facts
from bot.facts.wording import PLACEHOLDER
from bot.talk.catalogue import load_catalogue, read_catalogue
from tests.barriers.rendering import ALL

WORDING = yaml.safe_load((Path(__file__).parent / "wording.yml").read_text(encoding="utf-8"))
SAID = sorted({(reply.text, where) for where, outcome in ALL for reply in outcome.replies})
TEXTS = {text: where for text, where in SAID}
NOT_OURS = re.compile(r"We last checked|What I said on")  # caveats and sources have their own tests
OURS = {text: where for text, where in TEXTS.items() if not NOT_OURS.match(text)}
FILES = sorted(DATA.rglob("*.yml"))
ENTRIES = load_entries()


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?:])[\"”]?\s+", text) if part]


def test_enough_was_rendered_to_mean_something():
    assert len(ALL) > 2000
    assert len(TEXTS) > 600


@pytest.mark.parametrize("number", range(0, 4))
def test_messages_and_sentences_are_short(number):
    for text, where in list(OURS.items())[number::4]:
        assert len(text.split()) <= 60, f"{where}: {len(text.split())} words: {text}"
        for sentence in sentences(text):
            assert len(sentence.split()) <= 25, f"{where}: {sentence}"


@pytest.mark.parametrize("pattern", [*WORDING["banned"], *WORDING["steering"]])
def test_no_blaming_or_steering_word_is_said(pattern):
    found = [f"{where}: {text}" for text, where in OURS.items() if re.search(pattern, text.lower())]
    assert not found, found[:3]


def test_nothing_is_left_unfilled():
    for text, where in TEXTS.items():
        assert not re.search(r"[\[\]{}<>|]|\byear\}", text), f"{where}: {text}"
        assert "  " not in text.replace("\n", " "), where


def test_no_word_is_shouted():
    named = "SIM NHS IPPR TUC PCS IEP ESOL ENIC REACH GMB NIACRO GOV"
    known = set(named.split())
    for text, where in OURS.items():
        shouted = set(re.findall(r"\b[A-Z]{3,}\b", text)) - known
        assert not shouted, f"{where}: {shouted}"


def test_no_answer_ends_on_the_barrier():
    for where, outcome in ALL:
        last = outcome.replies[-1]
        assert last.buttons, f"{where}: no way on"
        assert last.text.endswith("?"), f"{where}: {last.text}"


def test_a_first_answer_is_two_or_three_messages_with_at_most_three_choices():
    for where, outcome in ALL:
        if "/telling" not in where:
            continue
        assert 2 <= len(outcome.replies) <= 3, where
        assert sum(len(reply.buttons) for reply in outcome.replies) <= 3, where


def test_no_answer_is_a_wall_of_messages():
    for where, outcome in ALL:
        assert len(outcome.replies) <= 5, f"{where}: {len(outcome.replies)} messages"


def test_buttons_fit_on_the_poorest_channel_and_lead_somewhere():
    labels = load_catalogue()
    for where, outcome in ALL:
        for button in (b for reply in outcome.replies for b in reply.buttons):
            assert len(button.title) <= 24, f"{where}: {button.title}"
            intent = button.payload[1:].split("{")[0]
            assert intent in {"say_more", "set_nation", *labels}, f"{where}: {button.payload}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_figures_come_from_facts_only(path):
    if path.stem in ("spotting", "hints"):
        return
    words = PLACEHOLDER.sub("", path.read_text(encoding="utf-8"))
    words = re.sub(r"(?:until|from): [\d-]+", "", words)  # days in conditions are not said
    assert not re.findall(r"\d", words)


def test_every_fact_that_is_told_is_known_and_a_finding_is_sourced_in_words():
    store = load_facts()
    for entry in ENTRIES.values():
        for figure in entry.figures:
            fact = next(f for f in store.history(figure.fact))
            assert fact.sources[0].dated, figure.fact
            assert "{year}" in figure.say, f"{entry.id}: {figure.say}"
            publisher = fact.sources[0].publisher
            spoken = "IEP Journal" if "Employability Professionals" in publisher else publisher
            assert spoken in " ".join(figure.say.split()), f"{entry.id}: {spoken} is not named"


def test_every_finding_is_told_somewhere():
    told = {figure.fact for entry in ENTRIES.values() for figure in entry.figures}
    text = "".join(path.read_text(encoding="utf-8") for path in FILES)
    findings = {name for name in load_facts().ids() if name.startswith("evidence.")}
    assert not {name for name in findings - told if name not in text}


def test_there_is_an_entry_for_every_barrier_and_feeling_of_the_catalogue():
    catalogue = read_catalogue()
    barriers = {name for name, entry in ENTRIES.items() if entry.kind == "barrier"}
    feelings = {name for name, entry in ENTRIES.items() if entry.kind == "feeling"}
    assert barriers == set(catalogue["barriers"])
    assert feelings == {name for name, entry in catalogue["feelings"].items() if entry.get("label")}
    for name in barriers:
        assert ENTRIES[name].label in load_catalogue().values()
        assert set(ENTRIES[name].parts) == set(PARTS)


def test_related_topics_are_in_the_catalogue():
    topics = set(read_catalogue()["topics"])
    for entry in ENTRIES.values():
        assert set(entry.related.topics) <= topics, entry.id


def test_what_a_person_can_be_told_first_never_needs_a_nation():
    for where, outcome in ALL:
        if "/telling" in where:
            payloads = [button.payload for reply in outcome.replies for button in reply.buttons]
            assert not any("set_nation" in payload for payload in payloads), where


def test_northern_ireland_is_not_sent_to_services_of_great_britain():
    abroad = ("Acas", "Flexible Support Fund", "National Careers Service", "DWP", "Equality Act")
    for where, outcome in ALL:
        if "/northern_ireland/" in where and "/sources" not in where:
            said = " ".join(reply.text for reply in outcome.replies)
            assert not [name for name in abroad if name in said], f"{where}: {said}"


def test_nobody_is_told_to_refuse_or_leave_without_advice_or_a_reason():
    refusing = r"turn\w* (?:a|the) job down|turning down|(?:before|or) leaving|no to a job"
    told = [text for text in OURS if re.search(refusing, text.lower())]
    assert told
    for text in told:
        assert re.search(r"advice|adviser|good reason", text.lower()), text
