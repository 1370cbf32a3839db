"""Expressions: one small function a kind of node."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Container,
    Form,
    Function,
    Instance,
    Method,
    PythonIterator,
    Tensor,
    constant,
    join_all,
    scalar,
    tuple_of,
    value,
)
from jupyter_hybridize.interpreter import attributes, branches, comprehensions
from jupyter_hybridize.interpreter.calls import call, let_loose
from jupyter_hybridize.interpreter.functions import make_function
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.iteration import iterate
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.names import bind_name, read_name
from jupyter_hybridize.knowledge import operators, subscripts
from jupyter_hybridize.knowledge.host import Arguments, Call

Evaluator = Callable[[Machine, ast.expr], AbstractValue]
BINARY: Final = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
}  # fmt: skip
COMPARISON: Final = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
}  # fmt: skip
UNARY: Final = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.Not: "not"}
_DUNDERS: Final = {
    "+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "@": "matmul",
    "<<": "lshift", ">>": "rshift", "&": "and", "|": "or", "^": "xor",
    "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "==": "eq", "!=": "ne",
}  # fmt: skip


def evaluate(m: Machine, node: ast.expr) -> AbstractValue:
    """Return what *node* may be, recording what evaluating it does."""
    if m.state is None:
        return BOTTOM
    evaluator = _EVALUATORS.get(type(node))
    if evaluator is None:
        m.effect(EffectKind.UNKNOWN_VALUE, ast.unparse(node), answer=Answer.UNKNOWN)
        return TOP
    frame = m.frame
    before, frame.node = frame.node, node
    try:
        return evaluator(m, node)
    finally:
        frame.node = before


def text_of(node: ast.AST) -> str:
    """Return *node* as the user wrote it, cut to a readable length."""
    text = ast.unparse(node)
    return text if len(text) <= 60 else text[:57] + "…"


def _constant(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Constant)
    if node.value is Ellipsis:
        return scalar("ellipsis")
    return constant(node.value)  # type: ignore[arg-type]


def _name(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Name)
    found = read_name(m, node.id)
    if m.trial is not None and any(t.form is Form.VARIABLE for t in found.each(Tensor)):
        m.trial.touches_state = True
    return found


def _attribute(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Attribute)
    owner = evaluate(m, node.value)
    found = attributes.read(m, owner, node.attr, text_of(node.value))
    if m.trial is not None and any(t.form is Form.VARIABLE for t in found.each(Tensor)):
        m.trial.touches_state = True
    return found


def _subscript(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Subscript)
    owner = evaluate(m, node.value)
    index = evaluate(m, node.slice)
    return get_item(m, owner, index, text_of(node))


def get_item(m: Machine, owner: AbstractValue, index: AbstractValue, text: str) -> AbstractValue:
    """Return ``owner[index]``; a class of the program answers with its ``__getitem__``."""
    results, plain = [], []
    for atom in sorted(owner.atoms, key=str):
        held = user_method(m, atom, "__getitem__")
        if held is None:
            plain.append(atom)
        else:
            results.append(call(m, held, Arguments((value(atom), index)), text))
    if plain:
        results.append(subscripts.get_item(InterpreterHost(m), value(*plain).with_origins(owner.origins), index, text))
    return join_all(results)


def user_method(m: Machine, atom: object, name: str) -> AbstractValue | None:
    """Return method *name* of an object of a class of the program, None for anything else."""
    if not isinstance(atom, Instance) or not attributes.is_user_class(m, atom.cls):
        return None
    held = attributes.class_lookup(m, atom.cls, name)
    return None if held is None else held[0]


def _slice(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Slice)
    parts = (node.lower, node.upper, node.step)
    items = [NONE if part is None else evaluate(m, part) for part in parts]
    origins = frozenset().union(*(i.origins for i in items))
    return tuple_of(*items, name="slice").with_origins(origins)


def _tuple(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Tuple)
    items, rest = _elements(m, node.elts)
    origins = frozenset().union(*(i.origins for i in items), frozenset() if rest is None else rest.origins)
    return tuple_of(*items, rest=rest).with_origins(origins)


def _elements(m: Machine, nodes: list[ast.expr]) -> tuple[list[AbstractValue], AbstractValue | None]:
    """Return the elements of a display; what follows a star of unknown length is joined into the second."""
    items: list[AbstractValue] = []
    rest: AbstractValue | None = None
    for node in nodes:
        if isinstance(node, ast.Starred):
            starred = evaluate(m, node.value)
            known = InterpreterHost(m).items(starred)
            if known is None or rest is not None:
                with m.at(node):
                    rest = iterate(m, starred, by_python=True).join(rest or BOTTOM)
            else:
                if starred.has(Tensor):
                    iterate(m, starred, by_python=True)
                items.extend(known)
        elif rest is None:
            items.append(evaluate(m, node))
        else:
            rest = rest.join(evaluate(m, node))
    return items, rest


def _list(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.List)
    items, rest = _elements(m, node.elts)
    host = InterpreterHost(m)
    made = host.new_list(items) if rest is None else host.new_list(None, join_all(items).join(rest))
    return made.with_origins(frozenset().union(*(i.origins for i in items)))


def _set(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Set)
    items, rest = _elements(m, node.elts)
    made = InterpreterHost(m).new_object("set")
    _fill(m, made, join_all(items).join(rest or BOTTOM))
    return made


def _fill(m: Machine, made: AbstractValue, element: AbstractValue) -> None:
    for container in made.each(Container):
        m.live.store(container.site, InterpreterHost(m).load(container.site).with_element(element))


def _dict(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Dict)
    host = InterpreterHost(m)
    entries: dict[object, AbstractValue] | None = {}
    keys, total = BOTTOM, BOTTOM
    for key_node, value_node in zip(node.keys, node.values, strict=True):
        item = evaluate(m, value_node)
        if key_node is None:
            entries, key, item = _unpacked(m, item, entries)
        else:
            key = evaluate(m, key_node)
            known = key.constant()
            if entries is not None and (known is not comprehensions.ANY_CONSTANT):
                entries[known] = item
            else:
                entries = None
        keys, total = keys.join(key), total.join(item)
    return host.new_dict(entries, keys, total)  # type: ignore[arg-type]


def _unpacked(
    m: Machine, item: AbstractValue, entries: dict[object, AbstractValue] | None
) -> tuple[dict[object, AbstractValue] | None, AbstractValue, AbstractValue]:
    atom = item.only()
    content = InterpreterHost(m).load(atom.site) if isinstance(atom, Container) else None
    if content is None:
        return None, TOP, TOP
    if content.entries is not None and entries is not None:
        return {**entries, **content.entries}, content.key, join_all(content.entries.values())
    return None, content.key, content.element.join(join_all((content.entries or {}).values()))


def _binary(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.BinOp)
    left, right = evaluate(m, node.left), evaluate(m, node.right)
    return binary(m, BINARY[type(node.op)], left, right, text_of(node))


def binary(m: Machine, operator: str, left: AbstractValue, right: AbstractValue, text: str) -> AbstractValue:
    """Return ``left operator right``, with the dunder methods of classes of the program."""
    if m.state is None:
        return BOTTOM
    if not left.has(Instance) and not right.has(Instance):
        return operators.binary(InterpreterHost(m), operator, left, right, text)
    results = []
    name = _DUNDERS.get(operator, "contains")
    for one in sorted(left.atoms, key=str):
        for other in sorted(right.atoms, key=str):
            results.append(_pair(m, operator, name, value(one), value(other), text))
    return join_all(results).with_origins(left.origins | right.origins)


def _pair(m: Machine, operator: str, name: str, left: AbstractValue, right: AbstractValue, text: str) -> AbstractValue:
    if operator in {"in", "not in"}:
        held = user_method(m, right.only(), "__contains__")
        return (
            scalar("bool")
            if held and call(m, held, Arguments((right, left)), text)
            else _plain(m, operator, left, right, text)
        )
    held = user_method(m, left.only(), f"__{name}__")
    if held is not None:
        return call(m, held, Arguments((left, right)), text)
    held = user_method(m, right.only(), f"__r{name}__")
    if held is not None:
        return call(m, held, Arguments((right, left)), text)
    return _plain(m, operator, left, right, text)


def _plain(m: Machine, operator: str, left: AbstractValue, right: AbstractValue, text: str) -> AbstractValue:
    return operators.binary(InterpreterHost(m), operator, left, right, text)


def _unary(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.UnaryOp)
    operand = evaluate(m, node.operand)
    names = {"-": "__neg__", "+": "__pos__", "~": "__invert__", "not": "__bool__"}
    operator = UNARY[type(node.op)]
    held = user_method(m, operand.only(), names[operator])
    if held is not None:
        result = call(m, held, Arguments((operand,)), text_of(node))
        return scalar("bool") if operator == "not" else result
    return operators.unary(InterpreterHost(m), operator, operand, text_of(node))


def _compare(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Compare)
    left = evaluate(m, node.left)
    results: list[AbstractValue] = []
    for operator, comparator in zip(node.ops, node.comparators, strict=True):
        right = evaluate(m, comparator)
        name = COMPARISON[type(operator)]
        if name in {"is", "is not"}:
            _note_identity(m, left, right)
        results.append(binary(m, name, left, right, text_of(node)))
        left = right
    return results[0] if len(results) == 1 else branches.both(m, results, text_of(node))


def _note_identity(m: Machine, left: AbstractValue, right: AbstractValue) -> None:
    """A tensor that a function returned is compared by identity: a graph returns another object."""
    if m.trial is not None or not (left.has(Tensor) and right.has(Tensor)):
        return
    for origin in left.origins | right.origins:
        if origin.startswith("return:"):
            m.trace.identity_tested.setdefault(origin.removeprefix("return:"), m.span())


def _lambda(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Lambda)
    return make_function(m, node, "<lambda>")


def _call(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Call)
    if isinstance(node.func, ast.Attribute):
        before = m.clock
        receiver = evaluate(m, node.func.value)
        with m.at(node.func):
            function = attributes.read(m, receiver, node.func.attr, text_of(node.func.value))
        if isinstance(node.func.value, ast.Call):
            _note_temporary(m, node.func.value, function, before)
    else:
        receiver = BOTTOM
        function = evaluate(m, node.func)
    arguments = evaluate_arguments(m, node)
    if m.state is None:
        return BOTTOM
    if function.is_unknown and not receiver.is_bottom:
        let_loose(m, *(value(a) for a in receiver.atoms if isinstance(a, Instance | Container)))
    result = call(m, function, arguments, text_of(node.func))
    return result.with_origins(arguments_origins(arguments, receiver))


def arguments_origins(arguments: Arguments, receiver: AbstractValue) -> frozenset[str]:
    """Return what the result of a call may derive from."""
    return frozenset().union(receiver.origins, *(a.origins for a in arguments.every()))


def _note_temporary(m: Machine, node: ast.Call, function: AbstractValue, before: int) -> None:
    """A method is called on an object made since *before* that nothing else holds: ``C(1.).f(x)``."""
    for method in function.each(Method):
        receivers = [i for i in method.receiver.each(Instance) if m.births.get(i.site, 0) > before]
        if isinstance(method.function, Function) and receivers:
            m.trace.on_temporary.setdefault(method.function.definition, m.span(node))


def evaluate_arguments(m: Machine, node: ast.Call) -> Arguments:
    """Return the arguments of a call, in the order Python evaluates them."""
    positional, star = _elements_of_call(m, node.args)
    keywords: dict[str, AbstractValue] = {}
    double = BOTTOM
    for keyword in node.keywords:
        item = evaluate(m, keyword.value)
        if keyword.arg is not None:
            keywords[keyword.arg] = item
            continue
        entries, _, total = _unpacked(m, item, {})
        if entries is None or not all(isinstance(key, str) for key in entries):
            double = double.join(total)
        else:
            keywords.update({str(key): each for key, each in entries.items()})
    return Arguments(tuple(positional), keywords, star or BOTTOM, double)


def _elements_of_call(m: Machine, nodes: list[ast.expr]) -> tuple[list[AbstractValue], AbstractValue | None]:
    return _elements(m, nodes)


def _joined_string(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.JoinedStr)
    parts = [evaluate(m, part) for part in node.values]
    known = [p.constant() for p in parts]
    origins = frozenset().union(*(p.origins for p in parts))
    if all(isinstance(k, str) for k in known):
        return constant("".join(str(k) for k in known)).with_origins(origins)
    return scalar("str").with_origins(origins)


def _formatted(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.FormattedValue)
    item = evaluate(m, node.value)
    spec = evaluate(m, node.format_spec) if node.format_spec is not None else constant("")
    arguments = Arguments((item, spec))
    result = m.knowledge.call(Call("builtins.format", InterpreterHost(m), arguments, BOTTOM, text_of(node.value)))
    return result if not result.is_unknown else scalar("str")


def _await(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Await)
    return evaluate(m, node.value)


def _yield(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Yield | ast.YieldFrom)
    item = NONE if node.value is None else evaluate(m, node.value)
    if isinstance(node, ast.YieldFrom):
        item = iterate(m, item, by_python=True)
    m.frame.yields = m.frame.yields.join(item)
    return TOP if isinstance(node, ast.YieldFrom) else NONE.join(TOP)


def _walrus(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.NamedExpr)
    item = evaluate(m, node.value)
    bind_name(m, node.target.id, item)
    return item


def _starred(m: Machine, node: ast.expr) -> AbstractValue:
    assert isinstance(node, ast.Starred)
    return evaluate(m, node.value)


def _generator(m: Machine, node: ast.expr) -> AbstractValue:
    written = len(m.trace.writes)
    element = comprehensions.element(m, node)
    m.delay(written)
    m.clock += 1
    site = m.site("generator")
    m.births[site] = m.clock
    return value(PythonIterator(element, site))


_EVALUATORS: Final[dict[type[ast.expr], Evaluator]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
    ast.Tuple: _tuple,
    ast.List: _list,
    ast.Set: _set,
    ast.Dict: _dict,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.BoolOp: branches.boolean,
    ast.IfExp: branches.conditional,
    ast.Lambda: _lambda,
    ast.Call: _call,
    ast.JoinedStr: _joined_string,
    ast.FormattedValue: _formatted,
    ast.Await: _await,
    ast.Yield: _yield,
    ast.YieldFrom: _yield,
    ast.NamedExpr: _walrus,
    ast.Starred: _starred,
    ast.ListComp: comprehensions.list_,
    ast.SetComp: comprehensions.set_,
    ast.DictComp: comprehensions.dict_,
    ast.GeneratorExp: _generator,
}
