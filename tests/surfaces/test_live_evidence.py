"""Evidence from a real IPython shell."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

from jupyter_hybridize.results.verification import Outcome, Verification
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.surfaces.history import History
from jupyter_hybridize.surfaces.live_evidence import LiveEvidence
from tests.untraced import functions_called, least_seconds, machine_seconds

FUNCTION = "def half(x):\n    return x / 2\n"


class Shell:
    """A shell whose every cell is recorded."""

    def __init__(self):
        InteractiveShell.clear_instance()
        self.ip = InteractiveShell.instance()
        self.ip.history_manager.reset(new_session=False)
        self.ip.reset(new_session=False)
        self.ip.execution_count = 1
        self.evidence = LiveEvidence(self.ip)

    def run(self, *cells):
        for cell in cells:
            self.evidence.begin_recording()
            self.ip.run_cell(cell, store_history=True)
            self.evidence.end_recording()

    @property
    def program(self):
        return History.of(self.ip.history_manager.input_hist_raw).program()

    def collect(self):
        return self.evidence.collect(self.program)


@pytest.fixture
def shell():
    made = Shell()
    yield made
    made.evidence.end_recording()
    InteractiveShell.clear_instance()


def test_only_names_that_the_code_reads_are_asked_for(shell):
    shell.run("import numpy as np\nused = np.ones((2, 3))\nprint(used)")
    shell.ip.user_ns["unused"] = 3

    told = shell.collect()

    assert told.names.keys() == {"np", "used"}
    assert str(told.names["used"]) == "float64[2,3]"
    assert told.absent == {"print"}


def test_calls_of_functions_in_cells_are_kept(shell):
    shell.run(FUNCTION, "half(3)", "half(2.5)", "half(3)")

    calls = shell.collect().calls

    assert [(call.function, [str(item) for _, item in call.arguments]) for call in calls] == [
        ("half", ["int"]),
        ("half", ["float"]),
    ]
    report = Session().update(shell.program)
    assert {call.digest for call in calls} == {report.units[0].functions[0].digest}


def test_a_cell_with_magics_keeps_the_identity_of_its_functions(shell):
    shell.run(f"# %%hybridize\n%pwd\n\n@staticmethod\n{FUNCTION}\nhalf(1)", "%%time\nhalf(2)")

    calls = {call.function: call.digest for call in shell.collect().calls}
    functions = Session().update(shell.program).units[0].functions
    assert calls == {function.name: function.digest for function in functions}


def test_a_cell_that_fails_ends_the_recording(shell):
    shell.run(FUNCTION, "half('a')")

    assert len(shell.collect().calls) == 1
    shell.ip.run_cell("half(1)")
    assert len(shell.collect().calls) == 1


def test_the_last_verification_of_a_definition_is_kept(shell):
    for outcome in (Outcome.UNVERIFIED, Outcome.VERIFIED):
        shell.evidence.remember(Verification("half", "1", outcome, ""))
    shell.evidence.remember(Verification("half", "2", Outcome.REFUSED, ""))

    kept = shell.collect().verifications

    assert [(each.digest, each.outcome) for each in kept] == [("1", Outcome.VERIFIED), ("2", Outcome.REFUSED)]


def test_a_saved_notebook_is_not_what_the_kernel_ran(shell):
    shell.run("x = 3\nprint(x)", FUNCTION, "half(x)")
    document = Program(shell.program.units, Order.DOCUMENT)

    told = shell.evidence.collect(document)

    assert told.names == {}
    assert len(told.calls) == 1


def test_evidence_of_a_long_notebook_takes_a_few_milliseconds(shell):
    cells = [f"value_{n} = [{n}]\nother_{n} = value_{n} * 2\n" for n in range(250)]
    shell.run(*cells)
    program = shell.program

    assert len(shell.evidence.collect(program).names) > 400
    assert functions_called(lambda: shell.evidence.collect(program)) < 100_000
    assert least_seconds(lambda: shell.evidence.collect(program)) < machine_seconds(0.05)  # 6 ms on an idle machine
