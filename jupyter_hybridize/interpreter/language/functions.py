"""Making function values from ``def`` and ``lambda``, decorators included."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable
from itertools import chain
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Api,
    Atom,
    Function,
    Hybrid,
    Partial,
    mentions,
    value,
)
from jupyter_hybridize.interpreter.calling import declared, making, special
from jupyter_hybridize.interpreter.language.names import module_scope, owner_of
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import (
    ScopeId,
    bindings_of,
    bindings_used,
    contents_of,
    contents_used,
)
from jupyter_hybridize.interpreter.memory.tables import is_new, used
from jupyter_hybridize.interpreter.syntax.scopes import FunctionNode, parameter_names, scope_info
from jupyter_hybridize.interpreter.trace import Closure, Code, HybridUse
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.source.parse import Parsed, lines_of

_Binding = tuple[ScopeId, str, AbstractValue]
_LAMBDAS: Final = "hybridize_lambdas"


def make_function(m: Machine, node: FunctionNode, name: str) -> AbstractValue:
    """Return the function that *node* defines here, undecorated."""
    code = code_of(m, node, name)
    frame = m.frame
    environment = frame.environment if frame.class_id is not None else frame.scope
    function = Function(code.id, environment or module_scope(frame.unit))
    closure = _defaults(m, node)
    key = (function.definition, function.environment)
    old = m.closures.get(key)
    if old is not None and m.trial is None and (held := _is_held(m, function, name)) is not Answer.YES:
        renewals = m.trace.renewals if held is Answer.NO else m.trace.doubtful_renewals
        renewals[key] = (*renewals.get(key, ()), m.clock)
    making.note_made(m, function, code.id)
    m.closures[key] = closure if old is None or len(old.defaults) != len(closure.defaults) else _joined(old, closure)
    frame.has_closures = True
    for enclosing in m.frames:
        if enclosing.scope == environment:
            enclosing.has_closures = True
    return value(function)


def _is_held(m: Machine, function: Function, name: str) -> Answer:
    """Return whether anything but its name holds the function that this ``def`` made when it ran before."""
    if function.definition in m.trace.handed_on or function.definition in m.trace.unseen_calls:
        return Answer.YES
    scope = owner_of(m, m.frame, name)
    bindings, contents, closures = _holders(m, function)
    named = (item for owner, key, item in bindings if (owner, key) != (scope, name))
    held = (part for content in contents for part in content.parts())
    defaults = (item for closure in closures for item in closure.defaults)
    by_name = (item for closure in closures for _, item in closure.keyword_defaults)
    answer = Answer.NO
    for item in chain(named, held, defaults, by_name):
        if item.is_unknown:
            answer = Answer.UNKNOWN
        elif mentions(item, function):
            return Answer.YES
    return answer


def _holders(m: Machine, function: Function) -> tuple[Iterable[_Binding], Iterable[HeapObject], Collection[Closure]]:
    """Return the names, the objects and the defaults that may hold *function*.

    What was there before the function was, and has not been looked at since, holds none, though it may be unknown.
    """
    if is_new(m.closures, (function.definition, function.environment)):
        return bindings_used(m.live), contents_used(m.live), used(m.closures)
    return bindings_of(m.live), contents_of(m.live), m.closures.values()


def _defaults(m: Machine, node: FunctionNode) -> Closure:
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    positional = tuple(evaluate(m, d) for d in node.args.defaults)
    pairs = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
    return Closure(positional, tuple((p.arg, evaluate(m, d)) for p, d in pairs if d is not None))


def _joined(old: Closure, new: Closure) -> Closure:
    """A factory made the function again: its defaults may be those of any time."""
    positional = tuple(a.join(b) for a, b in zip(old.defaults, new.defaults, strict=True))
    before = dict(old.keyword_defaults)
    return Closure(positional, tuple((n, v.join(before.get(n, v))) for n, v in new.keyword_defaults))


def code_of(m: Machine, node: FunctionNode, name: str) -> Code:
    """Return the code of *node*, registering it when it is seen first."""
    frame = m.frame
    key = (frame.unit, frame.parsed.cell.index, node.lineno, node.col_offset, name)
    known = m.codes_by_place.get(key)
    if known is not None:
        return known
    prefix = ""
    if frame.class_id is not None:
        prefix = f"{frame.class_id.rpartition(':')[2]}."
    elif frame.code is not None:
        prefix = f"{frame.code.name}."
    qualified = f"{prefix}{name}"
    place = f"{frame.unit}#{frame.parsed.cell.index}@{node.lineno}.{node.col_offset}"
    is_reported = not isinstance(node, ast.Lambda) and frame.unit in m.reported
    earlier = m.earlier_codes.get(key)
    is_same = earlier is not None and _has_text(earlier, node, frame.parsed)
    code = Code(
        f"{place}:{qualified}",
        qualified,
        earlier.node if earlier is not None and is_same else node,
        frame.unit,
        earlier.parsed if earlier is not None and is_same else frame.parsed,
        earlier.info if earlier is not None and is_same else scope_info(node),
        frame.class_id,
        is_reported,
        is_ambiguous=isinstance(node, ast.Lambda) and _has_twin(frame.parsed.tree, node),
        in_conditional=bool(frame.conditionals) or (frame.code is not None and frame.code.in_conditional),
    )
    if earlier is not None and earlier == code:
        code = earlier
    m.codes_by_place[key] = code
    m.trace.codes[code.id] = code
    return code


def _has_text(code: Code, node: FunctionNode, parsed: Parsed) -> bool:
    """Return whether *node*, which stands in *parsed* where *code* stood in its cell, is written in the same way."""
    if code.node is node:
        return True
    places = [(_first_line(each), each.end_lineno, each.end_col_offset) for each in (code.node, node)]
    if places[0] != places[1]:
        return False
    old, new = lines_of(code.parsed), lines_of(parsed)
    first, last = _first_line(node) - 1, node.end_lineno
    return all(one[first:last] == other[first:last] for one, other in zip(old, new, strict=True))


def _first_line(node: FunctionNode) -> int:
    decorators = () if isinstance(node, ast.Lambda) else node.decorator_list
    return min([node.lineno, *(d.lineno for d in decorators)])


def _has_twin(tree: ast.Module, node: ast.Lambda) -> bool:
    """Return whether another lambda with the same parameters begins on the line of *node*."""
    names = parameter_names(node.args)
    return any(
        other is not node and other.lineno == node.lineno and parameter_names(other.args) == names
        for other in _lambdas(tree)
    )


def _lambdas(tree: ast.Module) -> tuple[ast.Lambda, ...]:
    known: tuple[ast.Lambda, ...] | None = getattr(tree, _LAMBDAS, None)
    if known is None:
        known = tuple(node for node in ast.walk(tree) if isinstance(node, ast.Lambda))
        setattr(tree, _LAMBDAS, known)  # a cell may be full of them, and each asks for the others
    return known


def define(m: Machine, node: ast.FunctionDef | ast.AsyncFunctionDef) -> AbstractValue:
    """Interpret a ``def`` with its decorators and return what its name is bound to."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    decorators = [(d, evaluate(m, d)) for d in node.decorator_list]
    made = make_function(m, node, node.name)
    code = code_of(m, node, node.name)
    m.trace.decorators[code.id] = tuple(_decorator_name(m, d, v) for d, v in decorators)
    for decorator, item in reversed(decorators):
        with m.at(decorator):
            made = _decorate(m, code, decorator, item, made)
    return made


def _decorator_name(m: Machine, node: ast.expr, item: AbstractValue) -> str:
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    atom = item.only()
    if isinstance(atom, Partial):
        atom = atom.function.only()
    if item.is_unknown and isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
        atom = evaluate(m, node.func).only()
    return atom.name if isinstance(atom, Api) else ast.unparse(node)


def _decorate(m: Machine, code: Code, node: ast.expr, item: AbstractValue, made: AbstractValue) -> AbstractValue:
    from jupyter_hybridize.interpreter.calling.calls import call, let_loose

    atom = item.only()
    if special.is_hybrid_decorator(atom):
        return _hybrid(m, code, node, atom, made)
    if isinstance(node, ast.Attribute) and node.attr in {"setter", "getter", "deleter"}:
        return _accessor(m, node, made)
    if item.is_unknown or (isinstance(atom, Api) and atom.name not in special.HANDLERS and not _is_known(m, atom)):
        m.trace.unseen_decorators[code.id] = (ast.unparse(node), m.span(node))
        let_loose(m, made)
        return TOP
    return call(m, item, Arguments((made,)), ast.unparse(node))


def _is_known(m: Machine, atom: Api) -> bool:
    return atom.name in m.knowledge.functions


def _hybrid(m: Machine, code: Code, node: ast.expr, atom: Atom | None, made: AbstractValue) -> AbstractValue:
    arguments = special.decorator_arguments(node) if isinstance(node, ast.Call) else ()
    given = dict(atom.kwargs) if isinstance(atom, Partial) else {}
    autograph = given.get("autograph", NONE).constant() is not False
    signature = declared.signature_of(m, given)
    use = HybridUse(f"@{ast.unparse(node)}", m.span(node), arguments, False, autograph, signature)
    m.trace.set_hybrid(code.id, use)
    return value(Hybrid(made, autograph, signature, declared.relaxes(given)))


def _accessor(m: Machine, node: ast.Attribute, made: AbstractValue) -> AbstractValue:
    """``@x.setter``: the property stays, the setter is kept beside it under ``x.setter``."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate
    from jupyter_hybridize.interpreter.language.names import bind_name

    if isinstance(node.value, ast.Name):
        bind_name(m, f"{node.value.id}.{node.attr}", made)
    return evaluate(m, node.value)
