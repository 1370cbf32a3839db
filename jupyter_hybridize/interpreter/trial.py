"""Trials: each function interpreted once more as traced, in a state that is thrown away afterwards."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    OPEN_AXIS,
    TOP,
    AbstractValue,
    Api,
    Array,
    Atom,
    Class,
    Container,
    Form,
    Function,
    Instance,
    Scalar,
    Site,
    Tensor,
    Tuple,
    Unknown,
    join_all,
    tensor,
    value,
)
from jupyter_hybridize.interpreter import objects, staging
from jupyter_hybridize.interpreter.activation import Start, activate
from jupyter_hybridize.interpreter.annotations import hinted
from jupyter_hybridize.interpreter.arguments import Bound
from jupyter_hybridize.interpreter.attributes import has_unknown_base, mro
from jupyter_hybridize.interpreter.lazy_build import note_lazy_build
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Code, Location, Trial
from jupyter_hybridize.knowledge.host import Arguments, Mode
from jupyter_hybridize.knowledge.subscripts import DICTS

_MOST_CONTEXTS = 8
_COPY = "|argument"
_NESTED = frozenset({"list", *DICTS})
_FIRST_CALL_ONLY = frozenset(
    {EffectKind.CREATES_VARIABLE, EffectKind.MUTATES_OBJECT, EffectKind.STORES_TENSOR, EffectKind.WRITES_GLOBAL}
)
_RETURNED = frozenset({"tensorflow.IndexedSlices", "tensorflow.experimental.ExtensionType"})
_TRACED_OBJECTS = frozenset({"tensorflow.GradientTape"})


def run(m: Machine, code: Code, function: Function, bound: Bound) -> Trial | None:
    """Interpret *code* as traced with these arguments, unless that was done before."""
    if not code.is_reported or m.trial is not None or m.state is None:
        return None
    keys = m.trial_keys.setdefault(code.id, [])
    if len(keys) >= _MOST_CONTEXTS:
        bound = _joined_with_earlier(m, code, bound)
    key: object = (function.environment, tuple(objects.fingerprint(m, item) for _, item in bound), m.is_guessing)
    if any(key == earlier and _is_current(m, reads) for earlier, reads in keys):
        return None
    if len(keys) > 2 * _MOST_CONTEXTS:
        _give_up(m, code, function, bound)
        return None
    trial = _run(m, code, function, bound)
    keys.append((key, {location: _held(m, location) for location in trial.reads}))
    return trial


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
        span = code.parsed.span(code.unit, code.node)
        trial.add(Effect(EffectKind.UNKNOWN_CALL, code.name, span, Answer.UNKNOWN, detail="has too many contexts"))


def _joined_with_earlier(m: Machine, code: Code, bound: Bound) -> Bound:
    joined = dict(bound)
    for earlier in m.trace.trials:
        if earlier.code is code:
            for name, item in earlier.arguments:
                joined[name] = joined[name].join(item)
    return tuple(joined.items())


def _run(m: Machine, code: Code, function: Function, bound: Bound) -> Trial:
    saved = (m.live, m.trial_root, m.own_scopes, m.catchers, m.trial_statements, m.estimates)
    loaded = set(m.loaded)
    m.trial_root = len(m.frames)
    try:
        m.state = m.live.fork()
        trial = _trace_once(m, code, function, bound)
        if m.state is not None and any(e.kind is EffectKind.CREATES_VARIABLE for e in trial.effects.values()):
            _trace_again(m, trial, bound)
        m.trace.trials.append(trial)
        return trial
    finally:
        m.trial, m.loaded = None, loaded
        m.state, m.trial_root, m.own_scopes, m.catchers, m.trial_statements, m.estimates = saved


def _trace_once(m: Machine, code: Code, function: Function, bound: Bound) -> Trial:
    m.clock += 1
    trial = m.trial = Trial(code, function, bound, m.clock, m.clock, m.is_guessing)
    m.own_scopes, m.catchers, m.trial_statements, m.estimates = set(), [], 0, {}
    traced = tuple((n, _as_argument(m, n, v)) for n, v in bound)
    for container in _keyword_rest(code, traced):
        m.argument_sites.discard(container.site)
    start = Start(Mode.UNCONVERTED if code.info.unconvertible else Mode.CONVERTED, code.info.unconvertible)
    _check_parameters(m, code, bound)
    note_lazy_build(m, code, bound)
    trial.result = activate(m, code, function, traced, start, None)
    if m.state is not None:
        _check_result(m, code, trial.result)
    return trial


def _keyword_rest(code: Code, traced: Bound) -> Iterator[Container]:
    """Yield the dict of a ``**options`` parameter: each call makes it anew."""
    rest = code.node.args.kwarg
    for name, item in traced:
        if rest is not None and name == rest.arg:
            yield from item.each(Container)


def _as_argument(m: Machine, name: str, item: AbstractValue) -> AbstractValue:
    """Return an argument as traced: the sizes it has are known, unless the caller is traced and does not know them."""
    traced = as_traced(m, item)
    return AbstractValue(traced.atoms, (traced.origins - {OPEN_AXIS}) | {name})


def _trace_again(m: Machine, trial: Trial, bound: Bound) -> None:
    """Take back what only a first call does: a graph may create variables then, and keep them where it finds them.

    A variable made for a second object passed in is no first creation any more.
    """
    if any(t.code is trial.code and t.creates for t in m.trace.trials) and not _is_method(trial):
        return
    trial.creates = True
    again = _trace_once(m, trial.code, trial.function, bound)
    for key, effect in list(trial.effects.items()):
        if effect.kind in _FIRST_CALL_ONLY and key not in again.effects:
            del trial.effects[key]
    for effect in again.effects.values():
        trial.add(effect)


def _is_method(trial: Trial) -> bool:
    """Return whether the function is a method: each object has traces of its own."""
    return trial.code.owner is not None


# -- arguments and results ------------------------------------------------------------------------------------------


def as_traced(m: Machine, item: AbstractValue, depth: int = 4) -> AbstractValue:
    """Return *item* as ``tf.function`` passes it on: arrays and NumPy scalars are tensors, also within containers."""
    return join_all(_atom_as_traced(m, atom, depth) for atom in sorted(item.atoms, key=str)).with_origins(item.origins)


def _atom_as_traced(m: Machine, atom: Atom, depth: int) -> AbstractValue:
    match atom:
        case Array(dtype=dtype, shape=shape):
            return tensor(dtype, shape)
        case Tuple(items=items, rest=rest, name=name, fields=fields) if depth and name != "tf.TensorShape":
            inner = tuple(as_traced(m, i, depth - 1) for i in items)
            return value(Tuple(inner, None if rest is None else as_traced(m, rest, depth - 1), name, fields))
        case Container(type=kind, site=site) if depth and kind in _NESTED:
            return value(Container(kind, _traced_copy(m, site, depth)))
        case _:
            return value(atom)


def _traced_copy(m: Machine, site: Site, depth: int) -> Site:
    """Return a copy of a list or dict: a trace gets one of its own, and may not change it."""
    content = m.live.load(site)
    if content is None:
        return site
    copy = f"{site}{_COPY}"
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
    if m.frame.mode.is_traced:
        return item
    return staging.as_tensor(item)


def _check_parameters(m: Machine, code: Code, bound: Bound) -> None:
    """Record arguments that a trace cannot take."""
    for index, (name, item) in enumerate(bound):
        is_receiver = index == 0 and code.owner is not None
        for atom in item.atoms:
            _check_parameter(m, name, atom, is_receiver=is_receiver)


def _check_parameter(m: Machine, name: str, atom: Atom, depth: int = 4, *, is_receiver: bool) -> None:
    match atom:
        case Tensor(form=Form.KERAS_SYMBOLIC):
            m.effect(EffectKind.TAKES_SYMBOLIC, name, reason="argument")
        case Container(type="set" | "bytearray"):
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, detail=f"a {atom.type}", reason="argument")
        case Instance(cls=cls) if cls in _TRACED_OBJECTS:
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, detail="a gradient tape", reason="tape")
        case Instance(cls=cls):
            _check_instance(m, name, cls, is_receiver=is_receiver)
        case Tuple(items=items):
            _check_parts(m, name, items, depth)
        case Container(type=kind, site=site) if kind in _NESTED:
            content = m.live.load(site) or HeapObject()
            _check_parts(m, name, (*(content.entries or {}).values(), content.element), depth)


def _check_parts(m: Machine, name: str, parts: Iterable[AbstractValue], depth: int) -> None:
    for part in parts:
        for inner in part.atoms if depth else ():
            _check_parameter(m, name, inner, depth - 1, is_receiver=False)


def _check_instance(m: Machine, name: str, cls: str, *, is_receiver: bool) -> None:
    held = [content.attributes for c in reversed(mro(m, cls)) if (content := m.live.load(c)) is not None]
    marks = {key: item for attributes in held for key, item in attributes.items() if key.startswith("__")}
    frozen = marks.get("__dataclass_frozen__")
    if frozen is not None and frozen.constant() is not True:
        m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, detail="a dataclass that is not frozen", reason="dataclass")
    elif is_receiver and (frozen is not None or "__slots__" in marks):
        m.effect(
            EffectKind.UNSUPPORTED_ARGUMENT, name, answer=Answer.UNKNOWN, detail="no weak reference", reason="slots"
        )
    elif "__uncompared__" in marks:
        detail = "equal objects share a trace"
        m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, answer=Answer.UNKNOWN, detail=detail, reason="eq")
    elif "__eq__" in marks:
        hashable = "__hash__" in marks
        answer = Answer.UNKNOWN if hashable else Answer.NO
        detail = "equal objects share a trace" if hashable else "it has __eq__ and no __hash__"
        m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, answer=answer, detail=detail, reason="eq")


def _check_result(m: Machine, code: Code, result: AbstractValue, depth: int = 4) -> None:
    """Record a result that a trace cannot return, or returns as something else."""
    if code.info.is_generator or code.info.is_async:
        detail = "a generator" if code.info.is_generator else "a coroutine"
        m.effect(EffectKind.UNSUPPORTED_ARGUMENT, "return", detail=detail, reason="return")
        return
    for atom in result.atoms:
        _check_returned(m, code, atom, depth)


def _check_returned(m: Machine, code: Code, atom: Atom, depth: int) -> None:
    match atom:
        case Unknown() if m.trial is not None and not m.trial.has_unknown:
            m.effect(EffectKind.UNKNOWN_VALUE, "return", answer=Answer.UNKNOWN, reason="return")
        case Scalar(type="tf.DType") | Tuple(name="tf.TensorShape"):
            m.effect(EffectKind.CHANGES_TYPE, "return", detail=str(atom), reason="shape or dtype")
        case Scalar(type="int" | "float" | "bool" | "complex" | "str" | "bytes") | Array():
            m.effect(EffectKind.CHANGES_TYPE, "return", answer=Answer.UNKNOWN, detail=str(atom), reason="number")
        case Tensor(form=Form.VARIABLE):
            m.effect(EffectKind.CHANGES_TYPE, "return", answer=Answer.UNKNOWN, detail="a variable", reason="number")
        case Function() | Class() | Api() | Container(type="set" | "frozenset"):
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, "return", detail=str(atom), reason="return")
        case Instance() if not _may_be_returned(m, atom):
            answer = Answer.UNKNOWN if has_unknown_base(m, atom.cls) else Answer.NO
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, "return", answer=answer, detail=str(atom), reason="return")
        case Tuple(items=items, name="") if depth:
            for item in items:
                _check_result(m, code, item, depth - 1)
        case Container(site=site) if depth:
            if m.trial is not None and (site in m.argument_sites or not m.is_fresh(site)):
                m.trial.returned.add(site.removesuffix(_COPY))
            content = m.live.load(site) or HeapObject()
            for item in (*(content.entries or {}).values(), content.element):
                _check_result(m, code, item, depth - 1)


def _may_be_returned(m: Machine, atom: Instance) -> bool:
    return not _RETURNED.isdisjoint(mro(m, atom.cls))


# -- functions nobody calls -----------------------------------------------------------------------------------------


def guess(m: Machine, code: Code, function: Function) -> None:
    """Run *function* with arguments of which only type hints tell anything; the state goes on from there."""
    from jupyter_hybridize.interpreter.calls import call_function

    was_guessing, m.is_guessing = m.is_guessing, True
    try:
        call_function(m, function, _guessed_arguments(m, code))
    finally:
        m.is_guessing = was_guessing


def _guessed_arguments(m: Machine, code: Code) -> Arguments:
    spec = code.node.args
    named = [*spec.posonlyargs, *spec.args]
    positional = [hinted(p) for p in named]
    if code.owner is not None and named and not _is_static(m, code):
        positional[0] = _receiver(m, code, code.owner)
    keywords = {p.arg: hinted(p) for p in spec.kwonlyargs}
    star = TOP if spec.vararg is not None else BOTTOM
    return Arguments(tuple(positional), keywords, star)


def _is_static(m: Machine, code: Code) -> bool:
    return "builtins.staticmethod" in m.trace.decorators.get(code.id, ())


def _receiver(m: Machine, code: Code, owner: str) -> AbstractValue:
    """Return an object of class *owner*: one that the program made, else one made up."""
    if "builtins.classmethod" in m.trace.decorators.get(code.id, ()):
        return value(Class(owner))
    for names in (m.live.names(f"unit:{code.unit}"),):
        for item in names.values():
            for instance in item.each(Instance):
                if instance.cls == owner:
                    return value(instance)
    if isinstance(code.node, ast.FunctionDef) and code.node.name == "__init__":
        return m.new_instance(owner, "guess", HeapObject(is_open=True))
    from jupyter_hybridize.interpreter.calls import call

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
    keywords = {p.arg: hinted(p) for p in spec.kwonlyargs}
    return Arguments((receiver, *(hinted(p) for p in named)), keywords)
