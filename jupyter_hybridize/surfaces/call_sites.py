"""Where the program's cells call a function with arguments that the kernel still has: real inputs for a trial."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.parse import Parsed, parse
from jupyter_hybridize.source.program import Program

# What a library's call must not be named like, if evaluating it once more is to change nothing.
CHANGING = ("random", "shuffle", "next", "load", "read", "open", "save", "write", "download", "iter", "seed", "set_")
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True, slots=True)
class CallSite:
    """A call as a cell writes it."""

    text: str  # "train_step(x, y)"
    cell: int
    line: int


def call_sites(
    program: Program, path: str, names: Collection[str], namespace: Mapping[str, object]
) -> tuple[CallSite, ...]:
    """Return the calls of *path*, or of a method called one of *names*, that can be made again; the latest first.

    A call counts where its arguments read names that *namespace* has, and where evaluating them changes nothing. Those
    outside all functions come first: what a function names is, if anything, something else out here.
    """
    found: list[tuple[bool, int, int, CallSite]] = []
    for unit in program.units:
        for cell in unit.cells:
            for call, bound in _calls(cell):
                if _is_meant(call.func, path, names, namespace) and _can_be_repeated(call, bound, namespace):
                    site = CallSite(ast.unparse(call), cell.index, call.lineno)
                    found.append((not bound, cell.index, call.lineno, site))
    found.sort(key=lambda each: each[:3], reverse=True)
    return tuple(dict.fromkeys(each[3] for each in found))


def _calls(cell: Cell) -> Iterator[tuple[ast.Call, frozenset[str]]]:
    """Yield the calls in a cell, each with the names that functions around it bind; ``""`` marks being in one."""
    parsed = parse(cell)
    if isinstance(parsed, Parsed):
        yield from _within(parsed.tree, frozenset())


def _within(node: ast.AST, bound: frozenset[str]) -> Iterator[tuple[ast.Call, frozenset[str]]]:
    for child in ast.iter_child_nodes(node):
        inner = bound | _bindings(child) if isinstance(child, SCOPES) else bound
        if isinstance(child, ast.Call):
            yield child, inner
        yield from _within(child, inner)


def _bindings(scope: ast.AST) -> frozenset[str]:
    stored = (n.id for n in ast.walk(scope) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    arguments = (n.arg for n in ast.walk(scope) if isinstance(n, ast.arg))
    return frozenset({"", *stored, *arguments})


def _is_meant(function: ast.expr, path: str, names: Collection[str], namespace: Mapping[str, object]) -> bool:
    if ast.unparse(function) == path:
        return True
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        owner = type(namespace.get(function.value.id))
        owners = (each.__qualname__.replace("<locals>.", "") for each in owner.__mro__)
        return any(f"{each}.{function.attr}" in names for each in owners)
    return False


def _can_be_repeated(call: ast.Call, bound: frozenset[str], namespace: Mapping[str, object]) -> bool:
    parts = (call.func, *call.args, *(keyword.value for keyword in call.keywords))
    return all(_is_harmless(part, bound, namespace) for part in parts)


_PLAIN = (
    ast.Constant, ast.Attribute, ast.Subscript, ast.Slice, ast.Tuple, ast.List, ast.Dict, ast.Starred, ast.BinOp,
    ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.keyword, ast.operator, ast.unaryop, ast.boolop, ast.cmpop,
    ast.expr_context,
)  # fmt: skip


def _is_harmless(node: ast.AST, bound: frozenset[str], namespace: Mapping[str, object]) -> bool:
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            if each.id in bound or not _is_there(each.id, namespace):
                return False
        elif isinstance(each, ast.Call):
            if not _is_library_call(each.func, namespace):
                return False
        elif not isinstance(each, _PLAIN):
            return False
    return True


def _is_there(name: str, namespace: Mapping[str, object]) -> bool:
    import builtins

    return name in namespace or hasattr(builtins, name)


def _is_library_call(function: ast.expr, namespace: Mapping[str, object]) -> bool:
    """Return whether this is a function of a module, and not named like one that changes something."""
    root = function
    while isinstance(root, ast.Attribute):
        root = root.value
    dotted = ast.unparse(function).lower()
    is_module = isinstance(root, ast.Name) and isinstance(namespace.get(root.id), ModuleType) and root is not function
    return is_module and not any(word in dotted for word in CHANGING)
