"""The magics, in real IPython shells."""

import re
import sys
import types

import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from jupyter_hybridize import load_ipython_extension, unload_ipython_extension
from jupyter_hybridize.surfaces.magic_options import OptionError, Options, parse_options, split_cell, without_apply
from jupyter_hybridize.surfaces.payload import MIME_TYPE

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
NOISY = "def noisy(x):\n    print(x)\n    return x\n"


class Shell:
    """An IPython shell with the extension, and what its cells printed and displayed."""

    def __init__(self, capsys):
        InteractiveShell.clear_instance()
        self.ip = InteractiveShell.instance()
        self.ip.display_pub = CapturingDisplayPublisher(shell=self.ip)
        self.ip.history_manager.reset(new_session=False)
        self.ip.execution_count = 1
        self.next_inputs = []
        self.ip.set_next_input = lambda text, replace=False: self.next_inputs.append((text, replace))
        self.capsys = capsys
        load_ipython_extension(self.ip)
        capsys.readouterr()

    def run(self, cell, **how):
        self.ip.display_pub.outputs.clear()
        result = self.ip.run_cell(cell, **{"store_history": True, **how})
        captured = self.capsys.readouterr()
        self.out, self.err = COLOURS.sub("", captured.out), COLOURS.sub("", captured.err)
        return result

    @property
    def reports(self):
        return [o["data"] for o in self.ip.display_pub.outputs if MIME_TYPE in o["data"]]

    @property
    def functions(self):
        (report,) = self.reports
        return {f["name"]: f for unit in report[MIME_TYPE]["units"] for f in unit["functions"]}


@pytest.fixture
def shell(capsys):
    made = Shell(capsys)
    yield made
    unload_ipython_extension(made.ip)
    InteractiveShell.clear_instance()


def test_cell_runs_and_its_functions_are_reported(shell):
    result = shell.run(f"%%hybridize\n{NOISY}")

    assert result.success
    assert "noisy" in shell.ip.user_ns
    assert shell.functions["noisy"]["confidence"] == "refused"
    assert "HYB302" in {finding["code"] for finding in shell.functions["noisy"]["findings"]}


def test_report_comes_as_text_html_and_json(shell):
    shell.run(f"%%hybridize\n{NOISY}")

    (bundle,) = shell.reports
    assert "refused  noisy  (In [1], line 2)" in bundle["text/plain"]
    assert '<div class="jp-hybridize">' in bundle["text/html"]


def test_value_of_the_cell_is_displayed_once(shell):
    result = shell.run("%%hybridize\nprint('once')\n40 + 2")

    assert result.result == 42
    assert shell.out.count("42") == 1
    assert shell.out.count("once") == 1
    assert shell.ip.user_ns["_1"] == 42


def test_closing_semicolon_still_silences_the_value(shell):
    shell.run("%%hybridize\n40 + 2;")

    assert "42" not in shell.out


def test_error_is_shown_once_at_the_line_the_user_sees(shell):
    result = shell.run("%%hybridize\nx = 1\n1 / 0\n")

    assert isinstance(result.error_in_exec, ZeroDivisionError)
    assert shell.out.count("ZeroDivisionError: division by zero") == 1
    assert "line 3" in shell.out
    assert shell.ip.user_ns["x"] == 1


def test_failed_cell_is_still_reported(shell):
    shell.run(f"%%hybridize\n{NOISY}\n1 / 0")

    assert "noisy" in shell.functions


def test_cell_that_is_not_python_shows_its_syntax_error_and_no_report(shell):
    result = shell.run("%%hybridize\ndef f(:\n")

    assert isinstance(result.error_before_exec, SyntaxError)
    assert shell.reports == []


def test_top_level_await_works(shell):
    result = shell.run("%%hybridize\nimport asyncio\nawait asyncio.sleep(0, 'slept')")

    assert result.result == "slept"


def test_line_magics_and_another_cell_magic_work_inside(shell):
    result = shell.run("%%hybridize\n%time y = 3\n")
    assert result.success
    assert shell.ip.user_ns["y"] == 3

    shell.run(f"%%hybridize\n%%time\n{NOISY}")
    assert "noisy" in shell.functions


def test_cell_within_another_cell_magic_is_reported(shell):
    shell.run(f"%%time\n%%hybridize\n{NOISY}")

    assert "noisy" in shell.ip.user_ns
    assert "noisy" in shell.functions


def test_cell_is_in_the_history_once(shell):
    shell.run(f"%%hybridize\n{NOISY}")
    shell.run("%hybridize")

    assert [text for text in shell.ip.history_manager.input_hist_raw if "noisy" in text] == [
        f"%%hybridize\n{NOISY}".rstrip()
    ]
    assert list(shell.functions) == ["noisy"]


def test_cell_that_is_not_stored_is_reported_too(shell):
    shell.run(f"%%hybridize\n{NOISY}", store_history=False)

    assert "noisy" in shell.functions


def test_plain_cell_is_not_reported(shell):
    shell.run(NOISY)
    assert shell.reports == []

    shell.run("text = '''\n%%hybridize\n'''")
    assert shell.reports == []


def test_whole_session_is_reported_with_magics_masked_in_earlier_cells(shell):
    shell.run(f"%%hybridize\n{NOISY}")
    shell.run("%time z = 1\ndef other(y):\n    print(y)\n")
    shell.run("%hybridize")

    assert list(shell.functions) == ["noisy", "other"]
    assert [f["count"] for f in shell.functions.values()] == [1, 2]
    assert [f["cell"] for f in shell.functions.values()] == [None, None]


def test_only_the_latest_definition_is_reported(shell):
    shell.run("def f(x):\n    print(x)\n")
    shell.run("def f(x):\n    return print(x)\n")
    shell.run("%hybridize")

    assert shell.functions["f"]["count"] == 2


def test_report_on_a_cell_is_about_this_cell_alone(shell):
    shell.run(NOISY)
    shell.run("%%hybridize\ndef quiet(x):\n    return x\n")

    assert list(shell.functions) == ["quiet"]


def test_function_with_nothing_to_do_takes_one_line_unless_verbose(shell):
    shell.run("%%hybridize\ndef quiet(x):\n    return x\nquiet(1)\n")
    assert "no gain  quiet  (In [1], line 2)  `quiet` does no tensor computation.\n" in shell.reports[0]["text/plain"]
    assert "parameters" not in shell.reports[0]["text/plain"]

    shell.run("%%hybridize -v\ndef quiet(x):\n    return x\nquiet(1)\n")
    assert "parameters: x: " in shell.reports[0]["text/plain"]


def test_unknown_option_is_one_line_and_the_cell_does_not_run(shell):
    result = shell.run("%%hybridize --aply\nran = True")

    assert not result.success
    (line,) = (shell.out + shell.err).strip().splitlines()
    assert line.startswith("UsageError: unknown option --aply; usage: %%hybridize")
    assert "ran" not in shell.ip.user_ns


def test_apply_on_the_line_magic_is_a_usage_error(shell):
    shell.run("%hybridize --apply")

    assert "UsageError: --apply rewrites one cell" in shell.out + shell.err


def test_magic_called_by_a_program_runs_and_reports(shell):
    result = shell.run(f"get_ipython().run_cell_magic('hybridize', '', {NOISY!r})")

    assert result.success
    assert "noisy" in shell.functions


def test_magic_called_by_a_program_fails_with_its_cell(shell):
    result = shell.run("get_ipython().run_cell_magic('hybridize', '', '1 / 0')")

    assert isinstance(result.error_in_exec, ZeroDivisionError)
    assert shell.out.count("ZeroDivisionError: division by zero") == 1


STEP = """\
def step(x, w):
    for _ in tf.range(100):
        x = tf.tanh(tf.matmul(x, w))
    return x
"""
CALLS = "for _ in range(1000):\n    y = step(tf.ones([8, 8]), tf.ones([8, 8]))\n"


class Anything:
    """What an operation gives here: of a class that nothing is known of."""


@pytest.fixture
def tensors(shell, monkeypatch):
    """Give the shell an `import tensorflow` that takes no time: the analysis reads, the cells only run through it."""
    module = types.ModuleType("tensorflow")
    for name in ("function", "ones", "matmul", "tanh"):
        setattr(module, name, lambda value, *_: value if callable(value) else Anything())
    module.range = lambda n: range(0)
    monkeypatch.setitem(sys.modules, "tensorflow", module)
    shell.run("import tensorflow as tf")
    return shell


def test_apply_rewrites_the_cell_with_the_proved_decorator(tensors):
    tensors.run(f"%%hybridize --apply\n{STEP}\n{CALLS}")

    assert tensors.functions["step"]["confidence"] == "proved"
    ((text, replace),) = tensors.next_inputs
    assert replace
    assert text.startswith("%%hybridize\n@tf.function")
    assert text.endswith(CALLS)
    assert "the cell is rewritten" in tensors.out


def test_rewritten_cell_runs_and_has_nothing_left_to_do(tensors):
    tensors.run(f"%%hybridize --apply\n{STEP}\n{CALLS}")
    ((text, _),) = tensors.next_inputs
    tensors.next_inputs.clear()

    assert tensors.run(text.replace("%%hybridize", "%%hybridize --apply")).success
    assert tensors.functions["step"]["mode"] == "hybrid"
    assert tensors.next_inputs == []
    assert "the cell stays as it is" in tensors.out


def test_nothing_changes_without_apply(tensors):
    tensors.run(f"%%hybridize\n{STEP}\n{CALLS}")

    assert tensors.functions["step"]["action"] == "decorate"
    assert tensors.next_inputs == []


def test_refused_function_is_never_rewritten(tensors):
    tensors.run(f"%%hybridize --apply\n{NOISY}")

    assert tensors.next_inputs == []
    assert "the cell stays as it is" in tensors.out


def test_colab_shows_the_code_to_copy(tensors, monkeypatch):
    monkeypatch.setitem(sys.modules, "google.colab", types.ModuleType("google.colab"))
    tensors.run(f"%%hybridize --apply\n{STEP}\n{CALLS}")

    assert tensors.next_inputs == []
    assert "%%hybridize\n@tf.function" in tensors.out


def test_document_order_reads_the_saved_notebook(shell, monkeypatch, tmp_path):
    import nbformat
    from nbformat import v4

    cell = f"%%hybridize --order document\n{NOISY}"
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell("# Title"), v4.new_code_cell(cell)])
    path = tmp_path / "saved.ipynb"
    nbformat.write(notebook, path)
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    shell.run(cell)

    assert shell.functions["noisy"]["cell"] == 1
    shell.run(f"{cell}changed = 1\n")
    assert "save the notebook first" in shell.err
    assert shell.ip.user_ns["changed"] == 1


def test_saved_notebook_must_be_known_for_document_order(shell, monkeypatch):
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    result = shell.run("%%hybridize --order document\nran = True")

    assert result.success
    assert shell.ip.user_ns["ran"]
    assert "the notebook's file is not known" in shell.err


def test_empty_cell_is_ipythons_own_error(shell):
    shell.run("%%hybridize\n")

    assert "UsageError" in shell.out + shell.err


def test_loading_twice_reports_once(shell):
    load_ipython_extension(shell.ip)
    shell.run(f"%%hybridize\n{NOISY}")

    assert len(shell.reports) == 1


def test_unloading_takes_everything_back(shell):
    unload_ipython_extension(shell.ip)
    shell.run(f"%%hybridize\n{NOISY}")
    assert "magic `%%hybridize` not found" in shell.out + shell.err
    assert shell.reports == []

    unload_ipython_extension(shell.ip)
    load_ipython_extension(shell.ip)
    shell.run(f"%%hybridize\n{NOISY}")
    assert "noisy" in shell.functions


def test_extension_loads_by_its_name(shell):
    unload_ipython_extension(shell.ip)
    assert shell.run("%load_ext jupyter_hybridize").success
    assert "hybridize" in shell.ip.magics_manager.magics["cell"]
    assert shell.run("%unload_ext jupyter_hybridize").success


def test_bug_of_the_analysis_leaves_the_cell_alone(shell, monkeypatch):
    from jupyter_hybridize.surfaces import kernel

    def fail(*_):
        raise RuntimeError("no such thing\nas luck")

    monkeypatch.setattr(kernel, "only_cell", fail)
    result = shell.run("%%hybridize\nran = 1\nran + 1")

    assert result.success
    assert result.result == 2
    (line,) = shell.err.strip().splitlines()
    assert "RuntimeError: no such thing as luck" in line
    assert "report" in line
    assert "Your cell ran as usual." in line


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("", Options()),
        (" --apply", Options(apply=True)),
        ("-v --apply  # try it", Options(apply=True, verbose=True)),
        ("--order=execution", Options()),
    ],
)
def test_options_are_understood(line, options):
    assert parse_options(line) == options


@pytest.mark.parametrize("line", ["apply", "--order", "--order sideways", "--apply=yes", "-x", "'open"])
def test_other_options_are_refused_in_one_line(line):
    with pytest.raises(OptionError) as caught:
        parse_options(line)

    assert "usage: %%hybridize" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["%%hybridized\nx", "%%hybridize.x\nx", "%%hybridize", "%%hybridize\n  \n", "x\n%%hybridize\n"]
)
def test_other_cells_are_not_ours(text):
    assert split_cell(text) is None


def test_apply_is_taken_from_the_first_line_only():
    text = "%%hybridize --apply -v\nx = ' --apply'\n"

    assert without_apply(text) == "%%hybridize -v\nx = ' --apply'\n"


def test_loading_imports_nothing_heavy():
    import subprocess

    code = (
        "import sys, jupyter_hybridize.surfaces.magic as m; "
        "heavy = ('libcst', 'rich', 'tensorflow', 'nbformat', 'jupyter_hybridize.session'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
