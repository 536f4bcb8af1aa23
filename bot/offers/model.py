"""The model of a good job: six dimensions, their measures and the levels, read from data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import attrs
import yaml

from bot.errors import ContentError

Dimension = Literal[
    "pay_and_rewards", "terms_of_employment", "intrinsic_characteristics", "health_and_safety",
    "work_life_balance", "representation_and_voice",
]  # fmt: skip
Floor = Literal["everywhere", "great_britain", "none"]
Who = Literal["person", "key_worker", "look_up"]
Stage = Literal["easy_now", "at_offer", "risky"]
Level = Literal[0, 1, 2, 3]

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
TOP_LEVEL = 3
SCORING = Path(__file__).resolve().parents[2] / "data" / "scoring"


@attrs.frozen
class Measure:
    """One thing that makes a job better or worse for the worker.

    Attributes:
        id: for instance `P1`; stays the same for good.
        weight: 2 for a core measure, otherwise 1.
        floor: where a law sets a floor; there, what nobody said is taken to keep the law.
        floor_if_self_employed: the floor holds for self-employed people too.
        levels: plain words for each level that the measure has, from 0 (or 1) to 3.
        below: words for what looks below the legal floor; None where there is no such thing.
        ask: a question that one can say to an employer.
        why: why the guide asks it.
        who: who may ask, or `look_up` where nobody has to.
        stage: when it is safe to ask.
        anchor: the standards that the levels come from.
    """

    id: str
    dimension: Dimension
    name: str
    weight: int
    floor: Floor
    levels: Mapping[int, str]
    ask: str
    why: str
    who: Who
    stage: Stage
    anchor: str
    below: str | None = None
    floor_if_self_employed: bool = False


@attrs.frozen
class DimensionInfo:
    """The name of a dimension, in full and in short."""

    id: Dimension
    name: str
    short: str


@attrs.frozen
class Model:
    """All measures in their order, and the settings that are judgement."""

    dimensions: tuple[DimensionInfo, ...]
    measures: tuple[Measure, ...]
    settings: Mapping[str, Any]

    def measure(self, measure_id: str) -> Measure:
        """Return the measure with this id.

        Raises:
            ContentError: there is none.
        """
        for measure in self.measures:
            if measure.id == measure_id:
                return measure
        raise ContentError(f"No measure has the id {measure_id}; see data/scoring/measures.")

    def of(self, dimension: Dimension) -> tuple[Measure, ...]:
        """Return the measures of one dimension, in their order."""
        return tuple(m for m in self.measures if m.dimension == dimension)

    def dimension(self, dimension: Dimension) -> DimensionInfo:
        """Return the names of a dimension."""
        return next(info for info in self.dimensions if info.id == dimension)


@lru_cache(maxsize=4)
def load_model(folder: Path = SCORING) -> Model:
    """Read the model from data files.

    Raises:
        ContentError: a file is wrong; the message names the file and the measure.
    """
    index = read_yaml(folder / "measures.yml")
    infos, measures = [], []
    for entry in index["dimensions"]:
        infos.append(DimensionInfo(entry["id"], entry["name"], entry["short"]))
        path = folder / entry["file"]
        measures += [_measure(raw, entry["id"], path) for raw in read_yaml(path)]
    if tuple(info.id for info in infos) != DIMENSIONS:
        raise ContentError(f"{folder / 'measures.yml'}: the dimensions must be {DIMENSIONS}.")
    ids = [measure.id for measure in measures]
    for twice in {i for i in ids if ids.count(i) > 1}:
        raise ContentError(f"{folder / 'measures'}: two measures have the id {twice}.")
    return Model(tuple(infos), tuple(measures), read_yaml(folder / "settings.yml"))


def read_yaml(path: Path) -> Any:
    """Return what a YAML file holds.

    Raises:
        ContentError: the file is missing or is no YAML; the message says where.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError as error:
        raise ContentError(f"{path} is missing.") from error
    except yaml.YAMLError as error:
        raise ContentError(f"{path} can not be read: {error}") from error


_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _measure(raw: Mapping[str, Any], dimension: Dimension, path: Path) -> Measure:
    try:
        measure = Measure(dimension=dimension, **raw)
    except TypeError as error:
        raise ContentError(f"{path}, measure {raw.get('id', '?')}: {error}") from error
    problem = _problem(measure)
    if problem:
        raise ContentError(f"{path}, measure {measure.id}: {problem}")
    return measure


def _problem(measure: Measure) -> str | None:
    """Return what is wrong with a measure, in words, or None."""
    if measure.weight not in (1, 2):
        return "the weight must be 1 or 2."
    if measure.floor not in get_args(Floor):
        return f"floor must be one of {get_args(Floor)}."
    if measure.who not in get_args(Who) or measure.stage not in get_args(Stage):
        return f"who must be one of {get_args(Who)}, and stage one of {get_args(Stage)}."
    if not {1, 2, 3} <= set(measure.levels) <= {0, 1, 2, 3}:
        return "levels 1, 2 and 3 need words; level 0 may have them."
    if 0 not in measure.levels and measure.below is None:
        return "a measure needs words for level 0 or for what is below the floor."
    if not measure.ask.endswith("?"):
        return "ask must be a question."
    return None
