"""`goodwork better-off` on the command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.errors import BadInput

HOME = {
    "date": "2026-11-22",
    "nation": "england",
    "adults": [{"age": 30}],
    "offer": {"hourly": 12.71, "hours_week": 16},
}
run = CliRunner()


def test_json_has_exactly_the_agreed_parts(tmp_path):
    file = tmp_path / "home.json"
    file.write_text(json.dumps(HOME))
    found = json.loads(run.invoke(app, ["better-off", str(file), "--json"]).stdout)
    assert set(found) == {
        "out_of_work", "in_work", "better_off_month", "assumptions", "not_included", "facts"
    }  # fmt: skip
    assert set(found["out_of_work"]) == {
        "universal_credit_month", "child_benefit_month", "total_month"
    }  # fmt: skip
    assert set(found["in_work"]) == {
        "gross_month", "income_tax_month", "national_insurance_month", "pension_month",
        "take_home_month", "universal_credit_month", "child_benefit_month", "childcare_month",
        "work_costs_month", "total_month",
    }  # fmt: skip
    assert found["better_off_month"] == 456.33


def test_yaml_is_read_from_standard_input():
    text = "{date: 2026-11-22, nation: wales, adults: [{age: 30}], offer: {annual: 12000}}"
    found = json.loads(run.invoke(app, ["better-off", "--json"], input=text).stdout)
    assert found["in_work"]["take_home_month"] == 1000


def test_each_line_gets_a_result_with_its_id_and_a_bad_line_an_error():
    bad = {"id": "b", "nation": "mars"}
    lines = [json.dumps({"id": "a", **HOME}), json.dumps(bad), json.dumps({"id": 3, **HOME})]
    result = run.invoke(app, ["better-off", "--jsonl"], input="\n".join(lines))
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in found] == ["a", "b", 3]
    assert "adults" in found[1]["error"]
    assert found[2]["better_off_month"] == 456.33
    assert isinstance(result.exception, BadInput)


@pytest.mark.parametrize("text", ["", "[1]", "{a: b: c}", "12"])
def test_what_is_no_household_is_told_so(text):
    assert isinstance(run.invoke(app, ["better-off"], input=text).exception, BadInput)


def test_the_words_show_both_months_and_what_is_left_out():
    shown = run.invoke(app, ["better-off"], input=json.dumps(HOME)).stdout
    for part in ("Out of work", "Take home", "456.33", "Council tax reduction"):
        assert part in shown


def test_the_command_imports_no_rasa():
    code = (
        "import sys; from typer.testing import CliRunner; from bot.cli import app;"
        f"CliRunner().invoke(app, ['better-off', '--json'], input='''{json.dumps(HOME)}''');"
        "sys.exit(bool({'rasa', 'rasa_sdk', 'tensorflow'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
