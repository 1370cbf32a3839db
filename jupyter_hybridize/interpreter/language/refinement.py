"""What a condition tells: names and attributes are narrowed to what they can be where it holds, or does not."""

from __future__ import annotations

import ast
from collections.abc import Callable

from jupyter_hybridize.domain.value import ANY, BOTTOM, AbstractValue, Atom, Instance, Scalar, value
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments, Call

Keep = Callable[[Atom], Atom | None]  # what is left of an atom; None: it cannot be that


def refine(m: Machine, test: ast.expr, *, is_true: bool) -> None:
    """Narrow what is known where *test* is true (or false): ``x is None``, ``x is not None``, ``x``, ``not self.x``."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            refine(m, operand, is_true=not is_true)
        case ast.BoolOp(op=operator, values=parts) if isinstance(operator, ast.And) == is_true:
            for part in parts:
                refine(m, part, is_true=is_true)
        case ast.Call():
            _refine_by_type(m, test, is_true=is_true)
        case ast.Name() | ast.Attribute():
            _narrow(m, test, lambda atom: _with_truth(atom, is_true=is_true))
        case ast.Compare(left=left, ops=[ast.Is() | ast.Eq()], comparators=[ast.Constant(value=None)]):
            _narrow(m, left, lambda atom: atom if _is_none(atom) == is_true else None)
        case ast.Compare(left=left, ops=[ast.IsNot() | ast.NotEq()], comparators=[ast.Constant(value=None)]):
            _narrow(m, left, lambda atom: atom if _is_none(atom) != is_true else None)


def _is_none(atom: Atom) -> bool:
    return isinstance(atom, Scalar) and atom.type == "NoneType"


def _with_truth(atom: Atom, *, is_true: bool) -> Atom | None:
    """Return *atom* as it is where it is true, or false; only None, flags and constants tell."""
    if not isinstance(atom, Scalar):
        return atom
    if _is_none(atom):
        return None if is_true else atom
    if atom.constant is not ANY and atom.type in ("bool", "int", "float", "str"):
        return atom if bool(atom.constant) == is_true else None
    return atom


def _narrow(m: Machine, node: ast.expr, keep: Keep) -> None:
    """Keep of what *node* names what *keep* leaves of it; nothing changes where that is nothing."""
    if m.state is None:
        return
    if isinstance(node, ast.Name):
        item = m.live.get(m.frame.scope, node.id)
        kept = None if item is None else _kept(item, keep)
        if kept is not None:
            m.live.set(m.frame.scope, node.id, kept)
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        _narrow_attribute(m, node.value.id, node.attr, keep)


def _narrow_attribute(m: Machine, name: str, attribute: str, keep: Keep) -> None:
    """Keep of an attribute what *keep* leaves of it, where one object is certain to be asked for it."""
    owner = m.live.get(m.frame.scope, name)
    atom = None if owner is None else owner.only()
    content = m.live.load(atom.site) if isinstance(atom, Instance) else None
    if not isinstance(atom, Instance) or content is None or content.multiple or attribute not in content.attributes:
        return
    kept = _kept(content.attributes[attribute], keep)
    if kept is not None:
        m.live.store(atom.site, content.with_attribute(attribute, kept))


def _kept(item: AbstractValue, keep: Keep) -> AbstractValue | None:
    if item.is_unknown:
        return None
    kept = frozenset(left for atom in item.atoms if (left := keep(atom)) is not None)
    return AbstractValue(kept, item.origins) if kept and kept != item.atoms else None


def _refine_by_type(m: Machine, test: ast.Call, *, is_true: bool) -> None:
    """Keep of a name what ``isinstance(name, T)`` says it is."""
    from jupyter_hybridize.interpreter.host import InterpreterHost
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    is_asked = isinstance(test.func, ast.Name) and test.func.id == "isinstance" and len(test.args) == 2
    name = test.args[0] if is_asked else None
    if not isinstance(name, ast.Name) or m.state is None:
        return
    item = m.live.get(m.frame.scope, name.id)
    if item is None or item.is_unknown or len(item.atoms) < 2:
        return
    kinds = evaluate(m, test.args[1])
    kept = set()
    for atom in item.ordered():
        call = Call("builtins.isinstance", InterpreterHost(m), Arguments((value(atom), kinds)), BOTTOM, "isinstance")
        if m.knowledge.call(call).constant() is not (not is_true):
            kept.add(atom)
    if kept:
        m.live.set(m.frame.scope, name.id, AbstractValue(frozenset(kept), item.origins))
