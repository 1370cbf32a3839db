"""Names of a kernel that are those of the notebook as it stands now."""

import pytest

from jupyter_hybridize.results.evidence import Evidence, EvidenceError
from jupyter_hybridize.results.observed import Observed
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.surfaces.kernel_runs import KernelRuns, as_it_stands, read_runs
from jupyter_hybridize.surfaces.last_binders import LastBinders

F32 = Observed("tensor", "EagerTensor", "float32", (8, 8))


def kept(document: list[str], ran: list[str], absent: frozenset[str] = frozenset()) -> Evidence:
    """Return what is believed of `x` where the kernel ran these cells and the notebook holds those."""
    told = LastBinders().answer(["", *ran], ["x"])
    runs = read_runs({"ran": told})
    assert runs is not None
    cells = [(str(index), text, None) for index, text in enumerate(document)]
    program = Program((make_unit("n.ipynb", cells),), Order.DOCUMENT)
    return as_it_stands(Evidence({"x": F32}, absent=absent), runs, program)


@pytest.mark.parametrize(
    ("document", "ran"),
    [
        pytest.param(["x = f()", "g(x)"], ["x = f()", "g(x)"], id="all was run"),
        pytest.param(["x = f()", "g(x)"], ["x = f()"], id="some was run"),
        pytest.param(["x = f()\n", "g(x)"], ["x = f()"], id="but for a newline"),
        pytest.param(
            ["x = f()", "def h(x):\n    return 2"], ["x = f()", "def h(x):\n    return 1"], id="another edited"
        ),
        pytest.param(["x = f()"], ["x = f()", "y = 1"], id="another deleted"),
        pytest.param(["x = e()", "x = f()"], ["x = e()", "x = f()"], id="bound twice"),
        pytest.param(["x = f()", "!ls"], ["x = f()", "!ls"], id="a magic that binds nothing"),
        pytest.param(["%%time\nx = f()", "g(x)"], ["%%time\nx = f()", "g(x)"], id="timed"),
        pytest.param(["x = f()", "%%time\ng(x)"], ["x = f()", "%%time\ng(x)", "%%time\ng(x)"], id="timed twice"),
        pytest.param(["g(x)"], ["x = f()", "g(x)"], id="its cell is gone"),
        pytest.param(["%run f.py", "g(x)"], ["%run f.py"], id="a script's"),
        pytest.param(["x = e()", "%run f.py"], ["x = e()", "%run f.py"], id="a script's at last"),
        pytest.param(["g(x)"], [], id="a start-up file's"),
    ],
)
def test_a_name_that_the_notebook_bound_last_is_believed(document, ran):
    assert kept(document, ran).names == {"x": F32}


@pytest.mark.parametrize(
    ("document", "ran"),
    [
        pytest.param(["x = f(2)", "g(x)"], ["x = f(1)", "g(x)"], id="its cell was edited"),
        pytest.param(["x = e()", "x = f()"], ["x = f()", "x = e()"], id="run in another order"),
        pytest.param(["x = e()", "x = f()"], ["x = e()"], id="the last was not run"),
        pytest.param(["x = f()"], ["x = f()", "x = e()"], id="bound by a cell that is gone"),
        pytest.param(["x = f()"], ["x = f()", "%run e.py"], id="perhaps bound by a script"),
        pytest.param(["%run f.py", "x = e()"], ["x = e()", "%run f.py"], id="a script in another order"),
        pytest.param(["x = f()", "%run e.py"], ["x = f()"], id="the script was not run"),
        pytest.param(["x = f()"], ["def e():\n    global x\n    x = 1", "x = f()"], id="a function may bind it"),
        pytest.param(["x = f()"], [], id="nothing was run"),
    ],
)
def test_another_is_not(document, ran):
    assert kept(document, ran).names == {}


def test_builtins_are_unhidden_once_all_that_may_hide_them_was_run():
    absent = frozenset({"range"})

    assert kept(["%run f.py"], ["%run f.py"], absent).absent == absent
    assert kept(["x = 1"], [], absent).absent == absent
    assert kept(["%run f.py"], [], absent).absent == frozenset()


def test_what_tells_nothing_of_runs_is_no_error():
    assert read_runs({}) is None
    assert read_runs({"ran": {"binders": {}, "unknown": [], "run": 3}}) == KernelRuns({}, frozenset())


@pytest.mark.parametrize(
    "ran", [3, {"binders": []}, {"binders": {"x": "abc"}, "unknown": []}, {"binders": {}}, {"binders": {"x": [1]}}]
)
def test_what_cannot_be_read_is_refused(ran):
    with pytest.raises(EvidenceError, match="ran"):
        read_runs({"ran": ran})
