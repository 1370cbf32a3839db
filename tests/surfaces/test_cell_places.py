"""From compiled code back to the cell."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

from jupyter_hybridize import load_ipython_extension, unload_ipython_extension
from jupyter_hybridize.surfaces.cell_places import CellPlaces


@pytest.fixture
def shell():
    InteractiveShell.clear_instance()
    made = InteractiveShell.instance()
    made.history_manager.reset(new_session=False)
    made.execution_count = 1
    load_ipython_extension(made)
    yield made
    unload_ipython_extension(made)
    InteractiveShell.clear_instance()


def place_of(shell, cell, line_of_function=1):
    assert shell.run_cell(cell, store_history=True).success
    code = shell.user_ns["f"].__code__
    texts = dict(enumerate(shell.history_manager.input_hist_raw))
    return CellPlaces(shell, texts).locate(code.co_filename, code.co_firstlineno + line_of_function)


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("def f(x):\n    return x", 2),
        ("\n\n\ndef f(x):\n    return x", 5),
        ("%%hybridize\ndef f(x):\n    return x", 3),
        ("%%capture\ny = 1\ndef f(x):\n    return x", 4),
        ("def g(x):\n    return x\ndef f(x):\n    return x", 4),
    ],
)
def test_line_is_the_one_the_user_sees(shell, cell, line):
    assert place_of(shell, cell) == ("this notebook", 1, line, 4)


def test_cell_is_known_by_its_execution_count(shell):
    shell.run_cell("a = 1", store_history=True)

    assert place_of(shell, "def f(x):\n    return x")[1] == 2


def test_code_that_is_no_cell_has_no_place(shell):
    locate = CellPlaces(shell, {1: "x"}).locate

    assert locate(__file__, 3) is None
    assert locate("<string>", 1) is None
