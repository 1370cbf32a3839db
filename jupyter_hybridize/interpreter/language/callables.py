"""Attributes of what can be called: functions, methods, hybrid functions and partials."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, Api, Function, Hybrid, Method, Partial, Scalar, value
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import partials

INNARDS = frozenset({"__code__", "__defaults__", "__kwdefaults__", "__closure__", "__globals__"})
NAMES = frozenset({"__name__", "__doc__", "__qualname__", "__module__"})
_TRACEABLE = "tensorflow.types.experimental.PolymorphicFunction"
_GRAPH_USES = frozenset(
    "get_concrete_function experimental_get_compiler_ir experimental_get_tracing_count python_function input_signature "
    "pretty_printed_concrete_signatures".split()
)


def read(m: Machine, atom: Function | Method | Hybrid | Partial, name: str, text: str) -> AbstractValue:
    """Return ``atom.name``; ``text`` is the callable as the user wrote it."""
    if isinstance(atom, Partial):
        return _of_partial(m, atom, name, text)
    if name in INNARDS:
        m.note_unknown(text, f"switch:{text}.{name}")
    if name in NAMES:
        return value(Scalar("str"))
    if name == "get_concrete_function":
        return _concrete(m, atom)
    if isinstance(atom, Hybrid) and name in _GRAPH_USES:
        m.trace.mark_graph_use(atom)
        return _unknown(m, name, text)
    if isinstance(atom, Method) and isinstance(atom.function, Hybrid) and name in _GRAPH_USES:
        m.trace.mark_graph_use(atom.function)
        return TOP
    if isinstance(atom, Method) and name == "__self__":
        return atom.receiver
    if isinstance(atom, Function):
        content = m.live.load(f"function:{atom.definition}")
        if content is not None and name in content.attributes:
            m.note_read(("attribute", f"function:{atom.definition}", name), f"{text}.{name}")
            return content.attributes[name]
    return _unknown(m, name, text)


def _unknown(m: Machine, name: str, text: str) -> AbstractValue:
    m.effect(EffectKind.UNKNOWN_VALUE, f"{text}.{name}", answer=Answer.UNKNOWN)
    return TOP


def _of_partial(m: Machine, atom: Partial, name: str, text: str) -> AbstractValue:
    if name == "keywords" and atom.site:
        return partials.keywords(m, atom)
    if name == "func":
        return atom.function
    if name in {"keywords", "__setstate__"}:
        m.note_unknown(text, f"switch:{text}.{name}")
    return _unknown(m, name, text)


def _concrete(m: Machine, atom: Function | Method | Hybrid) -> AbstractValue:
    """Return the method that traces a function; one not decorated has none, and will be decorated then."""
    inner = atom.function if isinstance(atom, Method) else atom
    if isinstance(inner, Hybrid):
        m.trace.mark_graph_use(inner)
    elif isinstance(inner, Function):
        m.trace.handed_on.add(inner.definition)
        m.trace.handings.add((inner.definition, "", ""))
    return value(Method(Api(f"{_TRACEABLE}.get_concrete_function"), value(atom)))
