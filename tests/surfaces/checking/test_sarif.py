"""The report as SARIF: valid, at the right lines of the files, and with fixes that do what ``fix`` does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.surfaces.checking.conftest import REFUSED, Run
from tests.surfaces.small_programs import CALLS, HAZARD, STEP

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text())
Object = dict[str, Any]


def sarif(run: Run, *args: str) -> Object:
    log: Object = json.loads(run("check", "--format", "sarif", *args).stdout)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (found,) = log["runs"]
    assert isinstance(found, dict)
    return found


def marked(result: Object) -> str:
    """Return the stretch of the file that the result is at."""
    place = result["locations"][0]["physicalLocation"]
    region = place["region"]
    lines = Path(place["artifactLocation"]["uri"]).read_text(encoding="utf-8").splitlines()
    assert region["endLine"] == region["startLine"]
    return lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


def by_rule(log: Object) -> dict[str, Object]:
    return {result["ruleId"]: result for result in log["results"]}


def test_a_hazard_is_an_error_and_the_rest_is_a_note(run: Run) -> None:
    Path("a.py").write_text(HAZARD)
    Path("b.py").write_text(STEP + "\n" + CALLS)
    Path("c.py").write_text(REFUSED)
    levels = [(r["ruleId"], r["level"], r["properties"]["confidence"]) for r in sarif(run, ".")["results"]]
    assert levels == [("HYB302", "error", "hazard"), ("decorate", "note", "proved"), ("HYB302", "note", "refused")]


def test_each_rule_is_described_once_with_its_page(run: Run) -> None:
    Path("a.py").write_text(HAZARD)
    Path("b.py").write_text(STEP + "\n" + CALLS)
    log = sarif(run, ".")
    rules = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["HYB302", "decorate"]
    assert [rules[result["ruleIndex"]]["id"] for result in log["results"]] == ["HYB302", "decorate"]
    assert rules[0]["shortDescription"]["text"].startswith("The function prints")
    assert rules[0]["help"]["markdown"].startswith("# HYB302 output-once\n")


def test_places_are_those_of_the_file(run: Run, notebook: Any) -> None:
    Path("m.py").write_text("# é😀\n" + HAZARD)
    notebook("n.ipynb", "x = 1", STEP, CALLS, HAZARD.replace('"called"', '"é\\t\\\\😀"'))
    results = sarif(run, ".")["results"]
    assert [marked(result) for result in results] == ['print("called")', "def", r"print(\"é\\t\\\\😀\")"]


def test_a_notebook_in_one_line_has_columns(run: Run, notebook: Any) -> None:
    notebook("n.ipynb", HAZARD)
    loaded = json.loads(Path("n.ipynb").read_text())
    for cell in loaded["cells"]:
        cell["source"] = "".join(cell["source"])
    Path("n.ipynb").write_text(json.dumps(loaded))
    (result,) = sarif(run, "n.ipynb")["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert marked(result) == r"print(\"called\")"


def test_the_message_and_the_properties_name_the_cell(run: Run, notebook: Any) -> None:
    notebook("n.ipynb", STEP, CALLS)
    (result,) = sarif(run, "n.ipynb")["results"]
    assert "(cell 1, line 3)" in result["message"]["text"]
    names = [each["name"] for each in result["locations"][0]["logicalLocations"]]
    assert names == ["step", "cell 1"]
    assert (result["properties"]["cell"], result["properties"]["cellLine"]) == (1, 3)


def test_the_way_to_a_cause_is_told(run: Run) -> None:
    Path("m.py").write_text('def say():\n    print("x")\n\n' + HAZARD.replace('    print("called")\n', "    say()\n"))
    result = by_rule(sarif(run, "m.py"))["HYB302"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 8
    assert marked(result) == 'print("x")'


def test_a_refused_function_has_a_result_for_each_rule(run: Run) -> None:
    Path("m.py").write_text(REFUSED.replace('("called")', '("called")\n    print("again")'))
    (result,) = sarif(run, "m.py")["results"]
    (related,) = result["relatedLocations"]
    assert marked(result) == 'print("called")'
    assert (related["physicalLocation"]["region"]["startLine"], related["message"]["text"]) == (5, "also line 5")


def test_what_a_comment_silences_is_suppressed(run: Run) -> None:
    Path("m.py").write_text(HAZARD.replace('("called")', '("called")  # hybridize: ignore[HYB302]'))
    (result,) = sarif(run, "m.py")["results"]
    assert [each["kind"] for each in result["suppressions"]] == ["inSource"]
    assert run("check", "m.py").exit_code == 0


def test_names_of_files_are_written_as_uris(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "a folder" / "100 %ü.py").write_text(HAZARD)
    (result,) = sarif(run, "a folder")["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "a%20folder/100%20%25%C3%BC.py", "uriBaseId": "%SRCROOT%"}


def test_a_file_outside_is_named_in_full(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "m.py").write_text(HAZARD)
    monkeypatch.chdir(tmp_path / "here")
    (result,) = sarif(run, "../m.py")["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": (tmp_path / "m.py").as_uri()}


def test_what_could_not_be_used_is_a_notification(run: Run, notebook: Any) -> None:
    notebook("n.ipynb", "x = (", HAZARD)
    Path("broken.ipynb").write_text("{")
    log = sarif(run, ".")
    (invocation,) = log["invocations"]
    assert invocation["executionSuccessful"] is False
    levels = [each["level"] for each in invocation["toolExecutionNotifications"]]
    assert levels == ["error", "warning"]
    assert "broken.ipynb" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert [result["ruleId"] for result in log["results"]] == ["HYB302"]


def test_a_function_that_nobody_calls_is_no_result(run: Run) -> None:
    Path("m.py").write_text(STEP)
    assert sarif(run, "m.py")["results"] == []


def fingerprints(log: Object) -> list[str]:
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in log["results"]]


def test_fingerprints_survive_lines_and_cells_that_move(run: Run, notebook: Any) -> None:
    notebook("n.ipynb", HAZARD, STEP, CALLS)
    before = fingerprints(sarif(run, "n.ipynb"))
    notebook("n.ipynb", "import os", "# more\n\n" + HAZARD, "\n" + STEP.replace("    return", "\n    return"), CALLS)
    assert fingerprints(sarif(run, "n.ipynb")) == before
    assert len(set(before)) == 2


def test_equal_lines_have_fingerprints_of_their_own(run: Run) -> None:
    Path("m.py").write_text(HAZARD.replace("    return", '    print("called")\n    return'))
    found = fingerprints(sarif(run, "m.py"))
    assert len(set(found)) == len(found) == 2


def applied(text: str, fix: Object) -> str:
    """Return *text* with the replacements of a fix made, as an editor does."""
    (change,) = fix["artifactChanges"]
    lines = text.splitlines(keepends=True)

    def position(line: int, column: int) -> int:
        return sum(map(len, lines[: line - 1])) + column - 1

    for each in reversed(change["replacements"]):
        region = each["deletedRegion"]
        start = position(region["startLine"], region["startColumn"])
        end = position(region["endLine"], region["endColumn"])
        text = text[:start] + each["insertedContent"]["text"] + text[end:]
    return text


USELESS = """\
import tensorflow as tf

@tf.function
def plain(x):
    return x

for _ in range(3):
    plain(tf.ones(3))
"""
PROGRAMS = [
    ("m.py", [STEP, CALLS]),
    ("m.py", ["from tensorflow import range, tanh, matmul, ones\n", STEP.replace("tf.", ""), CALLS.replace("tf.", "")]),
    ("n.ipynb", [STEP, CALLS]),
    ("n.ipynb", ["x = 'é'", STEP.replace("as tf", "as T").replace("tf.", "T."), CALLS.replace("tf.", "T.")]),
    ("m.py", [USELESS]),
    ("n.ipynb", [USELESS]),
]


@pytest.mark.parametrize(("name", "cells"), PROGRAMS)
def test_the_fix_of_a_result_writes_what_the_command_writes(
    name: str, cells: list[str], run: Run, notebook: Any
) -> None:
    if name.endswith(".py"):
        Path(name).write_text("\n".join(cells))
    else:
        notebook(name, *cells)
    before = Path(name).read_text()
    (result,) = [result for result in sarif(run, name)["results"] if "fixes" in result]
    run("fix", name)
    assert Path(name).read_text() != before
    assert applied(before, result["fixes"][0]) == Path(name).read_text()


def test_what_is_not_sure_has_no_fix(run: Run) -> None:
    Path("m.py").write_text("import other\n" + STEP.replace("return x", "return other.f(x)") + "\n" + CALLS)
    result = by_rule(sarif(run, "m.py"))["decorate"]
    assert result["properties"]["confidence"] == "verify-first"
    assert "fixes" not in result
