"""Lambdas that outlive the round or branch that made them, and read names that AutoGraph keeps apart there.

AutoGraph turns the body of a loop or branch into a function, and a name that is bound in it and read nowhere else into
a local of that function. A lambda that reads the name keeps what it was in its own round; in Python it finds what the
name is when it is called. (An inner ``def`` counts as reading the name everywhere, so nothing changes for it.)
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import Module
from jupyter_hybridize.interpreter.liveness import kept_apart
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.names import module_scope
from jupyter_hybridize.interpreter.scopes import own_nodes
from jupyter_hybridize.knowledge.host import Mode

_CALLING: Final = frozenset({"sorted", "min", "max"})  # call what they are given before they return
_CALLING_METHODS: Final = frozenset({"map", "filter", "apply", "interleave", "flat_map", "reduce", "sort"})
_KEEPING_MODULES: Final = frozenset({"functools", "itertools", "operator", "atexit", "weakref"})


def note_lambda(m: Machine, node: ast.Lambda) -> None:
    """Record what the lambda made here reads that is another thing in a graph by the time it may be called."""
    frame = m.frame
    if frame.mode is not Mode.CONVERTED or frame.code is None or not isinstance(frame.code.node, ast.FunctionDef):
        return
    if frame.kept_apart is None:
        frame.kept_apart = kept_apart(frame.code.node)
    for block, names in frame.kept_apart.get(id(node), ()):
        later = frozenset(name for name in names if _is_bound_again(frame.code.node, block, node, name))
        if later and not _is_called_within(m, frame.code.node, block, node):
            is_kept = isinstance(block, ast.For) and _is_appended(block, node)
            with m.at(node):
                answer = Answer.NO if is_kept else Answer.UNKNOWN
                detail = "a lambda keeps it as it is in its own round"
                m.effect(EffectKind.ASKS_MODE, min(later), answer=answer, detail=detail, reason="lambda")


def _is_appended(block: ast.For, node: ast.Lambda) -> bool:
    calls = (each for each in ast.walk(block) if isinstance(each, ast.Call) and node in each.args)
    return any(isinstance(each.func, ast.Attribute) and each.func.attr == "append" for each in calls)


def _is_bound_again(function: ast.FunctionDef, block: ast.stmt, node: ast.Lambda, name: str) -> bool:
    """Return whether *name* is bound once more after *node* was made in *block*: in a next round, or further down."""
    if any(isinstance(each, ast.For | ast.While) and _encloses(each, block) for each in own_nodes(function)):
        return True
    stores = (each for each in own_nodes(function) if isinstance(each, ast.Name) and each.id == name)
    return any(isinstance(each.ctx, ast.Store | ast.Del) and each.lineno > node.lineno for each in stores)


def _encloses(outer: ast.stmt, inner: ast.AST) -> bool:
    return any(each is inner for each in ast.walk(outer))


def _is_called_within(m: Machine, function: ast.FunctionDef, block: ast.stmt, node: ast.Lambda) -> bool:
    """Return whether *node* is certainly called in *block* only, and nothing keeps it."""
    parents = {id(child): each for each in ast.walk(function) for child in ast.iter_child_nodes(each)}
    if _is_consumed(m, parents, node):
        return True
    parent = parents.get(id(node))
    if not (isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name)):
        return False
    name = parent.targets[0].id
    reads = [each for each in _loads(function, name) if each.lineno > parent.lineno or not _encloses(block, each)]
    early = [each for each in _loads(function, name) if _encloses(block, each) and each.lineno <= parent.lineno]
    return not early and all(_encloses(block, each) and _is_consumed(m, parents, each) for each in reads)


def _loads(function: ast.FunctionDef, name: str) -> Iterator[ast.Name]:
    for each in ast.walk(function):
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load):
            yield each


def _is_consumed(m: Machine, parents: dict[int, ast.AST], node: ast.expr) -> bool:
    """Return whether *node* is called where it stands, or handed to what calls it before it returns."""
    parent = parents.get(id(node))
    if isinstance(parent, ast.keyword):
        parent = parents.get(id(parent))
    if not isinstance(parent, ast.Call):
        return False
    return parent.func is node or _calls_at_once(m.frame, m, parent.func)


def _calls_at_once(frame: Frame, m: Machine, function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in _CALLING
    if not isinstance(function, ast.Attribute):
        return False
    root: ast.expr = function
    while isinstance(root, ast.Attribute):
        root = root.value
    held = m.live.get(module_scope(frame.unit), root.id) if isinstance(root, ast.Name) else None
    modules = [] if held is None else [atom for atom in held.atoms if isinstance(atom, Module)]
    if held is not None and modules and len(modules) == len(held.atoms):
        return not any(atom.name in _KEEPING_MODULES for atom in modules)
    return function.attr in _CALLING_METHODS
