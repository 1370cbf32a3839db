"""Cells and modules: imports, order, cells that do not parse, names that only IPython has."""

from __future__ import annotations

from jupyter_hybridize.source.program import Order
from tests.interpreter.programs import module, notebook, revealed


def test_a_module_is_imported_in_every_spelling() -> None:
    helper = module("helper.py", "rate = 0.5\ndef half(x):\n    return x * rate\n", "helper")
    program = """
import helper
import helper as h
from helper import half, rate as r
from helper import *
reveal(helper.rate)
reveal(h.half(4))
reveal(half(2))
reveal(r)
reveal(rate)
"""
    assert revealed(notebook(program), libraries=(helper,)) == ["0.5", "2.0", "1.0", "0.5", "0.5"]


def test_packages_and_relative_imports_are_followed() -> None:
    package = module("pkg/__init__.py", "from .inner import value\nfrom . import inner as sub\n", "pkg")
    inner = module("pkg/inner.py", "from .other import base\nvalue = base + 1\n", "pkg.inner")
    other = module("pkg/other.py", "base = 41\n", "pkg.other")
    program = (
        "import pkg\nreveal(pkg.value)\nfrom pkg.inner import value as v\nreveal(v)\n"
        "import pkg.other\nreveal(pkg.other.base)\nreveal(pkg.sub.value)"
    )
    assert revealed(notebook(program), libraries=(package, inner, other)) == ["42", "42", "41", "42"]


def test_modules_that_import_each_other_end() -> None:
    one = module("one.py", "import two\nx = 1\n", "one")
    two = module("two.py", "import one\ny = 2\n", "two")
    assert revealed(notebook("import one, two\nreveal(one.x)\nreveal(two.y)"), libraries=(one, two)) == ["1", "2"]


def test_a_module_runs_once() -> None:
    counter = module("counter.py", "items = []\n", "counter")
    program = "import counter\ncounter.items.append(1)\nfrom counter import items\nreveal(len(items))"
    assert revealed(notebook(program), libraries=(counter,)) == ["1"]


def test_an_attribute_set_on_a_module_is_seen_by_its_functions() -> None:
    helper = module("helper.py", "rate = 1\ndef get():\n    return rate\n", "helper")
    program = "import helper\nhelper.rate = 'new'\nreveal(helper.get())\nfrom helper import rate\nreveal(rate)"
    assert revealed(notebook(program), libraries=(helper,)) == ["'new'", "'new'"]


def test_a_copied_name_does_not_follow_the_module() -> None:
    helper = module("helper.py", "rate = 1\n", "helper")
    program = "from helper import rate\nimport helper\nhelper.rate = 2\nreveal(rate)"
    assert revealed(notebook(program), libraries=(helper,)) == ["1"]


def test_an_unknown_library_is_unknown() -> None:
    assert revealed(notebook("import nolib\nreveal(nolib.f(1))\nfrom nolib.sub import g\nreveal(g())")) == ["?", "?"]


def test_later_cells_see_earlier_ones() -> None:
    assert revealed(notebook("x = 1", "reveal(x)", "x = 'two'", "reveal(x)")) == ["1", "'two'"]


def test_a_function_sees_globals_of_the_time_it_is_called() -> None:
    assert revealed(notebook("def f():\n    return x", "x = 1\nreveal(f())", "x = 2.0", "reveal(f())")) == ["1", "2.0"]


def test_a_redefined_function_is_seen_from_its_cell_on() -> None:
    cells = ("def f():\n    return 1", "reveal(f())", "def f():\n    return 2", "reveal(f())")
    assert revealed(notebook(*cells)) == ["1", "2"]


def test_a_caller_calls_the_helper_bound_when_it_runs() -> None:
    cells = ("def g():\n    return 1", "def f():\n    return g()", "def g():\n    return 'new'", "reveal(f())")
    assert revealed(notebook(*cells)) == ["'new'"]


def test_execution_order_differs_from_document_order() -> None:
    book = notebook((None, "reveal(x)", 3), (None, "x = 1", 1), (None, "x = 2", 2))
    assert revealed(book, order=Order.EXECUTION) == ["2"]
    assert revealed(book, order=Order.DOCUMENT) == ["?"]


def test_names_of_a_cell_that_does_not_parse_are_unknown() -> None:
    cells = ("x = 1\ny = 2", "x = (1 +\n", "reveal(x)\nreveal(y)")
    assert revealed(notebook(*cells)) == ["?", "2"]


def test_a_cell_that_raises_does_not_end_the_notebook() -> None:
    assert revealed(notebook("x = 1\nraise ValueError", "reveal(x)")) == ["1"]


def test_top_level_await_gives_the_value() -> None:
    assert revealed(notebook("async def f():\n    return 3", "reveal(await f())")) == ["3"]


def test_magics_are_no_python() -> None:
    assert revealed(notebook("%matplotlib inline\nx = 1", "!ls\n%time y = 2", "reveal(x)\nreveal(y)")) == ["1", "2"]


def test_a_library_function_that_is_replaced_is_unknown() -> None:
    program = "import math\nreveal(math.floor(1.5))\nmath.floor = print\nreveal(math.floor(1.5))"
    assert revealed(notebook(program)) == ["1", "?"]


def test_names_of_ipython_are_defined() -> None:
    assert revealed(notebook("reveal(get_ipython())\nreveal(display(1))\nreveal(__name__)"))[-1] == "'__main__'"


def test_two_notebooks_share_no_names() -> None:
    first, second = notebook("x = 1"), module("second.py", "reveal(x)")
    assert revealed(first, second) == ["?"]
