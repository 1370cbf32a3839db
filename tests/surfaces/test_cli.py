"""The command line, in process and once as a real one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import nbformat
import pytest
from click.testing import CliRunner
from nbformat import v4

from jupyter_hybridize.surfaces.cli import main
from tests.patience import PATIENCE
from tests.surfaces.small_programs import CALLS, HAZARD, STEP

SCHEMA = json.loads((Path(__file__).parent / "report.schema.json").read_text())
NOISY = "def noisy(x):\n    print(x)\n    return x\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, list(args), catch_exceptions=False)


def notebook(name, *cells):
    nbformat.write(v4.new_notebook(cells=[v4.new_markdown_cell("# Text"), *map(v4.new_code_cell, cells)]), name)
    return name


def functions_of(result):
    payload = json.loads(result.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(payload)
    return {f["name"]: f for unit in payload["units"] for f in unit["functions"]}


def test_json_of_a_notebook_fits_the_schema(run):
    notebook("a.ipynb", STEP, CALLS)
    result = run("check", "a.ipynb", "--format", "json")

    step = functions_of(result)["step"]
    assert (step["cell"], step["line"], step["confidence"], step["action"]) == (1, 3, "proved", "decorate")
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "calls", ["", "for _ in range(1000):\n    y = step(tf.ones([8]))\n"], ids=["no call", "no gain"]
)
def test_what_no_one_needs_to_act_on_fails_no_check(run, calls):
    notebook("a.ipynb", "import tensorflow as tf\n\ndef step(x):\n    return tf.tanh(tf.exp(x) * 2.0)\n", calls)
    result = run("check", "a.ipynb")

    assert "Nothing to do (1 function: " in result.stdout
    assert result.exit_code == 0
    assert run("check", "a.ipynb", "--format", "github").stdout == ""


def test_text_names_file_function_and_place(run):
    notebook("a.ipynb", STEP.replace("    return", "    print(x)\n    return"), CALLS)
    result = run("check", "a.ipynb")

    assert "a.ipynb" in result.stdout
    assert "refused  step  (cell 1, line 3)" in result.stdout
    assert "│ print(x)" in result.stdout
    assert "\x1b" not in result.stdout


def test_exit_status_is_0_when_there_is_nothing_to_do(run):
    notebook("a.ipynb", NOISY)

    assert run("check", "a.ipynb").exit_code == 0


def test_exit_status_is_1_for_a_hazard_and_0_if_asked_for(run):
    Path("m.py").write_text(HAZARD)

    assert run("check", "m.py").exit_code == 1
    assert run("check", "m.py", "--exit-zero").exit_code == 0


def test_module_has_lines_and_no_cells(run):
    Path("m.py").write_text(NOISY)
    result = run("check", "m.py", "--format", "json")

    assert functions_of(result)["noisy"]["cell"] is None
    assert "(line 1)" in run("check", "m.py").stdout


def test_folder_is_searched_for_notebooks_and_modules(run):
    Path("sub").mkdir()
    notebook("sub/a.ipynb", STEP, CALLS)
    Path("sub/m.py").write_text(NOISY)
    Path("sub/data.txt").write_text("nothing")

    assert set(functions_of(run("check", ".", "--format", "json"))) == {"step", "noisy"}


def bad_inputs():
    Path("broken.ipynb").write_text('{"cells": [')
    Path("old.ipynb").write_text(json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}))
    foreign = v4.new_notebook(metadata={"kernelspec": {"name": "ir", "language": "R", "display_name": "R"}})
    nbformat.write(foreign, "foreign.ipynb")
    Path("binary.py").write_bytes(b"\x00\xff\xfe\x80")
    return ["missing.ipynb", "broken.ipynb", "old.ipynb", "foreign.ipynb", "binary.py"]


@pytest.mark.parametrize("name", ["missing.ipynb", "broken.ipynb", "old.ipynb", "foreign.ipynb", "binary.py"])
def test_unusable_input_is_one_line_on_stderr_and_the_others_are_analysed(name, run):
    bad_inputs()
    notebook("good.ipynb", NOISY)
    result = run("check", name, "good.ipynb", "--format", "json")

    assert result.exit_code == 2
    (line,) = result.stderr.strip().splitlines()
    assert name in line
    assert "noisy" in functions_of(result)


def test_unusable_input_alone_prints_no_report(run):
    result = run("check", "missing.ipynb")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert run("check", "missing.ipynb", "--exit-zero").exit_code == 0


def test_cell_that_does_not_parse_is_no_unusable_input(run):
    notebook("a.ipynb", "def f(:\n", NOISY)
    result = run("check", "a.ipynb")

    assert result.exit_code == 0
    assert "refused  noisy" in result.stdout
    assert "cell 1" in result.stdout


def test_annotations_for_github(run):
    Path("m.py").write_text(HAZARD)
    notebook("a.ipynb", STEP, CALLS)
    lines = run("check", "m.py", "a.ipynb", "--format", "github").stdout.splitlines()

    assert lines[0].startswith("::error file=m.py,line=4,title=loud%3A hazard::")
    assert "%0AHYB302: " in lines[0]
    line = Path("a.ipynb").read_text().splitlines().index(r'    "def step(x, w):\n",') + 1
    assert lines[1].startswith(f"::notice file=a.ipynb,line={line},title=step%3A proved::`step` (cell 1, line 3): ")


def test_ignored_hazard_is_no_hazard(run):
    Path("m.py").write_text(HAZARD)
    result = run("check", "m.py", "--ignore", "HYB302", "--format", "json")

    loud = functions_of(result)["loud"]
    assert loud["confidence"] == "fine"
    assert "HYB302 is ignored" in loud["assumes"]
    assert result.exit_code == 0


@pytest.mark.parametrize("word", ["HYB3", "hyb302", "output-once", "output_once", "HYB401,HYB302"])
def test_rules_go_by_code_start_and_name(word, run):
    Path("m.py").write_text(HAZARD)

    assert run("check", "m.py", "--ignore", word).exit_code == 0


def test_ignoring_another_rule_changes_nothing(run):
    Path("m.py").write_text(HAZARD)

    assert functions_of(run("check", "m.py", "--ignore", "HYB301", "--format", "json"))["loud"]["assumes"] == []
    assert run("check", "m.py", "--ignore", "HYB301").exit_code == 1


def test_selecting_narrows_what_is_shown_and_changes_no_verdict(run):
    Path("m.py").write_text(HAZARD + NOISY)
    only = functions_of(run("check", "m.py", "--select", "HYB302", "--format", "json"))

    assert only["loud"]["confidence"] == "hazard"
    assert {f["code"] for function in only.values() for f in function["findings"]} == {"HYB302"}
    assert functions_of(run("check", "m.py", "--select", "HYB201", "--format", "json")) == {}


def test_rule_that_does_not_exist_is_a_usage_error(run):
    Path("m.py").write_text(NOISY)
    result = run("check", "m.py", "--ignore", "HYB9")

    assert result.exit_code == 2
    assert "there is no rule 'HYB9'" in result.stderr


def test_fix_writes_the_proved_decorator_and_a_second_run_changes_nothing(run):
    notebook("a.ipynb", STEP, CALLS)
    result = run("fix", "a.ipynb")

    assert "a.ipynb, cell 1: `step` decorated with `@tf.function" in result.stdout
    assert result.exit_code == 0
    written = Path("a.ipynb").read_bytes()
    assert "@tf.function" in nbformat.read("a.ipynb", 4).cells[1].source
    assert nbformat.read("a.ipynb", 4).cells[2].source == CALLS

    again = run("fix", "a.ipynb")
    assert again.stdout == "Nothing to change.\n"
    assert Path("a.ipynb").read_bytes() == written


def test_fix_leaves_refused_functions_alone(run):
    notebook("a.ipynb", NOISY)
    before = Path("a.ipynb").read_bytes()

    assert run("fix", "a.ipynb").stdout == "Nothing to change.\n"
    assert Path("a.ipynb").read_bytes() == before


def test_diff_writes_nothing(run):
    Path("m.py").write_text(STEP + "\n" + CALLS)
    result = run("fix", "m.py", "--diff")

    assert "+++ b/m.py" in result.stdout
    assert "+@tf.function" in result.stdout
    assert Path("m.py").read_text() == STEP + "\n" + CALLS
    assert result.exit_code == 1


def test_fix_changes_only_the_functions_selected(run):
    notebook("a.ipynb", STEP, CALLS)

    assert "decorated" not in run("fix", "a.ipynb", "--select", "stop").stdout
    assert "decorated" in run("fix", "a.ipynb", "--select", "stop,step").stdout


def test_fix_tells_of_a_name_that_no_function_has(run):
    notebook("a.ipynb", STEP, CALLS)
    result = run("fix", "a.ipynb", "--select", "stop")

    assert result.stderr == "error: there is no function `stop`; did you mean `step`?\n"
    assert (result.stdout, result.exit_code) == ("", 2)


def test_fix_tells_why_a_function_that_was_asked_for_stays_as_it_is(run):
    notebook("a.ipynb", STEP.replace("    return", "    print(x)\n    return"), CALLS)
    result = run("fix", "a.ipynb", "--select", "step")

    assert result.stdout.startswith("`step` stays as it is (refused): Keep it eager")
    assert result.exit_code == 0


def test_fix_writes_what_it_can_beside_an_unusable_input(run):
    notebook("a.ipynb", STEP, CALLS)
    Path("broken.ipynb").write_text("{")
    result = run("fix", "a.ipynb", "missing.ipynb", "broken.ipynb")

    assert result.exit_code == 2
    assert "@tf.function" in nbformat.read("a.ipynb", 4).cells[1].source
    assert Path("broken.ipynb").read_text() == "{"
    assert [line.split(":")[1].strip() for line in result.stderr.splitlines()] == ["missing.ipynb", "broken.ipynb"]


def test_file_that_may_not_be_written_is_one_line(run, monkeypatch):
    notebook("a.ipynb", STEP, CALLS)
    notebook("b.ipynb", STEP, CALLS)

    def refuse(source, target):
        if "a.ipynb" in str(target):
            raise PermissionError(13, "Permission denied", str(target))
        return rename(source, target)

    rename = os.replace
    monkeypatch.setattr(os, "replace", refuse)
    result = run("fix", "a.ipynb", "b.ipynb")

    assert result.exit_code == 2
    assert "a.ipynb" in result.stderr
    assert "@tf.function" in nbformat.read("b.ipynb", 4).cells[1].source
    assert "@tf.function" not in nbformat.read("a.ipynb", 4).cells[1].source


def test_explain_prints_a_rules_documentation(run):
    by_code, by_name = run("explain", "HYB302"), run("explain", "output-once")

    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.startswith("HYB302 output-once\n\nDiffers: ")


def test_explain_lists_all_rules(run):
    lines = run("explain").stdout.splitlines()

    assert any(line.startswith("HYB302  output-once") for line in lines)
    assert lines == sorted(lines)


def test_explain_of_no_rule_suggests_one(run):
    result = run("explain", "output-onse")

    assert result.exit_code == 2
    assert "did you mean output-once?" in result.stderr
    assert "did you mean output-once?" in run("explain", "output").stderr


def test_explain_ends_with_the_words_that_it_uses(run):
    said = run("explain", "HYB206").stdout

    assert "\nWords:\n" in said
    assert "- graph: " in said
    assert "- symbolic: " not in said


def test_version_is_told(run):
    assert run("--version").stdout.startswith("jupyter-hybridize ")


@pytest.mark.parametrize(
    "args", [["check"], ["check", "x", "--format", "xml"], ["fix"], ["nonsense"], ["check", "--nonsense"]]
)
def test_wrong_usage_ends_with_2(args, run):
    result = run(*args)

    assert result.exit_code == 2
    assert "Usage: " in result.stderr


COMMAND = [sys.executable, "-c", "from jupyter_hybridize.surfaces.cli import main; main(prog_name='jupyter-hybridize')"]


def test_real_command_encodes_for_an_ascii_terminal(tmp_path):
    (tmp_path / "naïve.py").write_text("def größe(x):\n    print('✓', x)\n", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "check", "."],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        timeout=PATIENCE,
    )

    assert b"Traceback" not in done.stderr
    assert b"x refused" in done.stdout
    assert done.returncode == 0


def test_reader_that_stops_early_gets_no_traceback(tmp_path):
    (tmp_path / "m.py").write_text("".join(f"def f{i}(x):\n    print(x)\n" for i in range(2000)))
    done = subprocess.Popen(
        [*COMMAND, "check", "m.py", "--verbose"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    done.stdout.read(10)
    done.stdout.close()
    error = done.stderr.read()
    done.wait(PATIENCE)

    assert b"Traceback" not in error
    assert b"BrokenPipe" not in error


def test_help_imports_nothing_of_the_analysis():
    code = (
        "import sys; from jupyter_hybridize.surfaces.cli import main; main(['-h'], standalone_mode=False); "
        "heavy = ('IPython', 'nbformat', 'libcst', 'rich', 'numpy', 'jupyter_hybridize.source', 'json'); "
        "print('loaded:', [name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "loaded: []" in done.stdout
    assert "explain" in done.stdout


UNSEEN = """\
import nowhere
import tensorflow as tf

def f(x):
    return nowhere.go(x) + nowhere.stay(x)

f(tf.ones([3]))
nowhere.go(1)
"""


def test_calls_nobody_could_see_into_are_listed_by_frequency_if_asked_for(run):
    Path("a.py").write_text(UNSEEN)

    lines = run("check", "--show-unknown", "a.py").stdout.splitlines()

    assert lines[-3:] == ["Not seen into: 2 calls, at 3 places.", "  2  nowhere.go", "  1  nowhere.stay"]
    assert "Not seen into" not in run("check", "a.py").stdout


def test_listed_calls_leave_a_report_for_programs_as_it_is(run):
    Path("a.py").write_text(UNSEEN)

    result = run("check", "--show-unknown", "--format", "json", "a.py")

    assert json.loads(result.stdout)["unknown_calls"] == {"nowhere.go": 2, "nowhere.stay": 1}
    assert "  2  nowhere.go" in result.stderr
