"""What a trace can take as an argument and give back as a result."""

from __future__ import annotations

from collections.abc import Iterable

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.spoken import spoken_atom
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Api,
    Array,
    Atom,
    Class,
    Container,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Module,
    Partial,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
)
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.language.attributes import has_unknown_base, mro
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Code
from jupyter_hybridize.interpreter.tracing.admission import check_instance
from jupyter_hybridize.knowledge.subscripts import DICTS

COPY = "|argument"
PARAMETER = "parameter"
NESTED = frozenset({"list", *DICTS})
_RETURNED = frozenset({"tensorflow.IndexedSlices", "tensorflow.experimental.ExtensionType"})
_TRACED_OBJECTS = frozenset({"tensorflow.GradientTape"})


def check_parameters(m: Machine, code: Code, bound: Bound) -> None:
    """Record arguments that a trace cannot take."""
    for index, (name, item) in enumerate(bound):
        is_receiver = index == 0 and code.owner is not None
        for atom in item.ordered():
            _check_parameter(m, name, atom, is_receiver=is_receiver)


def _check_parameter(m: Machine, name: str, atom: Atom, depth: int = 4, *, is_receiver: bool) -> None:
    match atom:
        case Tensor(form=Form.KERAS_SYMBOLIC):
            m.effect(EffectKind.TAKES_SYMBOLIC, name, reason="argument")
        case Unknown() if m.trial is not None and not (m.trial.is_guess or m.trial.has_unknown):
            m.effect(EffectKind.UNKNOWN_VALUE, name, answer=Answer.UNKNOWN, reason=PARAMETER)
        case Container(type="set" | "bytearray" | "collections.deque" | "collections.Counter"):
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, detail=spoken_atom(atom), reason="argument")
        case Instance(cls=cls) if cls in _TRACED_OBJECTS:
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, detail="a gradient tape", reason="tape")
        case Instance():
            check_instance(m, name, atom, is_receiver=is_receiver)
        case Tuple(name="slice"):
            detail = "a slice, which has no hash before Python 3.12"
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, answer=Answer.UNKNOWN, detail=detail, reason="argument")
        case Tuple(name="builtins.dict_keys" | "builtins.dict_items"):
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, detail="a view of a dict", reason="argument")
        case Tuple() if is_receiver:
            detail = "a tuple, without a weak reference"
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, detail=detail, reason="slots")
        case Tuple(items=items):
            _check_parts(m, name, items, depth)
        case Container(type=kind, site=site) if kind in NESTED:
            content = m.live.load(site) or HeapObject()
            if _mixes_keys(content):
                m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, detail="keys of several types", reason="keys")
            _check_parts(m, name, (*(content.entries or {}).values(), content.element), depth)


def _check_parts(m: Machine, name: str, parts: Iterable[AbstractValue], depth: int) -> None:
    for part in parts:
        for inner in part.ordered() if depth else ():
            _check_parameter(m, name, inner, depth - 1, is_receiver=False)


def check_result(m: Machine, code: Code, result: AbstractValue, depth: int = 4) -> None:
    """Record a result that a trace cannot return, or returns as something else."""
    if code.info.is_generator or code.info.is_async:
        detail = "a generator" if code.info.is_generator else "a coroutine"
        m.effect(EffectKind.UNSUPPORTED_ARGUMENT, "return", detail=detail, reason="return")
        return
    for atom in result.ordered():
        _check_returned(m, code, atom, depth)
        if isinstance(atom, Tuple) and _holds_twice(atom):
            m.effect(EffectKind.CHANGES_TYPE, "return", answer=Answer.UNKNOWN, detail="one list twice", reason="copy")


def _holds_twice(result: Tuple) -> bool:
    """Return whether two parts of a result are one list or dict, of which a graph returns two."""
    held = [container.site for item in result.items for container in item.each(Container)]
    return len(set(held)) < len(held)


def _check_returned(m: Machine, code: Code, atom: Atom, depth: int) -> None:
    match atom:
        case Unknown() if m.trial is not None and not m.trial.has_unknown:
            m.effect(EffectKind.UNKNOWN_VALUE, "return", answer=Answer.UNKNOWN, reason="return")
        case Scalar(type="tf.DType") | Tuple(name="tf.TensorShape"):
            m.effect(EffectKind.CHANGES_TYPE, "return", detail=spoken_atom(atom), reason="shape or dtype")
        case Scalar(type="int" | "float" | "bool" | "complex" | "str" | "bytes") | Array():
            m.effect(
                EffectKind.CHANGES_TYPE, "return", answer=Answer.UNKNOWN, detail=spoken_atom(atom), reason="number"
            )
        case Tensor(form=Form.VARIABLE):
            m.effect(EffectKind.CHANGES_TYPE, "return", answer=Answer.UNKNOWN, detail="a variable", reason="number")
        case (
            Function() | Class() | Api() | Method() | Partial() | Hybrid() | Module() | PythonIterator(is_dataset=False)
        ):
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, "return", detail=spoken_atom(atom), reason="return")
        case Container(type=kind) if kind not in NESTED:
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, "return", detail=spoken_atom(atom), reason="return")
        case Instance() if not _may_be_returned(m, atom):
            answer = Answer.UNKNOWN if has_unknown_base(m, atom.cls) else Answer.NO
            m.effect(
                EffectKind.UNSUPPORTED_ARGUMENT, "return", answer=answer, detail=spoken_atom(atom), reason="return"
            )
        case Tuple(name="slice") | Scalar(type="ellipsis" | "numpy.dtype"):
            m.effect(EffectKind.UNSUPPORTED_ARGUMENT, "return", detail=spoken_atom(atom), reason="return")
        case Tuple(name=name) if name.startswith("builtins."):
            m.effect(EffectKind.CHANGES_TYPE, "return", answer=Answer.UNKNOWN, detail=spoken_atom(atom), reason="list")
        case Tuple(items=items, rest=rest) if depth:
            for item in (*items, *([] if rest is None else [rest])):
                check_result(m, code, item, depth - 1)
        case Container(site=site) if depth:
            if m.trial is not None and (site in m.argument_sites or not m.is_fresh(site)):
                m.trial.returned.add(site.removesuffix(COPY))
            content = m.live.load(site) or HeapObject()
            if _mixes_keys(content):
                m.effect(EffectKind.UNSUPPORTED_ARGUMENT, "return", detail="keys of several types", reason="keys")
            for item in (*(content.entries or {}).values(), content.element):
                check_result(m, code, item, depth - 1)


def _mixes_keys(content: HeapObject) -> bool:
    """Return whether the keys of a dict cannot be sorted, as TensorFlow does."""
    return len({isinstance(key, str) for key in content.entries or {}}) > 1


def _may_be_returned(m: Machine, atom: Instance) -> bool:
    return not _RETURNED.isdisjoint(mro(m, atom.cls))
