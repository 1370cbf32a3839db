"""Arrays that a call of a function makes and then writes to: nothing that was captured before the call can be one.

Arrays have no identity here, so ``x[0] = 1`` may change any that anybody holds; but not where *x* is a local name that
only ever gets new arrays.
"""

from __future__ import annotations

import ast
from typing import Final

from jupyter_hybridize.domain.value import Api, Array
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.nodes import walk
from jupyter_hybridize.interpreter.syntax.scopes import FunctionNode, own_nodes

_OF_OBJECTS: Final = (None, "object")  # what such an array holds may be an array of anybody's
_MAKERS: Final = frozenset(
    f"numpy.{name}"
    for name in """
        arange array copy empty empty_like eye full full_like identity linspace ones ones_like random.normal
        random.rand random.randint random.randn random.random random.standard_normal random.uniform zeros zeros_like
    """.split()
)


def made_since(m: Machine, node: ast.expr | None) -> int:
    """Return when the call began that made the array *node* names; 0 where it may be older."""
    return m.frame.start if not m.is_guessing and _is_new(m, node) else 0


def is_private(m: Machine, node: ast.expr | None) -> bool:
    """Return whether the array *node*, which the running trial writes to, is its own, as at each eager call."""
    controls = [control for frame in m.frames[m.trial_root :] for control in frame.controls]
    return not any(control.is_staged for control in controls) and _is_new(m, node)


def written(m: Machine) -> ast.expr | None:
    """Return the array whose items the current statement sets."""
    node = m.frame.node
    target = node.target if isinstance(node, ast.AugAssign) else node
    return target.value if isinstance(target, ast.Subscript) else None


def _is_new(m: Machine, node: ast.expr | None) -> bool:
    code = m.frame.code
    if code is None or not isinstance(node, ast.Name) or isinstance(code.node, ast.Lambda):
        return False
    if code.info.is_generator or code.info.is_async or node.id not in code.info.locals:
        return False
    held = m.live.get(m.frame.scope, node.id)
    if held is None or not all(isinstance(atom, Array) and atom.dtype not in _OF_OBJECTS for atom in held.atoms):
        return False
    given = _bindings(code.node, node.id)
    return bool(given) and all(_makes(m, each) for each in given)


def _bindings(function: FunctionNode, name: str) -> list[ast.expr | None]:
    """Return what *name* is bound to in the function; None for what is no plain assignment."""
    args = function.args
    parameters = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    found: list[ast.expr | None] = [None for each in parameters if each is not None and each.arg == name]
    plain: set[ast.AST] = set()
    own = own_nodes(function)
    for node in own:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            plain.add(node.targets[0])
            found += [node.value] if node.targets[0].id == name else []
    named = [n for n in walk(function) if isinstance(n, ast.Name) and n.id == name]
    within = set(own)
    is_plain = [n in plain if isinstance(n.ctx, ast.Store) else n in within for n in named]  # no closure holds it
    return found if all(is_plain) else [*found, None]


def _makes(m: Machine, node: ast.expr | None) -> bool:
    """Return whether *node* gives a new array each time."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
        return False
    atom = evaluate(m, node.func).only()
    return isinstance(atom, Api) and atom.name in _MAKERS and all(k.arg != "copy" for k in node.keywords)
