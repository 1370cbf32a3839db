"""``[tool.hybridize]``: the nearest one above each file holds, options come before it, mistakes are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jupyter_hybridize.surfaces.checking.settings import Settings, is_matched, settings_schema
from tests.surfaces.checking.conftest import Run
from tests.surfaces.small_programs import CALLS, HAZARD, STEP

ROOT = Path(__file__).parents[3]


def settings(text: str, folder: str = ".") -> None:
    Path(folder).mkdir(exist_ok=True)
    Path(folder, "pyproject.toml").write_text(text, encoding="utf-8")


def confidences(run: Run, *args: str) -> dict[str, str]:
    units = json.loads(run("check", "--format", "json", *args).stdout)["units"]
    return {f"{unit['path']}:{f['name']}": f["confidence"] for unit in units for f in unit["functions"]}


def test_what_a_setting_ignores_is_taken_on_trust(run: Run) -> None:
    Path("m.py").write_text(HAZARD)
    settings('[tool.hybridize]\nignore = ["HYB302"]')
    result = run("check", "m.py", "--format", "json")
    (function,) = json.loads(result.stdout)["units"][0]["functions"]
    assert (function["confidence"], function["assumes"]) == ("fine", ["HYB302 is ignored"])
    assert result.exit_code == 0


def test_each_file_has_the_settings_nearest_above_it(run: Run) -> None:
    settings('[tool.hybridize]\nignore = ["HYB302"]')
    settings("[tool.hybridize]\n", "strict")
    settings("[tool.other]\n", "lenient")
    for folder in ("strict", "lenient"):
        Path(folder, "m.py").write_text(HAZARD)
    assert confidences(run, ".") == {"lenient/m.py:loud": "fine", "strict/m.py:loud": "hazard"}


def test_options_come_before_settings(run: Run) -> None:
    Path("m.py").write_text(HAZARD)
    settings('[tool.hybridize]\nignore = ["HYB302"]\nformat = "github"')
    assert run("check", "m.py").stdout == ""
    assert confidences(run, "m.py", "--ignore", "HYB401") == {"m.py:loud": "hazard"}
    assert confidences(run, "m.py", "--isolated") == {"m.py:loud": "hazard"}


def test_rules_may_be_ignored_in_some_files(run: Run) -> None:
    Path("tests").mkdir()
    for name in ("m.py", "tests/m.py", "tests_m.py"):
        Path(name).write_text(HAZARD)
    settings('[tool.hybridize.per-file-ignores]\n"tests" = ["output-once"]')
    assert confidences(run, ".") == {"m.py:loud": "hazard", "tests/m.py:loud": "fine", "tests_m.py:loud": "hazard"}


def test_a_search_leaves_out_what_is_excluded_and_takes_what_is_named(run: Run) -> None:
    for folder in ("a", "old"):
        Path(folder).mkdir()
        Path(folder, "m.py").write_text(HAZARD)
    settings('[tool.hybridize]\nexclude = ["old"]')
    assert set(confidences(run, ".")) == {"a/m.py:loud"}
    assert set(confidences(run, "old/m.py", "a")) == {"old/m.py:loud", "a/m.py:loud"}
    assert set(confidences(run, "old/m.py", "a", "--force-exclude")) == {"a/m.py:loud"}
    assert run("check", "old/m.py", "--force-exclude").exit_code == 0
    assert run("check", ".", "--exclude", "a,m.py").exit_code == 0


def test_a_search_takes_only_what_is_included(run: Run, notebook: Any) -> None:
    notebook("n.ipynb", HAZARD)
    Path("m.py").write_text(HAZARD)
    settings('[tool.hybridize]\ninclude = ["*.ipynb"]')
    assert set(confidences(run, ".")) == {"n.ipynb:loud"}


def test_the_order_of_cells_is_a_setting_of_the_notebook(run: Run, notebook: Any) -> None:
    notebook("n.ipynb", HAZARD)
    settings('[tool.hybridize]\norder = "execution"')
    assert json.loads(run("check", "n.ipynb", "--format", "json").stdout)["units"][0]["order"] == "execution"


def test_a_baseline_is_seen_from_the_settings(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings('[tool.hybridize]\nbaseline = "known.json"')
    Path("sub").mkdir()
    Path("sub", "m.py").write_text(HAZARD)
    monkeypatch.chdir(tmp_path / "sub")
    run("check", ".", "--write-baseline")
    assert (tmp_path / "known.json").exists()
    assert run("check", ".").exit_code == 0


def test_what_fix_writes_is_a_setting(run: Run) -> None:
    verify = "import other\n" + STEP.replace("return x", "return other.f(x)") + "\n" + CALLS
    Path("m.py").write_text(verify)
    run("fix", "m.py")
    assert Path("m.py").read_text() == verify
    settings('[tool.hybridize.fix]\ninclude = ["verify-first"]')
    run("fix", "m.py")
    assert "@tf.function" in Path("m.py").read_text()


def test_fix_writes_nothing_on_trust(run: Run) -> None:
    useless = (
        "import tensorflow as tf\n\n@tf.function\ndef f(x):\n    return x\n\nfor _ in range(3):\n    f(tf.ones(3))\n"
    )
    Path("m.py").write_text(useless)
    settings('[tool.hybridize]\nignore = ["HYB401"]')
    assert run("fix", "m.py").stdout == "Nothing to change.\n"
    assert "freed" in run("fix", "m.py", "--isolated").stdout


MISTAKES = [
    ("[tool.hybridize]\nselct = []", "tool.hybridize.selct: there is no such key; did you mean select?"),
    ("[tool.hybridize]\nignore = 'HYB3'", "tool.hybridize.ignore: expected a list of strings"),
    ("[tool.hybridize]\nignore = ['HYB9']", "tool.hybridize.ignore: there is no rule 'HYB9'"),
    ("[tool.hybridize]\nselect = [3]", "tool.hybridize.select: expected a list of strings"),
    ("[tool.hybridize]\norder = 'any'", "tool.hybridize.order: expected one of document, execution"),
    ("[tool.hybridize]\nformat = 1", "tool.hybridize.format: expected one of text, json, github, sarif"),
    ("[tool.hybridize]\njobs = -1", "tool.hybridize.jobs: expected a number of processes"),
    ("[tool.hybridize]\njobs = true", "tool.hybridize.jobs: expected a number of processes"),
    ("[tool.hybridize]\nbaseline = []", "tool.hybridize.baseline: expected a path"),
    ("[tool.hybridize]\nper-file-ignores = []", "tool.hybridize.per-file-ignores: expected a table"),
    ("[tool.hybridize.per-file-ignores]\na = ['x-y']", "tool.hybridize.per-file-ignores: there is no rule 'x-y'"),
    ("[tool.hybridize]\nfix = true", "tool.hybridize.fix: expected a table"),
    ("[tool.hybridize.fix]\nsignatures = 1", "tool.hybridize.fix.signatures: expected true or false"),
    ("[tool.hybridize.fix]\ninclude = ['all']", "tool.hybridize.fix.include: expected a list of verify-first"),
    ("[tool]\nhybridize = 1", "tool.hybridize: expected a table"),
    ("[tool.hybridize", "Expected"),
    ("a = 'hybridize \udc80'", "codec"),
    ("[tool.hybridize]\nignore = " + "[" * 3_000, ""),
]


@pytest.mark.parametrize(
    ("text", "said"), MISTAKES, ids=[(text.partition("\n")[2] or text)[:50] for text, _ in MISTAKES]
)
def test_a_mistake_is_one_line_that_names_file_and_key(text: str, said: str, run: Run) -> None:
    Path("m.py").write_text(HAZARD)
    Path("pyproject.toml").write_bytes(text.encode(errors="surrogateescape"))
    for command in ("check", "fix"):
        result = run(command, "m.py")
        assert (result.exit_code, result.stdout) == (2, "")
        (line,) = result.stderr.splitlines()
        assert line.startswith("error: pyproject.toml: ")
        assert said in line
        assert run(command, "m.py", "--isolated").exit_code in {0, 1}


def test_settings_of_other_tools_are_not_ours_to_check(run: Run) -> None:
    Path("m.py").write_text(HAZARD)
    settings("this is no TOML")
    assert run("check", "m.py").exit_code == 1


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("old", "old/a.py", True),
        ("old", "a/old/b.py", True),
        ("old/", "a/old/b.py", True),
        ("old", "older/a.py", False),
        ("*.py", "a/b.py", True),
        ("a/b", "a/b/c.py", True),
        ("./a/b", "a/b/c.py", True),
        ("a/b", "c/a/b/d.py", False),
        ("a/*.py", "a/b/c.py", True),
        ("test_*.py", "a/test_b.py", True),
        ("A", "a/b.py", False),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert is_matched(Path("/project", path), pattern, Path("/project")) is expected
    assert not is_matched(Path("/elsewhere", path), pattern, Path("/project"))


def test_the_schema_takes_what_is_read_and_nothing_else() -> None:
    schema = settings_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    good = {"select": ["HYB3"], "jobs": "auto", "fix": {"signatures": True}, "per-file-ignores": {"a": ["HYB302"]}}
    assert validator.is_valid(good)
    for wrong in ({"selct": []}, {"jobs": -1}, {"fix": {"include": ["proved"]}}, {"ignore": "HYB3"}):
        assert not validator.is_valid(wrong)


def test_the_schema_that_is_published_is_up_to_date() -> None:
    published = ROOT / "docs" / "hybridize.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == settings_schema()


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    schema: Any = settings_schema()["properties"]
    keys = [*(key for key in schema if key != "fix"), *schema["fix"]["properties"]]
    assert [key for key in keys if f"`{key}`" not in text] == []


def test_settings_of_no_file_ignore_nothing() -> None:
    assert Settings(Path("/")).ignored(Path("/a.py")) == ()
