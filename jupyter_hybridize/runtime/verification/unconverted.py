"""Why AutoGraph left a condition to Python: the function's own syntax, or whoever calls it."""

from __future__ import annotations

import ast
import enum
import linecache
from collections.abc import Iterator

_ASKING = frozenset({"bool", "any", "all", "max", "min"})
Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class Cause(enum.Enum):
    """Who is to blame that a condition was not made a graph branch."""

    SYNTAX = "syntax"
    CALLER = "caller"


def why_unconverted(file: str, line: int) -> Cause | None:
    """Return why the condition at *line* reached Python; None if what stands there is none that AutoGraph converts."""
    try:
        tree = ast.parse("".join(linecache.getlines(file)))
    except SyntaxError:
        return None
    scopes = [node for node in ast.walk(tree) if isinstance(node, Scope) and _spans(node, line)]
    if not scopes or not any(_is_condition(node, line) for node in ast.walk(scopes[0])):
        return None
    is_given_up = any(_is_unconvertible(node) for node in _body(scopes[0])) or _has_twin(tree, scopes[-1])
    return Cause.SYNTAX if is_given_up else Cause.CALLER


def _spans(node: ast.stmt | ast.expr, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def _is_condition(node: ast.AST, line: int) -> bool:
    if not isinstance(node, ast.If | ast.While | ast.IfExp) or not _spans(node.test, line):
        return False
    is_nested = isinstance(node, ast.IfExp) and any(isinstance(n, ast.IfExp) for n in ast.walk(node) if n is not node)
    return not is_nested and not _asks(node.test)  # of nested ternaries AutoGraph converts only the outer one


def _asks(test: ast.expr) -> bool:
    """Return whether the condition asks a tensor by itself, whatever becomes of the statement."""
    return any(
        (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"bool", "any", "all", "max"}
        )
        or (isinstance(node, ast.Compare) and any(isinstance(op, ast.In | ast.NotIn) for op in node.ops))
        for node in ast.walk(test)
    )


def _body(scope: Scope) -> Iterator[ast.AST]:
    yield scope
    yield from ast.walk(scope)


def _is_unconvertible(node: ast.AST) -> bool:
    match node:
        case ast.NamedExpr() | ast.Yield() | ast.YieldFrom() | ast.Await() | ast.AsyncFunctionDef():
            return True
        case ast.Match(subject=ast.Name() | ast.Attribute() | ast.Call() | ast.Tuple() | ast.Subscript()):
            return True
        case ast.For(orelse=[_, *_]) | ast.While(orelse=[_, *_]) | ast.AnnAssign(value=None):
            return True
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name.startswith("__") and not name.endswith("__")
        case _:
            return False


def _has_twin(tree: ast.AST, scope: Scope) -> bool:
    """Return whether AutoGraph cannot tell this lambda from another on its line."""
    if not isinstance(scope, ast.Lambda):
        return False
    lambdas = [n for n in ast.walk(tree) if isinstance(n, ast.Lambda) and n.lineno == scope.lineno]
    return sum(ast.dump(each.args) == ast.dump(scope.args) for each in lambdas) > 1
