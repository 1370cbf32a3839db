"""Trials: each function interpreted once more as traced, in a state that is thrown away afterwards."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    OPEN_AXIS,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Class,
    Container,
    Form,
    Function,
    Instance,
    Site,
    Tensor,
    Tuple,
    join_all,
    tensor,
    value,
)
from jupyter_hybridize.interpreter.calling.activation import Start, activate
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.cells.kernel_facts import from_kernel
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.memory.state import instance_in
from jupyter_hybridize.interpreter.trace import Code, Location, Trial, weaker
from jupyter_hybridize.interpreter.tracing import boundary, custom_gradient, first_use, layouts, refused, staging
from jupyter_hybridize.interpreter.tracing.annotations import hinted
from jupyter_hybridize.interpreter.tracing.boundary import COPY, NESTED
from jupyter_hybridize.interpreter.tracing.lazy_build import note_lazy_build
from jupyter_hybridize.interpreter.work import effort
from jupyter_hybridize.knowledge.host import Arguments, Mode
from jupyter_hybridize.knowledge.keras import logits, passed
from jupyter_hybridize.knowledge.tensorflow import listed, staged

_MOST_CONTEXTS = 8
_FEW = 0.75  # of what the trials of a function may take: the others are joined then
_FIRST_CALL_ONLY = frozenset(
    {EffectKind.CREATES_VARIABLE, EffectKind.MUTATES_OBJECT, EffectKind.STORES_TENSOR, EffectKind.WRITES_GLOBAL}
)


def run(m: Machine, code: Code, function: Function, bound: Bound) -> Trial | None:
    """Interpret *code* as traced with these arguments, unless that was done before."""
    if not code.is_reported or m.trial is not None or m.state is None or _is_plain_test(m, code):
        return None
    if refused.is_settled(m, code):
        return None
    keys = m.trial_keys.get(code.id, ())
    is_joined = len(keys) >= _MOST_CONTEXTS or effort.is_costly(m, code.id, _FEW)
    if is_joined:
        bound = _joined_with_earlier(m, code, bound)
    given = tuple(objects.fingerprint(m, item) for _, item in bound)
    key: object = (function.environment, given, _contexts(m), m.calls_are_guesses)
    if any(key == earlier and _is_current(m, reads) for earlier, reads in keys):
        return None
    if len(keys) > 2 * _MOST_CONTEXTS or effort.is_costly(m, code.id):
        _give_up(m, code, function, bound)
        return None
    trial = _run(m, code, function, bound)
    first_use.check(m, trial)
    if is_joined:  # no call has all these arguments, so nothing is certain that no earlier context showed
        trial.effects = {each: weaker(effect) for each, effect in trial.effects.items()}
    m.trace.add_trial(trial)
    refused.note(m, trial)
    if not refused.is_settled(m, code):
        _run_opened(m, code, function, bound)
    m.trial_keys[code.id] = (*keys, (key, {location: _held(m, location) for location in trial.reads}))
    return trial


def _is_plain_test(m: Machine, code: Code) -> bool:
    """Return whether *code* is a test: it would not pay, whatever a trial tells."""
    return code.id in m.trace.tests and code.id not in m.trace.hybrids


def _run_opened(m: Machine, code: Code, function: Function, bound: Bound) -> None:
    """Interpret *code* as a signature for all calls seen would have it traced, if that leaves axes open."""
    if m.is_guessing or len(m.trace.opened.get(code.id, ())) >= _MOST_CONTEXTS:
        return
    state = m.live
    m.state = state.fork()
    opened = layouts.to_open(m, code, bound)
    if opened is not None:
        trial = _run(m, code, function, opened)
        m.trace.opened[code.id] = (*m.trace.opened.get(code.id, ()), trial)
    m.state = state


def _contexts(m: Machine) -> tuple[str, ...]:
    """Return the context managers of libraries that the call stands in: a graph may keep what they set."""
    return tuple(i.cls for f in m.frames for item in f.entered for i in item.each(Instance))


def _is_current(m: Machine, reads: dict[Location, object]) -> bool:
    """Return whether every location that an earlier trial read still holds what it held then."""
    return all(_held(m, location) == item for location, item in reads.items())


def _held(m: Machine, location: Location) -> object:
    kind, place, name = location
    if kind == "variable":
        return m.live.get(place, name)
    content = m.live.load(place)
    if content is None:
        return None
    if kind == "attribute":
        return content.attributes.get(name)
    return content.items, content.entries, content.key, content.element


def _give_up(m: Machine, code: Code, function: Function, bound: Bound) -> None:
    """Too many contexts to look at each: one last trial stands for all others, and nothing is proved."""
    if code.id not in m.given_up:
        m.given_up.add(code.id)
        trial = _run(m, code, function, tuple((name, TOP) for name, _ in bound))
        first_use.check(m, trial)
        m.trace.add_trial(trial)
        span = code.parsed.span(code.unit, code.node)
        trial.add(Effect(EffectKind.UNKNOWN_CALL, code.name, span, Answer.UNKNOWN, detail="has too many contexts"))


def _joined_with_earlier(m: Machine, code: Code, bound: Bound) -> Bound:
    joined = dict(bound)
    for earlier in m.trace.trials_of.get(code.id, ()):
        for name, item in earlier.arguments:
            joined[name] = joined[name].join(item)
    return tuple(joined.items())


def _run(m: Machine, code: Code, function: Function, bound: Bound) -> Trial:
    saved = (m.live, m.trial_root, m.own_scopes, m.catchers, m.trial_until, m.estimates)
    loaded, steps = m.loaded, m.trace.steps
    m.trial_root = len(m.frames)
    try:
        m.state = m.live.fork()
        trial = _trace_once(m, code, function, bound)
        if m.state is not None and any(e.kind is EffectKind.CREATES_VARIABLE for e in trial.effects.values()):
            _trace_again(m, trial, bound)
        return trial
    finally:
        m.trial, m.loaded = None, loaded
        m.guess_until = min(m.guess_until + m.trace.steps - steps, effort.ENDLESS)
        m.state, m.trial_root, m.own_scopes, m.catchers, m.trial_until, m.estimates = saved


def _trace_once(m: Machine, code: Code, function: Function, bound: Bound, used: Iterable[Site] = ()) -> Trial:
    m.clock += 1
    trial = m.trial = Trial(
        code, function, bound, m.clock, m.clock, m.calls_are_guesses, m.is_recalling, layouts.laid_out(m, bound)
    )
    trial.used.update(used)
    trial.rests_on.update(*(from_kernel(item) for _, item in bound))
    trial.called.update(layer for layer, is_built in m.layers if not is_built)
    m.own_scopes, m.catchers, m.estimates = set(), [], {}
    begun = m.trace.steps
    effort.begin_trial(m, code.id)
    traced = tuple((n, _as_argument(m, n, v)) for n, v in bound)
    for container in _keyword_rest(code, traced):
        m.argument_sites.discard(container.site)
        _sort(m, container)
    has_gradient = custom_gradient.is_around(m, code)
    unconverted = code.info.unconvertible or ("python" if has_gradient else "")
    start = Start(Mode.UNCONVERTED if unconverted else Mode.CONVERTED, unconverted)
    boundary.check_parameters(m, code, bound)
    note_lazy_build(m, code, bound)
    trial.result = activate(m, code, function, traced, start, None)
    effort.end_trial(m, code.id, begun)
    if has_gradient and m.state is not None:
        trial.result = custom_gradient.result_of(m, trial.result)
    trial.given = layouts.layout_of(m, trial.result, opened=True) if m.state is not None else trial.result
    if m.state is not None and not custom_gradient.check_order(m, code):
        boundary.check_result(m, code, trial.result)
    return trial


def _sort(m: Machine, keywords: Container) -> None:
    """A trace gets the keywords sorted by name."""
    content = m.live.load(keywords.site)
    if content is not None and list(content.entries or ()) != sorted(content.entries or (), key=str):
        m.live.store(keywords.site, replace(content, attributes={**content.attributes, staged.SORTED: NONE}))


def _keyword_rest(code: Code, traced: Bound) -> Iterator[Container]:
    """Yield the dict of a ``**options`` parameter: each call makes it anew."""
    rest = code.node.args.kwarg
    for name, item in traced:
        if rest is not None and name == rest.arg:
            yield from item.each(Container)


def _as_argument(m: Machine, name: str, item: AbstractValue) -> AbstractValue:
    """Return an argument as traced: the sizes it has are known, unless the caller is traced and does not know them."""
    traced = as_traced(m, item)
    atoms = frozenset(map(_as_number, traced.atoms)) if item.has(Array) else traced.atoms
    return AbstractValue(atoms, (traced.origins - {OPEN_AXIS}) | {name})


def _as_number(atom: Atom) -> Atom:
    return replace(atom, staged=True) if isinstance(atom, Tensor) and atom.form is Form.DENSE else atom


def _trace_again(m: Machine, trial: Trial, bound: Bound) -> None:
    """Take back what only a first call does: a graph may create variables then, and keep them where it finds them.

    A variable made for a second object passed in is no first creation any more.
    """
    if any(t.creates for t in m.trace.trials_of.get(trial.code.id, ())) and not _is_method(trial):
        return
    trial.creates = True
    again = _trace_once(m, trial.code, trial.function, bound, trial.used)
    trial.tally = again.tally
    earlier = [t for t in m.trace.trials_of.get(trial.code.id, ()) if first_use.is_same_function(t, trial)]
    for key, effect in list(trial.effects.items()):
        if effect.kind in _FIRST_CALL_ONLY and key not in again.effects:
            trial.created.add(key)
            is_new = effect.span in trial.certain or not any(key in t.created for t in earlier)
            if not (earlier and is_new and effect.kind is EffectKind.CREATES_VARIABLE):
                del trial.effects[key]
    for effect in again.effects.values():
        trial.add(effect)


def _is_method(trial: Trial) -> bool:
    """Return whether the function is a method: each object has traces of its own."""
    return trial.code.owner is not None


# -- arguments and results ------------------------------------------------------------------------------------------


def as_traced(m: Machine, item: AbstractValue, depth: int = 4) -> AbstractValue:
    """Return *item* as ``tf.function`` passes it on: arrays and NumPy scalars are tensors, also within containers."""
    traced = join_all(_atom_as_traced(m, atom, depth) for atom in item.ordered()).with_origins(item.origins)
    return passed.as_argument(logits.as_argument(traced))


def _atom_as_traced(m: Machine, atom: Atom, depth: int) -> AbstractValue:
    match atom:
        case Array(dtype=dtype, shape=shape):
            return tensor(dtype, shape)
        case Tuple(items=items, rest=rest, name=name, fields=fields) if depth and name != "tf.TensorShape":
            inner = tuple(as_traced(m, i, depth - 1) for i in items)
            made = Tuple(inner, None if rest is None else as_traced(m, rest, depth - 1), name, fields)
            return value(listed.as_list(made))
        case Container(type=kind, site=site) if depth and kind in NESTED:
            return value(Container(kind, _traced_copy(m, site, depth)))
        case _:
            return value(atom)


def _traced_copy(m: Machine, site: Site, depth: int) -> Site:
    """Return a copy of a list or dict: a trace gets one of its own, and may not change it."""
    content = m.live.load(site)
    if content is None:
        return site
    copy = f"{site}{COPY}"
    m.births[copy] = m.clock
    m.argument_sites.add(copy)
    items = None if content.items is None else tuple(as_traced(m, i, depth - 1) for i in content.items)
    entries = None if content.entries is None else {k: as_traced(m, v, depth - 1) for k, v in content.entries.items()}
    element = as_traced(m, content.element, depth - 1)
    traced = HeapObject(content.attributes, items, entries, content.key, element, content.multiple, content.is_open)
    m.live.store(copy, traced)
    return copy


def traced_arguments(m: Machine, arguments: Arguments) -> Arguments:
    """Return *arguments* as a hybrid function gets them."""
    return Arguments(
        tuple(as_traced(m, a) for a in arguments.positional),
        {name: as_traced(m, a) for name, a in arguments.keywords.items()},
        as_traced(m, arguments.star),
        as_traced(m, arguments.double_star),
    )


def traced_result(m: Machine, item: AbstractValue) -> AbstractValue:
    """Return *item* as a hybrid function gives it back: numbers and arrays come back as tensors."""
    return _never_numbers(staging.as_tensor(item))


def _never_numbers(item: AbstractValue) -> AbstractValue:
    """Return *item* as tensors in eager execution too."""
    return AbstractValue(frozenset(map(_never_number, item.atoms)), item.origins)


def _never_number(atom: Atom) -> Atom:
    match atom:
        case Tensor(staged=True):
            return replace(atom, staged=False)
        case Tuple(items=items, rest=None, name=""):
            return replace(atom, items=tuple(map(_never_numbers, items)))
    return atom


# -- functions nobody calls -----------------------------------------------------------------------------------------


def guess(m: Machine, code: Code, function: Function, *, is_entry: bool = False) -> None:
    """Run *function* with arguments of which only type hints tell anything; the state goes on from there.

    With *is_entry*, a test or script runs it as it is: if it has no parameters, nothing that it calls is a guess.
    """
    from jupyter_hybridize.interpreter.calling.calls import call_function

    with guessing(m, is_entry=is_entry and not _has_parameters(code)):
        call_function(m, function, _guessed_arguments(m, code))


@contextmanager
def guessing(m: Machine, *, is_entry: bool) -> Iterator[None]:
    """Run what nobody is seen to call, with the work that one guess may take.

    With *is_entry*, something outside the program runs it: what it calls, it calls with these arguments.
    """
    was_guessing, m.is_guessing = m.is_guessing, True
    was_entry, m.is_entry = m.is_entry, is_entry
    outer = m.guess_until
    until = m.guess_until = min(outer, m.trace.steps + m.budget.guess)
    try:
        yield
    finally:
        m.is_guessing, m.is_entry = was_guessing, was_entry
        m.guess_until = min(outer + m.guess_until - until, effort.ENDLESS)


def receiver(m: Machine, code: Code) -> AbstractValue | None:
    """Return an object that method *code* may be called on, None where it is no method."""
    return None if code.owner is None or _is_static(m, code) else _receiver(m, code, code.owner)


def _guessed_arguments(m: Machine, code: Code) -> Arguments:
    spec = code.node.args
    named = [*spec.posonlyargs, *spec.args]
    positional = [hinted(m, code.unit, p) for p in named]
    if code.owner is not None and named and not _is_static(m, code):
        positional[0] = _receiver(m, code, code.owner)
    keywords = {p.arg: hinted(m, code.unit, p) for p in spec.kwonlyargs}
    star = TOP if spec.vararg is not None else BOTTOM
    return Arguments(tuple(positional), keywords, star)


def _has_parameters(code: Code) -> bool:
    spec = code.node.args
    return bool(spec.posonlyargs or spec.args or spec.kwonlyargs or spec.vararg or spec.kwarg)


def _is_static(m: Machine, code: Code) -> bool:
    return "builtins.staticmethod" in m.trace.decorators.get(code.id, ())


def _receiver(m: Machine, code: Code, owner: str) -> AbstractValue:
    """Return an object of class *owner*: one that the program made, else one made up."""
    if "builtins.classmethod" in m.trace.decorators.get(code.id, ()):
        return value(Class(owner))
    known = instance_in(m.live, module_scope(code.unit), owner)
    if known is not None:
        return known
    if isinstance(code.node, ast.FunctionDef) and code.node.name == "__init__":
        return m.new_instance(owner, "guess", HeapObject(is_open=True))
    from jupyter_hybridize.interpreter.calling.calls import call

    init = m.live.load(owner)
    held = init.attributes.get("__init__") if init is not None else None
    if held is None:
        return m.new_instance(owner, "guess", HeapObject(is_open=True))
    atom = held.only()
    inner = m.trace.codes.get(atom.definition) if isinstance(atom, Function) else None
    made = m.new_instance(owner, "guess", HeapObject(is_open=True))
    if inner is not None and isinstance(atom, Function) and not any(f.code is inner for f in m.frames):
        arguments = _guessed_arguments_after_receiver(m, inner, made)
        call(m, value(atom), arguments, owner)
    return made


def _guessed_arguments_after_receiver(m: Machine, code: Code, receiver: AbstractValue) -> Arguments:
    spec = code.node.args
    named = [*spec.posonlyargs, *spec.args][1:]
    keywords = {p.arg: hinted(m, code.unit, p) for p in spec.kwonlyargs}
    return Arguments((receiver, *(hinted(m, code.unit, p) for p in named)), keywords)
