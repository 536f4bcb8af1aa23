"""How well the model understands texts it never saw, in figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import yaml

from bot.errors import ContentError

_WORST = 25
_SAFETY = ("distress", "danger")


@attrs.frozen
class Example:
    """A text and the intent that its author meant."""

    text: str
    intent: str


@attrs.frozen
class Answer:
    """What the whole pipeline made of an example.

    Attributes:
        intent: the intent set, after fallback, offers and safety.
        likeliest: the first of the ranking, whatever the intent set.
        confidence: of `likeliest`, from 0 to 1.
        top_three: the first three of the ranking; what a fallback would offer.
    """

    intent: str
    likeliest: str
    confidence: float
    top_three: tuple[str, ...]

    @classmethod
    def of(cls, described: Mapping[str, Any]) -> Answer:
        """Return the answer in an object of `bot.nlu.understanding.described`."""
        ranking = [(ranked["name"], ranked["confidence"]) for ranked in described["ranking"]]
        likeliest, confidence = ranking[0] if ranking else ("", 0.0)
        names = tuple(name for name, _ in ranking[:3])
        return cls(described["intent"], likeliest, confidence, names)


def read_examples(folder: Path) -> list[Example]:
    """Read every example below a folder of Rasa NLU files.

    Raises:
        ContentError: a file is no YAML or not in the form of Rasa.
    """
    examples = []
    for path in sorted(folder.rglob("*.yml")):
        try:
            for block in (yaml.safe_load(path.read_text(encoding="utf-8")) or {})["nlu"]:
                examples += [Example(text, block["intent"]) for text in _lines(block["examples"])]
        except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
            raise ContentError(f"{path}: not in the form of Rasa's examples ({error}).") from error
    return examples


def _lines(examples: str) -> list[str]:
    lines = [line.rstrip() for line in examples.splitlines() if line.strip()]
    if any(not line.startswith("- ") for line in lines):
        raise ValueError("a line that Rasa would pass over: indent every example alike")
    return [line[2:].strip() for line in lines]


def figures(examples: Sequence[Example], answers: Sequence[Answer]) -> dict[str, Any]:
    """Return accuracy, results per intent, the worst confusions and safety recall."""
    pairs = list(zip(examples, answers, strict=True))
    meant = [example.intent for example in examples]
    given = [answer.intent for answer in answers]
    per_intent = _per_intent(meant, given)
    return {
        "examples": len(pairs),
        "accuracy": _share(example.intent == answer.intent for example, answer in pairs),
        "accuracy_of_likeliest": _share(
            example.intent == answer.likeliest for example, answer in pairs
        ),
        "in_top_three": _share(example.intent in answer.top_three for example, answer in pairs),
        "unsure": _share(intent == "nlu_fallback" for intent in given),
        "wrong_and_sure": _share(
            answer.intent not in (example.intent, "nlu_fallback") for example, answer in pairs
        ),
        "macro_f1": round(
            sum(row["f1"] for row in per_intent.values()) / max(1, len(per_intent)), 4
        ),
        "safety": _safety(pairs),
        "per_intent": per_intent,
        "worst_confusions": _confusions(meant, [answer.likeliest for answer in answers]),
    }


def _per_intent(meant: Sequence[str], given: Sequence[str]) -> dict[str, dict[str, float]]:
    right = Counter(intent for intent, other in zip(meant, given, strict=True) if intent == other)
    support, said = Counter(meant), Counter(given)
    table = {}
    for intent in sorted(support):
        precision = right[intent] / said[intent] if said[intent] else 0.0
        recall = right[intent] / support[intent]
        both = precision + recall
        table[intent] = {
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(2 * precision * recall / both if both else 0.0, 4),
            "support": support[intent],
        }
    return table


def _confusions(meant: Sequence[str], likeliest: Sequence[str]) -> list[dict[str, Any]]:
    wrong = Counter(pair for pair in zip(meant, likeliest, strict=True) if pair[0] != pair[1])
    return [
        {"meant": intent, "likeliest": other, "times": times}
        for (intent, other), times in wrong.most_common(_WORST)
    ]


def _safety(pairs: Iterable[tuple[Example, Answer]]) -> dict[str, Any]:
    raised: dict[bool, list[bool]] = defaultdict(list)
    for example, answer in pairs:
        raised[example.intent in _SAFETY].append(answer.intent in _SAFETY)
    return {
        "messages": len(raised[True]),
        "recall": _share(raised[True]),
        "false_alarms": _share(raised[False]),
    }


def _share(truths: Iterable[bool]) -> float:
    """Return the share that is true, from 0 to 1; 0 of nothing."""
    counted = [bool(truth) for truth in truths]
    return round(sum(counted) / len(counted), 4) if counted else 0.0
