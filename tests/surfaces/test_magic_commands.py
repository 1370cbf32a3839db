"""The sub-commands in a shell without TensorFlow: what is said before anything is tried."""

import re

import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from jupyter_hybridize import load_ipython_extension, unload_ipython_extension
from jupyter_hybridize.surfaces.result_payload import VERIFICATION_TYPE

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
CELL = """\
def noisy(x):
    print(x)
    return x

class Trainer:
    def step(self, x):
        print(x)
        return x

trainer = Trainer()
"""


class Shell:
    def __init__(self, capsys):
        InteractiveShell.clear_instance()
        self.ip = InteractiveShell.instance()
        self.ip.display_pub = CapturingDisplayPublisher(shell=self.ip)
        self.ip.history_manager.reset(new_session=False)
        self.ip.execution_count = 1
        self.capsys = capsys
        load_ipython_extension(self.ip)
        self.run(CELL)

    def run(self, cell):
        self.ip.display_pub.outputs.clear()
        self.capsys.readouterr()
        self.succeeded = self.ip.run_cell(cell, store_history=True).success
        captured = self.capsys.readouterr()
        self.text = COLOURS.sub("", captured.out + captured.err)

    @property
    def bundles(self):
        return [output["data"] for output in self.ip.display_pub.outputs]


@pytest.fixture
def shell(capsys):
    made = Shell(capsys)
    yield made
    unload_ipython_extension(made.ip)
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("target", ["noisy", "noisy(3)", "trainer.step", "trainer.step(3)", "Trainer.step"])
def test_unsafe_function_is_refused_with_the_reports_reason_and_not_run(shell, target):
    shell.run(f"%hybridize verify {target}")

    (bundle,) = shell.bundles
    assert bundle[VERIFICATION_TYPE]["outcome"] == "refused"
    assert bundle[VERIFICATION_TYPE]["rule"] == "HYB302"
    assert "│ print(x)" in bundle["text/plain"]
    assert shell.text == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("verify", "usage: %hybridize verify NAME"),
        ("verify missing", "`missing` is not defined in this kernel"),
        ("verify print", "`print` is a function of Python's"),
        ("verify trainer.nothing", "`trainer` has no `nothing`"),
        ("bench noisy(3)", "`noisy` is not timed as a graph, which would not do the same: `print` runs only while"),
        ("bench noisy(", "neither a name nor a call"),
        ("bench --signature [garbage", "usage: %hybridize bench"),
        ("verify --signature [garbage noisy(3)", "unknown option --signature; usage: %hybridize verify"),
        ("bench Trainer", "`Trainer` is a class"),
        ("watch off", "nothing is being watched"),
        ("watch report", "nothing was watched yet"),
        ("widget noisy", "buttons need a notebook"),
        ("nothing_like_it", "unknown command nothing_like_it"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(shell, line, said):
    shell.run(f"%hybridize {line}")

    assert not shell.succeeded
    assert said in shell.text
    assert shell.text.strip().count("\n") == 0


def test_braces_and_dollars_of_a_call_are_left_alone(shell):
    shell.run("name = 'missing'\n")
    shell.run("%hybridize verify noisy({'a': '$name', 'b': '{name}'})")

    assert shell.bundles[0][VERIFICATION_TYPE]["outcome"] == "refused"


def test_runs_are_kept_for_the_history_and_marked_after_an_edit(shell):
    shell.run("%hybridize history")
    assert "Nothing was verified or benchmarked yet" in shell.bundles[0]["text/plain"]

    shell.run("%hybridize verify noisy")
    shell.run("%hybridize history")
    assert "edited since" not in shell.bundles[0]["text/plain"]
    assert "1  In [3]  noisy" in shell.bundles[0]["text/plain"]  # the first cell defines it

    shell.run("def noisy(x):\n    print(2 * x)\n    return x")
    shell.run("%hybridize history noisy")
    assert "refused  edited since" in shell.bundles[0]["text/plain"]

    shell.run("%hybridize history trainer")
    assert "`trainer` was not verified or benchmarked yet" in shell.text


def test_line_of_a_command_is_not_part_of_the_program(shell):
    shell.run("%hybridize verify noisy")
    shell.run("%hybridize")

    (report,) = [bundle for bundle in shell.bundles if "functions" in str(bundle)]
    assert "noisy" in report["text/plain"]


def test_unloaded_extension_leaves_no_trace_in_the_shell(shell):
    before = {name: list(found) for name, found in shell.ip.events.callbacks.items()}
    unload_ipython_extension(shell.ip)
    after = shell.ip.events.callbacks

    assert all("hybridize" not in repr(callback).lower() for found in after.values() for callback in found)
    assert any(len(after[name]) < len(found) for name, found in before.items())
    assert "%hybridize" not in shell.ip.strdispatchers["complete_command"].strs


def test_completion_is_offered_on_the_line(shell):
    _, matches = shell.ip.complete("ver", "%hybridize ver", 14)

    assert "verify" in matches
