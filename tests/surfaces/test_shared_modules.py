"""Modules that lie beside notebooks: their functions are told of once, in their file, by what all programs show."""

import json
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbformat import v4

from jupyter_hybridize.surfaces.cli import main

OPS = """import tensorflow as tf

RATE = 2.0


def waves(x):
    for _ in range(20):
        x = tf.sin(x) + tf.cos(x) * RATE
    return x


def unused(x):
    return tf.sin(x)
"""
USE = "import tensorflow as tf\nimport ops\n\nfor n in range(100):\n    ops.waves(tf.ones([4, 3]))"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("ops.py").write_text(OPS)
    return lambda *args: CliRunner().invoke(main, list(args), catch_exceptions=False)


def notebook(name, *cells):
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells]), name)


def told(result):
    units = json.loads(result.stdout)["units"]
    return [(Path(u["path"]).name, f["name"], f["confidence"]) for u in units for f in u["functions"]]


def test_check_of_a_notebook_tells_of_the_functions_it_calls_of_a_module_beside_it(run):
    notebook("a.ipynb", USE)
    assert told(run("check", "a.ipynb", "--format", "json")) == [("ops.py", "waves", "proved")]


def test_function_of_a_module_is_told_of_once_when_its_file_is_checked_too(run):
    notebook("a.ipynb", USE)
    notebook("b.ipynb", USE)
    expected = [("ops.py", "waves", "proved"), ("ops.py", "unused", "verify-first")]
    assert told(run("check", ".", "--format", "json")) == expected


def test_what_one_notebook_does_to_a_module_counts_for_its_function(run):
    notebook("a.ipynb", USE)
    notebook("b.ipynb", USE, f"ops.RATE = 0.5\n{USE}")
    found = told(run("check", ".", "--format", "json"))
    assert ("ops.py", "waves", "refused") in found
    assert ("ops.py", "waves", "proved") not in found


def test_notebook_that_imports_but_does_not_call_says_nothing_of_a_function(run):
    notebook("a.ipynb", USE)
    notebook("b.ipynb", "import ops\n\nops.RATE = 0.5")
    assert ("ops.py", "waves", "proved") in told(run("check", ".", "--format", "json"))


def test_signature_is_withheld_where_notebooks_would_not_write_the_same(run):
    notebook("a.ipynb", USE)
    notebook("b.ipynb", USE.replace("[4, 3]", "[5, 2]"))
    units = json.loads(run("check", ".", "--format", "json").stdout)["units"]
    (waves,) = [f for unit in units for f in unit["functions"] if f["name"] == "waves"]
    assert (waves["confidence"], waves["signature"], waves["signature_absence"]) == ("proved", None, "several-programs")


def test_decorator_counts_as_of_no_use_only_where_every_notebook_says_so(run):
    Path("ops.py").write_text(OPS.replace("def waves", "@tf.function\ndef waves"))
    notebook("a.ipynb", USE)
    notebook("b.ipynb", "import tensorflow as tf\nimport ops\n\nprint(ops.waves(tf.ones([2])))")
    assert ("ops.py", "waves", "fine") in told(run("check", ".", "--format", "json"))


def test_module_that_the_settings_exclude_is_not_told_of(run):
    Path("pyproject.toml").write_text('[tool.hybridize]\nexclude = ["ops.py"]\n')
    notebook("a.ipynb", USE)
    assert told(run("check", "a.ipynb", "--format", "json")) == []


def test_fix_writes_a_module_by_what_notebooks_show_and_only_if_it_is_given(run):
    notebook("a.ipynb", USE)
    assert "Nothing to change" in run("fix", "a.ipynb").stdout
    assert "`waves` decorated" in run("fix", ".").stdout
    assert Path("ops.py").read_text() == OPS.replace("def waves", "@tf.function\ndef waves")
    assert "Nothing to change" in run("fix", ".").stdout


def test_fix_leaves_a_function_alone_that_goes_wrong_in_one_of_the_notebooks(run):
    notebook("a.ipynb", USE)
    notebook("b.ipynb", USE, f"ops.RATE = 0.5\n{USE}")
    run("fix", ".")
    assert Path("ops.py").read_text() == OPS


def test_fix_of_a_module_brings_no_hazard_about_in_a_notebook(run):
    caller = "import tensorflow as tf\nimport ops\n\nseen = []\n\n"
    notebook("a.ipynb", caller + "for n in range(100):\n    seen.append(ops.waves(tf.ones([4, 3])))")
    run("fix", ".")
    assert not any(confidence == "hazard" for _, _, confidence in told(run("check", ".", "--format", "json")))
