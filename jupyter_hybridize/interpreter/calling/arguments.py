"""Binding the arguments of a call to the parameters of a function."""

from __future__ import annotations

from dataclasses import dataclass

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Constant,
    Container,
    Tuple,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Closure, Code
from jupyter_hybridize.knowledge.host import Arguments

Bound = tuple[tuple[str, AbstractValue], ...]


@dataclass(slots=True)
class _Binding:
    """The state of one binding: what is bound, and which arguments are still to be placed."""

    bound: dict[str, AbstractValue]
    positional: list[AbstractValue]
    keywords: dict[str, AbstractValue]


def with_receiver(arguments: Arguments, receiver: AbstractValue) -> Arguments:
    """Return *arguments* with the receiver of a method in front."""
    return Arguments((receiver, *arguments.positional), arguments.keywords, arguments.star, arguments.double_star)


def bind(m: Machine, code: Code, closure: Closure, arguments: Arguments) -> Bound:
    """Return the value of each parameter of *code*; what the call leaves unclear is ⊤."""
    spec = code.node.args
    binding = _Binding({}, list(arguments.positional), dict(arguments.keywords))
    named = [*spec.posonlyargs, *spec.args]
    defaults = dict(zip([p.arg for p in named[len(named) - len(closure.defaults) :]], closure.defaults, strict=False))
    defaults.update(closure.keyword_defaults)
    extra = arguments.star.join(arguments.double_star)
    positional_only = {p.arg for p in spec.posonlyargs}
    for parameter in named:
        binding.bound[parameter.arg] = _take(
            m, parameter.arg, binding, defaults, extra, parameter.arg in positional_only
        )
    if spec.vararg is not None:
        binding.bound[spec.vararg.arg] = _rest(binding.positional, arguments.star)
    elif binding.positional:
        _mismatch(m, code, "takes fewer arguments")
    for parameter in spec.kwonlyargs:
        found = binding.keywords.pop(parameter.arg, None)
        double = arguments.double_star
        binding.bound[parameter.arg] = found if found is not None else _default(m, parameter.arg, defaults, double)
    if spec.kwarg is not None:
        binding.bound[spec.kwarg.arg] = _keyword_rest(m, code, binding.keywords, arguments.double_star)
    elif binding.keywords:
        _mismatch(m, code, f"has no parameter {next(iter(binding.keywords))}")
    return tuple(binding.bound.items())


def _take(
    m: Machine, name: str, binding: _Binding, defaults: dict[str, AbstractValue], extra: AbstractValue, only: bool
) -> AbstractValue:
    if binding.positional:
        return binding.positional.pop(0)
    if not only and name in binding.keywords:
        return binding.keywords.pop(name)
    return _default(m, name, defaults, extra)


def _default(m: Machine, name: str, defaults: dict[str, AbstractValue], extra: AbstractValue) -> AbstractValue:
    """Return what a parameter is that no argument names: its default, or what a star argument may bring."""
    if name in defaults:
        return defaults[name].join(extra)
    if not extra.is_bottom:
        return extra
    m.effect(EffectKind.RAISES, name, answer=Answer.UNKNOWN, detail="gets no argument", reason="argument")
    return TOP


def _mismatch(m: Machine, code: Code, detail: str) -> None:
    m.effect(EffectKind.RAISES, code.name, answer=Answer.UNKNOWN, detail=detail, reason="argument")


def _rest(positional: list[AbstractValue], star: AbstractValue) -> AbstractValue:
    return value(Tuple(tuple(positional), None if star.is_bottom else star))


def _keyword_rest(m: Machine, code: Code, keywords: dict[str, AbstractValue], extra: AbstractValue) -> AbstractValue:
    entries: dict[Constant, AbstractValue] = dict(keywords.items())
    element = join_all(keywords.values()).join(extra)
    key = scalar("str") if entries or not extra.is_bottom else BOTTOM
    known = entries if extra.is_bottom else None
    content = HeapObject(entries=known, key=key, element=element)
    return value(Container("dict", m.allocate(m.site(f"kwargs:{code.id}"), content)))
