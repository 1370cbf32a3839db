"""The front door: the same program gives the same report, alone, and in time."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from jupyter_hybridize.results.report import FunctionReport, Report
from jupyter_hybridize.session import Session, is_selected
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Order, Program
from tests.patience import PATIENCE
from tests.untraced import machine_seconds

PREAMBLE = "import tensorflow as tf"
SAFE = "def f(x):\n    return tf.nn.relu(x) * 2.0\nfor _ in range(3):\n    f(tf.ones([2]))"
PRINTS = (
    "def g(x):\n    print(x)\n    return tf.linalg.svd(tf.sort(x * tf.ones([2, 2])))\n"
    "for _ in range(3):\n    g(tf.ones([2]))"
)


def program(*cells: str, order: Order = Order.DOCUMENT) -> Program:
    return Program((make_unit("book.ipynb", [(None, cell, None) for cell in cells]),), order)


def functions(report: Report) -> dict[str, FunctionReport]:
    return {f.name: f for unit in report.units for f in unit.functions}


def test_the_same_program_gives_the_same_report() -> None:
    session = Session()
    first = session.update(program(PREAMBLE, SAFE, PRINTS))
    assert session.update(program(PREAMBLE, SAFE, PRINTS)) == first
    assert Session().update(program(PREAMBLE, SAFE, PRINTS)) == first


def test_another_program_in_between_changes_nothing() -> None:
    session = Session()
    first = session.update(program(PREAMBLE, SAFE))
    session.update(program(PREAMBLE, PRINTS, SAFE))
    assert session.update(program(PREAMBLE, SAFE)) == first


def test_where_the_orders_disagree_the_weaker_verdict_counts_in_both() -> None:
    sources = [(None, PREAMBLE, 1), (None, SAFE, 3), (None, "tf = None", 2)]
    unit = make_unit("book.ipynb", sources)
    session = Session()
    document = session.update(Program((unit,), Order.DOCUMENT))
    execution = session.update(Program((unit,), Order.EXECUTION))
    found = [functions(each)["f"] for each in (document, execution)]
    assert [f.confidence == "proved" for f in found] == [False, False]
    assert all("HYB104" in {finding.code for finding in f.findings} for f in found)
    assert [unit.order for r in (document, execution) for unit in r.units] == ["document", "execution"]
    assert session.update(Program((unit,), Order.DOCUMENT)) == document


def test_a_comment_silences_a_finding() -> None:
    def found(line: str) -> list[str]:
        report = Session().update(program(PREAMBLE, PRINTS.replace("print(x)", line)))
        return [f.code for f in functions(report)["g"].findings]

    assert found("print(x)") == ["HYB302"]
    assert found("print(x)  # hybridize: ignore[HYB302]") == []
    assert found("print(x)  # hybridize: ignore") == []
    assert found("print(x)  # hybridize: ignore[HYB301]") == ["HYB302"]


def test_a_silenced_finding_is_counted() -> None:
    report = Session().update(program(PREAMBLE, PRINTS.replace("print(x)", "print(x)  # hybridize: ignore")))
    assert [unit.ignored for unit in report.units] == [1]


def test_what_a_comment_silences_is_taken_on_trust_and_not_proved() -> None:
    function = functions(
        Session().update(program(PREAMBLE, PRINTS.replace("print(x)", "print(x)  # hybridize: ignore")))
    )["g"]
    assert (function.action, function.confidence, function.safety) == ("decorate", "verify-first", "unknown")
    assert "HYB302 is ignored" in function.assumes


@pytest.mark.parametrize("source", [PRINTS, SAFE])
def test_a_function_whose_def_says_to_ignore_it_is_left_alone(source: str) -> None:
    first, *rest = source.split("\n")
    (function,) = functions(
        Session().update(program(PREAMBLE, "\n".join([f"{first}  # hybridize: ignore", *rest])))
    ).values()
    assert (function.action, function.confidence) == ("keep", "fine")
    assert function.findings == ()


def test_a_rule_is_named_by_its_name_its_code_or_the_beginning_of_its_code() -> None:
    assert is_selected("HYB302", "output-once", ["hyb3"])
    assert is_selected("HYB302", "output-once", ["output-once"])
    assert not is_selected("HYB302", "output-once", ["HYB301", "output", ""])


def test_a_cell_that_does_not_parse_is_a_problem_and_the_others_are_analysed() -> None:
    report = Session().update(program(PREAMBLE, "def broken(:\n    pass", SAFE))
    assert [(p.cell, p.line) for unit in report.units for p in unit.problems] == [(1, 1)]
    assert functions(report)["f"].confidence == "proved"


def test_functions_are_reported_where_they_stand() -> None:
    report = Session().update(program(PREAMBLE, PRINTS, SAFE))
    assert [(f.name, f.cell, f.line) for unit in report.units for f in unit.functions] == [("g", 1, 1), ("f", 2, 1)]


@pytest.mark.parametrize("cells", [(), ("",), ("# only a comment",), ("%%bash\nls",), ("\n\n\n",)])
def test_a_program_without_code_has_an_empty_report(cells: tuple[str, ...]) -> None:
    assert functions(Session().update(program(*cells))) == {}


def test_the_analysis_imports_no_library_that_it_analyses() -> None:
    code = f"""
import sys
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program
Session().update(Program((make_unit("a", [(None, {PREAMBLE!r}, None), (None, {SAFE!r}, None)]),)))
names = ("tensorflow", "keras", "numpy", "IPython", "libcst", "nbformat", "jupyter_server")
print([name for name in names if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert done.stdout.strip() == "[]"


def timed(*cells: str) -> tuple[Report, float]:
    start = time.process_time()
    report = Session().update(program(PREAMBLE, *cells))
    return report, time.process_time() - start


@pytest.mark.no_cover  # the same functions over and over: tracing them takes most of the time
def test_five_thousand_lines_end_in_time() -> None:
    cells = [
        f"def f{n}(x):\n    y = tf.nn.relu(x)\n    z = y * {n}.0\n    return z + y\n"
        f"for i in range(3):\n    a{n} = f{n}(tf.ones([{n + 1}, 2]))\nb{n} = a{n} + 1.0\nc{n} = [b{n}, a{n}]"
        for n in range(625)
    ]
    report, seconds = timed(*cells)
    assert len(functions(report)) == 625
    assert {f.confidence for f in functions(report).values()} == {"proved"}
    assert seconds < machine_seconds(60)


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "(" * 60 + "1" + ")" * 60,
        "x = " + " + ".join(["1"] * 400),
        "x = " + "[" * 50 + "]" * 50,
        "".join(f"{'    ' * n}if x:\n" for n in range(15)) + "    " * 15 + "y = 1",
        "x = " + "-" * 80 + "1",
        "x = a" + ".b" * 150,
        "x = a" + "()" * 80,
        pytest.param(
            "\n".join(f"def f{n}():\n    return f{n + 1}()" for n in range(300)) + "\nf0()", marks=pytest.mark.no_cover
        ),
        "def f(n):\n    return f(n - 1) if n else 0\nf(5000)",
        "def f(n):\n    return f(n + 1)\nf(0)",
        "def f(g):\n    return g(g)\nf(f)",
        "def a(x):\n    return b([x])\ndef b(x):\n    return a((x,))\na(1)",
        "x = []\nx.append(x)\nfor y in x:\n    y.append(x)\nx[0][0][0]",
        "d = {}\nd['d'] = d\nd = {**d, 'e': d}\nprint(d['d']['d'])",
        "class A:\n    pass\na = A()\na.a = a\na.a.a.a.b = a\nprint(a.a.b.a)",
        "x = (1,)\nfor _ in range(100):\n    x = (x, x)",
        "x = 1\nwhile True:\n    x = [x]",
        "x = " + repr(list(range(20_000))),
        "x = " + repr({n: str(n) for n in range(5_000)}),
        "x = '" + "a" * 200_000 + "'",
        "x = 10 ** 100_000",
        "x = 2 ** 2 ** 40",
        "x = 'a' * 10 ** 12",
        "x = [0] * 10 ** 12",
        "x = list(range(10 ** 12))",
        "x = 1 << 10 ** 10",
        "f = lambda: f\nx = f()()()()",
        "class A(B):\n    pass\nclass B(A):\n    pass",
        "x: 'list[' = 1",
        "f = lambda x: (lambda y: f(y))(x)\nf(f)",
    ],
    ids=lambda text: text[:24].replace("\n", " "),
)
def test_strange_programs_end_in_time(text: str) -> None:
    report, seconds = timed(text, SAFE)
    assert functions(report)["f"].safety in {"safe", "unknown"}
    assert seconds < machine_seconds(20)
