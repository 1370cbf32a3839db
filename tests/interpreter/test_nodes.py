"""What is worked out once for each node of a syntax tree is what the slow general ways of `ast` give."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import jupyter_hybridize.interpreter.language as package
from jupyter_hybridize.interpreter.syntax.nodes import per_node, text_of, unparsed, walk

MODULES = sorted(Path(package.__path__[0]).glob("*.py"))
LEFT_OUT = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
ODD = (
    "f(*a, **b)", "(yield)[0]", "(1).real", "1.5.real", "x[1, 2]", "x[a:b, ::2]", "x[(1, 2)]", "-1 + 2", "a + b * c",
    "(a + b) * c", "a + (b + c)", "'a' 'b'", "u'a' + b", "1e999 + a", "f((x for x in y))", "f(x := 1)",
    "(lambda: 0)()", "{**a, 'b': 1}", "f'{a}{b!r:>{c}}'", "f(a=1, *b)", "x.y[0](z).w", "(not a) + b", "x[f'{a}']",
    "b'a' + c", "... + a", "x[...]", "f('''a\nb''')", "(await_)[0] @ b", "a ** -b", "x[lambda: 0]", "1j + a", "f(())",
)  # fmt: skip


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_expressions_are_written_as_ast_writes_them(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.expr):
            assert unparsed(node) == ast.unparse(node)


@pytest.mark.parametrize("text", ODD)
def test_odd_expressions_are_written_as_ast_writes_them(text: str) -> None:
    for node in ast.walk(ast.parse(f"({text})", mode="eval")):
        if isinstance(node, ast.expr):
            assert unparsed(node) == ast.unparse(node)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_walking_gives_the_nodes_of_ast_in_its_order_but_operators_and_contexts(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert walk(tree) == [node for node in ast.walk(tree) if not isinstance(node, LEFT_OUT)]


def test_a_long_text_is_cut_to_less_than_sixty_characters() -> None:
    text = text_of(ast.parse("name_of_a_function(" + "another_name, " * 9 + "last)", mode="eval").body)
    assert len(text) == 58
    assert text.endswith("…")


def test_what_is_worked_out_of_a_node_is_worked_out_once() -> None:
    seen: list[ast.expr] = []

    @per_node
    def number(node: ast.expr) -> int:
        seen.append(node)
        return len(seen)

    one, other = (ast.parse("x", mode="eval").body for _ in range(2))
    assert [number(one), number(one), number(other), number(one)] == [1, 1, 2, 1]
    assert seen == [one, other]
