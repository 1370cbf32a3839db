"""What reaches each parameter of a function, call by call."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import BOTTOM, TOP, AbstractValue, Array, Scalar, Tensor, Tuple, constant, join_all
from jupyter_hybridize.facts.function import Opening, ParameterFacts, ParameterKind
from jupyter_hybridize.interpreter.calling.making import LOOP
from jupyter_hybridize.interpreter.cells.kernel_facts import from_kernel
from jupyter_hybridize.interpreter.syntax.scopes import parameter_names
from jupyter_hybridize.interpreter.trace import CallRecord, Code, Trial
from jupyter_hybridize.interpreter.tracing.layouts import has_open_axis
from jupyter_hybridize.knowledge.tensorflow.staged import RUNNING

_FIRST_CALL_ONLY = frozenset(
    {EffectKind.CREATES_VARIABLE, EffectKind.MUTATES_OBJECT, EffectKind.STORES_TENSOR, EffectKind.WRITES_GLOBAL}
)
_Effects = Mapping[tuple[object, ...], Effect]


def parameters_of(
    code: Code, calls: Sequence[CallRecord], trials: Sequence[Trial], *, has_receiver: bool
) -> tuple[ParameterFacts, ...]:
    """Return the facts of every parameter, in order of declaration."""
    passed = [dict(c.arguments) for c in calls] or [dict(t.arguments) for t in trials]
    layouts = [dict(c.layout) for c in calls]
    kinds, defaults = _kinds(code.node.args), _defaults(code.node.args)
    return tuple(
        _parameter(
            ParameterFacts(
                name,
                BOTTOM,
                is_receiver=index == 0 and has_receiver,
                layout=join_all(each[name] for each in layouts if name in each),
                kind=kinds[name],
                default=defaults.get(name, BOTTOM),
            ),
            [p[name] for p in passed if name in p],
            calls,
        )
        for index, name in enumerate(parameter_names(code.node.args))
    )


def _parameter(about: ParameterFacts, passed: list[AbstractValue], calls: Sequence[CallRecord]) -> ParameterFacts:
    observations = tuple(dict.fromkeys(AbstractValue(p.atoms) for p in passed))
    varies = any(_varies(about.name, call) for call in calls)
    return ParameterFacts(
        about.name,
        join_all(observations) if observations or calls else TOP,
        observations,
        about.is_receiver,
        varies,
        any(map(from_kernel, passed)),
        about.layout,
        about.kind,
        about.default,
    )


def _varies(name: str, call: CallRecord) -> bool:
    """Return whether the innermost loop around a call counts with the number passed as *name*.

    With one that only an outer loop counts with, several calls are made, which one trace serves.
    """
    item = dict(call.arguments).get(name)
    if not call.in_loop or item is None or RUNNING not in item.origins or not item.has(Scalar):
        return False
    counting = {origin for origin in item.origins if origin.startswith(LOOP)}
    return not counting or not call.loop or call.loop in counting


def _kinds(args: ast.arguments) -> dict[str, ParameterKind]:
    plain = {a.arg: ParameterKind.PLAIN for a in (*args.posonlyargs, *args.args)}
    only = {a.arg: ParameterKind.KEYWORD_ONLY for a in args.kwonlyargs}
    star = {args.vararg.arg: ParameterKind.VARIADIC} if args.vararg else {}
    return {**plain, **only, **star, **({args.kwarg.arg: ParameterKind.KEYWORDS} if args.kwarg else {})}


def _defaults(args: ast.arguments) -> dict[str, AbstractValue]:
    """Return the defaults that are written as constants; ⊤ for any other."""
    plain = [*args.posonlyargs, *args.args]
    pairs = [*zip(plain[len(plain) - len(args.defaults) :], args.defaults, strict=True)]
    pairs += [(a, d) for a, d in zip(args.kwonlyargs, args.kw_defaults, strict=True) if d is not None]
    return {a.arg: _constant(d) for a, d in pairs}


def _constant(node: ast.expr) -> AbstractValue:
    try:
        found = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return TOP
    return constant(found) if found is None or isinstance(found, bool | int | float | str) else TOP


def shapes_seen(calls: Iterable[CallRecord]) -> int:
    """Return how many combinations of shapes the arguments of *calls* have."""
    return len({tuple(shape for _, item in call.layout for shape in _shapes(item)) for call in calls})


def _shapes(item: AbstractValue) -> Iterator[Shape]:
    for atom in item.ordered():
        if isinstance(atom, Tensor | Array):
            yield atom.shape
        elif isinstance(atom, Tuple):
            yield from (shape for part in atom.items for shape in _shapes(part))


def opening(trials: Sequence[Trial], opened: Sequence[Trial], parameters: Iterable[ParameterFacts]) -> Opening:
    """Return what tracing does where the axes are open that a signature for all calls leaves open."""
    joined = {p.name: p.layout for p in parameters if not p.is_receiver}
    if not has_open_axis(joined.values()):
        return Opening(is_open=False, is_tried=True)
    fitting = [t for t in (*trials, *opened) if all(dict(t.layout).get(name) == v for name, v in joined.items())]
    known: dict[tuple[object, ...], Effect] = {}
    for trial in trials:
        known |= trial.effects
    new = {e: None for t in fitting if t in opened for e in _new(t.effects, known)}
    return Opening(is_open=True, is_tried=bool(fitting), effects=tuple(new))


def _new(effects: _Effects, known: _Effects) -> Iterable[Effect]:
    for key, effect in effects.items():
        old = known.get(key)
        is_worse = old is None or (old.answer is Answer.UNKNOWN and effect.answer is Answer.NO)
        if is_worse and effect.kind not in _FIRST_CALL_ONLY:
            yield effect
