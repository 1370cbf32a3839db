"""Operators and subscripts, with the special methods of classes of the program."""

from __future__ import annotations

import ast
from typing import Final

from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    AbstractValue,
    Class,
    Container,
    Instance,
    Scalar,
    Tuple,
    constant,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.interpreter.calling import results
from jupyter_hybridize.interpreter.calling.calls import call
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language import attributes, enumerations
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.knowledge import operators, subscripts
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.keras import logits

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
_REFLECTED: Final = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le", "eq": "eq", "ne": "ne"}


def in_place_method(operator: str) -> str:
    """Return the special method of ``target operator= value``."""
    return f"__i{_DUNDERS[operator]}__"


def get_item(m: Machine, owner: AbstractValue, index: AbstractValue, text: str) -> AbstractValue:
    """Return ``owner[index]``; a class of the program answers with its ``__getitem__``."""
    results, plain = [], []
    for atom in owner.ordered():
        held = user_method(m, atom, "__getitem__")
        members = enumerations.members(m, atom.id) if isinstance(atom, Class) else None
        if held is not None:
            results.append(call(m, held, Arguments((value(atom), index)), text))
        elif members is not None:
            results.append(members)
        elif isinstance(atom, Instance) and _is_subscripted_by_library(m, atom):
            method = attributes.read(m, value(atom), "__getitem__", text)
            results.append(call(m, method, Arguments((index,)), text))
        else:
            plain.append(atom)
    if results:
        plain = [atom for atom in plain if value(atom) != NONE]  # which may be None has items, or nobody would ask
    if plain:
        note_hashing(m, index, text)
        rest = owner if len(plain) == len(owner.atoms) else value(*plain).with_origins(owner.origins)
        tally.operands(m, rest)
        with objects.AtEntry(m, rest, index):
            results.append(subscripts.get_item(InterpreterHost(m), rest, index, text))
    return join_all(results)


def note_hashing(m: Machine, key: AbstractValue, text: str) -> None:
    """Call ``__hash__`` and ``__eq__`` of a key of a class of the program, as a dict or set does."""
    for atom in key.ordered():
        hashing, equality = user_method(m, atom, "__hash__"), user_method(m, atom, "__eq__")
        if hashing is not None:
            call(m, hashing, Arguments((value(atom),)), text)
        if equality is not None:
            call(m, equality, Arguments((value(atom), key)), text)


def _is_subscripted_by_library(m: Machine, atom: Instance) -> bool:
    return not attributes.is_user_class(m, atom.cls) and m.knowledge.has_method(atom.cls, "__getitem__")


def user_method(m: Machine, atom: object, name: str) -> AbstractValue | None:
    """Return method *name* of an object of a class of the program, None for anything else."""
    if not isinstance(atom, Instance) or not attributes.is_user_class(m, atom.cls):
        return None
    held = attributes.class_lookup(m, atom.cls, name)
    return None if held is None else held[0]


def binary(m: Machine, operator: str, left: AbstractValue, right: AbstractValue, text: str) -> AbstractValue:
    """Return ``left operator right``, with the dunder methods of classes of the program."""
    if m.state is None:
        return BOTTOM
    if Instance not in {type(atom) for atom in (*left.atoms, *right.atoms)}:
        return _plain(m, operator, left, right, text)
    results = []
    name = _DUNDERS.get(operator, "contains")
    for one in left.ordered():
        for other in right.ordered():
            results.append(_pair(m, operator, name, value(one), value(other), text))
    return join_all(results).with_origins(left.origins | right.origins)


def _pair(m: Machine, operator: str, name: str, left: AbstractValue, right: AbstractValue, text: str) -> AbstractValue:
    if operator in {"in", "not in"}:
        held = user_method(m, right.only(), "__contains__")
        if held is not None:
            call(m, held, Arguments((right, left)), text)
            return scalar("bool")
        note_equality(m, left, right, text)
        return _plain(m, operator, left, right, text)
    held = user_method(m, left.only(), f"__{name}__")
    if held is not None:
        return call(m, held, Arguments((left, right)), text)
    held = user_method(m, right.only(), f"__{_REFLECTED.get(name, f'r{name}')}__")
    if held is not None:
        return call(m, held, Arguments((right, left)), text)
    if operator == "!=" and any(user_method(m, each.only(), "__eq__") is not None for each in (left, right)):
        _pair(m, "==", "eq", left, right, text)
        return scalar("bool")
    if operator in {"==", "!="} and _compares_by_identity(m, left) and _compares_by_identity(m, right):
        return _identity(m, left, right, negated=operator == "!=")
    if operator in {"is", "is not"} and left.has(Instance) and right.has(Instance):
        return _identity(m, left, right, negated=operator == "is not")
    return _plain(m, operator, left, right, text)


def _identity(m: Machine, left: AbstractValue, right: AbstractValue, *, negated: bool) -> AbstractValue:
    """Return whether two objects are one: a site makes one object, unless it was reached several times."""
    one, other = left.only(), right.only()
    if not isinstance(one, Instance) or not isinstance(other, Instance):
        return scalar("bool")
    if one.site != other.site:
        return constant(negated)
    content = m.live.load(one.site)
    return scalar("bool") if content is None or content.multiple else constant(not negated)


def _compares_by_identity(m: Machine, item: AbstractValue) -> bool:
    """Return whether *item* is an object of a class of the program that has no ``__eq__``."""
    atom = item.only()
    if not isinstance(atom, Instance) or not attributes.is_user_class(m, atom.cls):
        return False
    names = ("__eq__", "__dataclass_frozen__")
    if not attributes.is_plain_object(m, atom.cls):
        return False
    return all(attributes.class_lookup(m, atom.cls, name) is None for name in names)


def note_equality(m: Machine, item: AbstractValue, owner: AbstractValue, text: str) -> None:
    """Call the ``__eq__`` of classes of the program as a search for *item* among the elements of *owner* does."""
    elements = [content.element for c in owner.each(Container) if (content := m.live.load(c.site)) is not None]
    elements += [part for each in owner.each(Tuple) for part in (*each.items, *([each.rest] if each.rest else []))]
    for one, others in ((item, elements), *((each, [item]) for each in elements)):
        for atom in one.ordered():
            equality = user_method(m, atom, "__eq__")
            if equality is not None:
                call(m, equality, Arguments((value(atom), join_all(others))), text)


def _note_repeated(m: Machine, number: AbstractValue, item: AbstractValue) -> None:
    """``[0] * n``, where a function gave ``n``: a tensor multiplies the elements instead."""
    is_number = bool(number.origins) and all(isinstance(a, Scalar) and a.type == "int" for a in number.atoms)
    if is_number and (item.has(Container, Tuple) or any(a.type == "str" for a in item.each(Scalar))):
        results.note_given(m, number, "which repeats a list or text")


def _plain(m: Machine, operator: str, left: AbstractValue, right: AbstractValue, text: str) -> AbstractValue:
    if operator == "*" and m.trial is None:
        _note_repeated(m, left, right)
        _note_repeated(m, right, left)
    result = logits.computed(operators.binary(InterpreterHost(m), operator, left, right, text))
    if m.trial is not None:
        tally.operands(m, left, right)
        tally.sizes_of(m, "MatMul" if operator == "@" else operator, (left, right), result)
    return result
