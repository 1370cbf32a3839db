"""The baseline: what is known is left out, what is new is reported, wherever lines and cells move."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.surfaces.checking.conftest import REFUSED, Run
from tests.surfaces.small_programs import CALLS, HAZARD, STEP

ANOTHER = HAZARD.replace("loud", "louder")


@pytest.fixture
def known(run: Run, notebook: Any) -> Run:
    """Return the command line in a folder whose issues are in a baseline."""
    notebook("n.ipynb", HAZARD, STEP, CALLS)
    Path("m.py").write_text(HAZARD)
    assert run("check", ".", "--baseline", "base.json", "--write-baseline").exit_code == 0
    return run


def test_nothing_is_reported_of_what_is_known(known: Run) -> None:
    result = known("check", ".", "--baseline", "base.json")
    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing to do")
    assert result.stderr == "note: 3 known issues left out, by base.json\n"


def test_moved_lines_and_cells_stay_known(known: Run, notebook: Any) -> None:
    notebook("n.ipynb", "import os", "\n# about\n" + HAZARD, "\n" + STEP, CALLS)
    Path("m.py").write_text("import os\n\n\n" + HAZARD)
    assert known("check", ".", "--baseline", "base.json").exit_code == 0


@pytest.mark.parametrize("style", ["text", "json", "github", "sarif"])
def test_only_what_is_new_is_reported(style: str, known: Run) -> None:
    Path("m.py").write_text(HAZARD + ANOTHER)
    result = known("check", ".", "--baseline", "base.json", "--format", style)
    assert result.exit_code == 1
    assert "louder" in result.stdout
    assert "loud" not in result.stdout.replace("louder", "")
    assert "step" not in result.stdout


def test_a_second_issue_of_a_known_function_is_new(known: Run) -> None:
    Path("m.py").write_text(HAZARD.replace("    return", '    print("again")\n    return'))
    (function,) = json.loads(known("check", "m.py", "--baseline", "base.json", "--format", "json").stdout)["units"][0][
        "functions"
    ]
    assert [finding["line"] for finding in function["findings"]] == [6]


def test_a_refused_function_is_told_again_with_what_is_new(run: Run) -> None:
    Path("m.py").write_text(REFUSED.replace('("called")', '("called")\n    print("again")'))
    run("check", "m.py", "--baseline", "base.json", "--write-baseline")
    assert "noisy" not in run("check", "m.py", "--baseline", "base.json", "--verbose").stdout
    Path("m.py").write_text("seen = []\n" + REFUSED.replace('("called")', '("called")\n    seen.append(x)'))
    told = run("check", "m.py", "--baseline", "base.json", "--verbose").stdout
    assert "HYB301" in told
    assert "HYB302" not in told


def test_a_repeated_line_is_not_taken_for_the_known_one(known: Run) -> None:
    Path("m.py").write_text(HAZARD.replace("    return", '    print("called")\n    return'))
    assert known("check", "m.py", "--baseline", "base.json").exit_code == 1


def test_entries_that_are_no_longer_found_are_told_and_dropped_when_it_is_written(known: Run) -> None:
    Path("m.py").write_text("x = 1\n")
    told = known("check", ".", "--baseline", "base.json")
    assert "1 issue of base.json no longer found" in told.stderr
    assert told.exit_code == 0
    known("check", ".", "--baseline", "base.json", "--write-baseline")
    assert list(json.loads(Path("base.json").read_text())["files"]) == ["n.ipynb"]


def test_a_file_that_is_not_checked_keeps_its_entries_and_a_deleted_one_loses_them(known: Run) -> None:
    before = Path("base.json").read_text()
    assert known("check", "m.py", "--baseline", "base.json").stderr == "note: 1 known issue left out, by base.json\n"
    known("check", "m.py", "--baseline", "base.json", "--write-baseline")
    assert Path("base.json").read_text() == before
    Path("n.ipynb").unlink()
    assert "2 issues of base.json no longer found" in known("check", "m.py", "--baseline", "base.json").stderr
    known("check", "m.py", "--baseline", "base.json", "--write-baseline")
    assert list(json.loads(Path("base.json").read_text())["files"]) == ["m.py"]


def test_a_file_that_cannot_be_used_keeps_its_entries(known: Run) -> None:
    before = Path("base.json").read_text()
    content = Path("n.ipynb").read_text()
    Path("n.ipynb").write_text("{")
    assert known("check", ".", "--baseline", "base.json", "--write-baseline").exit_code == 2
    Path("n.ipynb").write_text(content)
    assert Path("base.json").read_text() == before


def test_the_file_is_sorted_and_has_names_only(run: Run) -> None:
    Path("b.py").write_text(HAZARD + ANOTHER.replace('print("called")', 'open("secret.txt")'))
    Path("a.py").write_text(REFUSED)
    run("check", "b.py", "a.py", "--baseline", "base.json", "--write-baseline")
    first = Path("base.json").read_text()
    run("check", "a.py", "b.py", "--baseline", "base.json", "--write-baseline")
    assert Path("base.json").read_text() == first
    loaded = json.loads(first)
    assert list(loaded["files"]) == ["a.py", "b.py"]
    assert [(each["function"], each["rule"]) for each in loaded["files"]["b.py"]] == [
        ("loud", "HYB302"),
        ("louder", "HYB302"),
    ]
    assert "secret" not in first
    assert "called" not in first


def test_paths_are_seen_from_the_baseline(known: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert known("check", "..", "--baseline", "../base.json").exit_code == 0


UNUSABLE = {
    "missing": None,
    "empty": "",
    "a list": "[]",
    "another version": '{"version": 2, "files": {}}',
    "no entry": '{"version": 1, "files": {"a": [1]}}',
    "no text": "\udc80",
    "nested too deep": "[" * 90_000,
}


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_a_baseline_that_cannot_be_used_is_one_line(content: str | None, run: Run) -> None:
    Path("m.py").write_text(HAZARD)
    if content is not None:
        Path("base.json").write_bytes(content.encode(errors="surrogateescape"))
    result = run("check", "m.py", "--baseline", "base.json")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: base.json: ")


def test_a_part_of_the_issues_is_not_written(run: Run) -> None:
    Path("m.py").write_text(HAZARD)
    result = run("check", "m.py", "--baseline", "base.json", "--write-baseline", "--select", "HYB3")
    assert (result.exit_code, result.stdout, Path("base.json").exists()) == (2, "", False)
    assert "leave --select out" in result.stderr


def test_a_baseline_that_cannot_be_written_is_one_line(run: Run) -> None:
    Path("m.py").write_text(HAZARD)
    result = run("check", "m.py", "--write-baseline", "--baseline", "no/such/folder.json")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: no/such/folder.json: cannot be written: ")


def test_writing_needs_a_file(run: Run) -> None:
    Path("m.py").write_text(HAZARD)
    result = run("check", "m.py", "--write-baseline")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--baseline FILE" in result.stderr
