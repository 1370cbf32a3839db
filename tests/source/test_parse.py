"""Parsing: trees with positions in characters, and opaque cells with the names they may bind."""

from __future__ import annotations

import ast
import time
import warnings

import pytest

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.magics import mask
from jupyter_hybridize.source.parse import ANY_NAME, Opaque, Parsed, parse
from jupyter_hybridize.source.span import Span
from tests.untraced import machine_seconds


def cell(text: str) -> Cell:
    return Cell("a1", 7, text, mask(text).text)


def parsed(text: str) -> Parsed:
    result = parse(cell(text))
    assert isinstance(result, Parsed)
    return result


def opaque(text: str) -> Opaque:
    result = parse(cell(text))
    assert isinstance(result, Opaque)
    return result


def cut(text: str, span: Span) -> str:
    assert span.line == span.end_line
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[span.line - 1][span.column : span.end_column]


@pytest.mark.parametrize(
    "text",
    [
        "f(x)",
        "é = 'naïve'; f(x)",
        "s = '名前😀'; f(x) + 1",
        "if 1:\n\tf(x)",
        "if 1:\n\ts = 'é'; f(x)",
        "s = '''é\nü'''; f(x)",
        "    y = 1\n    f(x)",
        "   é = 1\n   f(x)",
        "x = 1\r\né = f(x)",
        "x = 1\ré = f(x)",
        "s = '\x0b\x1c\u2028\x85'\né = f(x)",
        "\f\f\ns = 'é'; f(x)",
        "\ufeffé = f(x)",
        "é\xa0=\xa0f(x)",
        "%time é = f(x)",
        "%%time\né = f(x)",
        "!echo é \\\n é\né = f(x)",
    ],
)
def test_a_span_cuts_the_same_characters_out_of_the_users_text(text: str) -> None:
    found = parsed(text)
    call = next(node for node in ast.walk(found.tree) if isinstance(node, ast.Call))
    span = found.span("n.ipynb", call)
    assert (span.unit, span.cell) == ("n.ipynb", 7)
    assert cut(text, span) == "f(x)"


def test_a_span_may_end_on_a_later_line() -> None:
    found = parsed("é = f(\n  'é', x)")
    assert found.span("n", found.tree.body[0]) == Span("n", 7, 1, 0, 2, 9)


@pytest.mark.parametrize(
    "text",
    [
        "await f()",
        "async for x in y: pass",
        "async with x: pass",
        "[x async for x in y]",
        "    x = 1\n    y = 2",
        " x = 1\ny = 2",
        "\n\n  x = 1\n  # why\n",
        "  x = 1\n# at the margin\n  y = 2",
        "",
        "# nothing",
        "%%bash\n(((",
        "pass;",
    ],
)
def test_what_ipython_runs_parses(text: str) -> None:
    parsed(text)


def test_lines_of_an_indented_cell_are_its_own() -> None:
    assert [node.lineno for node in parsed("\n  x = 1\n  y = 2\nz = 3").tree.body] == [2, 3, 4]


def test_doubtful_syntax_warns_of_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parsed("x = '\\d'\nassert (1, 2)\nx is 1")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("x = 1\ny = = 2", 2),
        ("return 1 2", 1),
        ("def f():\nx = 1", 2),
        ("  x = 1\n y = 2", 1),
        ("  if x:\n    y\nelse:\n  z", 1),
        ("x = 'a", 1),
        ("x = 1\ny = (2", 2),
        ("x = '''a\nb", 1),
        ("x = '\0'", 1),
        ("x = '\ud800'", 1),
        ("x = " + "(" * 5000 + ")" * 5000, 1),
        ("x = " + "-" * 100_000 + "1", 1),
        ("x = " + " + ".join(["x"] * 1_000), 1),
        ("x = x" + ".x" * 15_000, 1),
        ("x = 0x" + "f" * 5_000, 1),
        ("f(0b" + "1" * 15_000 + ")", 1),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_cell_that_cannot_be_read_says_why_and_where(text: str, line: int) -> None:
    found = opaque(text)
    assert found.line == line
    assert found.reason
    assert "\n" not in found.reason


def test_what_looks_like_a_long_number_in_a_string_is_read() -> None:
    parsed(f"x = '0x{'f' * 5_000}'\ny = 0x{'f' * 3_000}")


def test_a_long_chain_of_branches_is_read() -> None:
    parsed("if x:\n    pass\n" + "elif y:\n    pass\n" * 400)


@pytest.mark.parametrize(
    "text", ["x = 1\n" * 2_000_000, "x" * 10_000_000, "!ls\n" * 3_000_000], ids=["lines", "line", "magics"]
)
def test_a_cell_of_ten_megabytes_is_told_in_one_line(text: str) -> None:
    start = time.process_time()
    found = opaque(text)
    assert time.process_time() - start < machine_seconds(2)
    assert found.reason == f"the cell has {len(text):,} characters, more than the 1,000,000 that are read"
    assert found.names == {ANY_NAME}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("x = 1", "x"),
        ("a, (b, *c) = 1", "a b c"),
        ("a = b = 1", "a b"),
        ("a: int = 1", "a int"),
        ("a += 1; b >>= 2", "a b"),
        ("a.b.c = 1", "a"),
        ("a[i].b = 1", "a i"),
        ("def f(x):", "f"),
        ("async def f(x):\n  class C: pass", "f C"),
        ("import a.b as c, d", "a c d"),
        ("from a import (b,\n c as d)", "b c d"),
        ("from a import *", "*"),
        ("for a, b in c:", "a b"),
        ("[a for a in c]", "a"),
        ("with a as b, c as d:", "b c d"),
        ("except E as e:", "e"),
        ("if (a := b):", "a"),
        ("global a, b", "a b"),
        ("del a, b.c", "a b"),
        ("case C(a, b=c):", "C a b c"),
        ("é = 1", "é"),
        ("a == b != c <= d", ""),
        ("f(a)", ""),
        ("'a = 1' # b = 2", ""),
        ("a.b(c)", ""),
    ],
)
def test_an_opaque_cell_tells_the_names_it_may_bind(text: str, names: str) -> None:
    assert opaque(f"{text}\n) (").names == set(names.split())


@pytest.mark.parametrize(
    "text",
    [
        "for " * 250_000,
        "a " * 499_000,
        "import(" * 140_000,
        "= " * 499_000,
        ";" * 999_000,
        "as " * 330_000,
        "'''" * 333_001,
        "9" * 999_000,
    ],
    ids=lambda text: repr(text[:10]),
)
def test_names_of_a_long_opaque_cell_take_no_long_time(text: str) -> None:
    start = time.process_time()
    opaque(text + "\n) (")
    assert time.process_time() - start < machine_seconds(5)


def test_cells_that_share_a_tree_have_their_own_places() -> None:
    first = parsed("x = 1")
    second = Parsed(Cell("a2", 8, "x = 1", "x = 1"), first.tree)
    node = first.tree.body[0]
    spans = [one.span(unit, node) for one, unit in ((first, "a"), (second, "a"), (first, "b"), (first, "a"))]
    assert [(span.unit, span.cell) for span in spans] == [("a", 7), ("a", 8), ("b", 7), ("a", 7)]
