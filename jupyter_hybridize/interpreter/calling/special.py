"""Library functions that only the interpreter can do: they make functions, classes and bindings."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Api,
    Atom,
    Class,
    Descriptor,
    Function,
    Hybrid,
    Instance,
    Partial,
    PythonIterator,
    Scalar,
    Super,
    Tuple,
    constant,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.calling import declared, making, repeated
from jupyter_hybridize.interpreter.cells import kernel_names
from jupyter_hybridize.interpreter.language import classes
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects, partials
from jupyter_hybridize.interpreter.trace import HybridUse
from jupyter_hybridize.knowledge.host import Arguments

Handler = Callable[[Machine, Arguments, str], AbstractValue]
TF_FUNCTION: Final = "tensorflow.function"
_DATACLASS = {"frozen": False, "eq": True, "unsafe_hash": False}
_POSITIONAL = ("func", "input_signature", "autograph", "jit_compile", "reduce_retracing")


def _tf_function(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    """``tf.function(f, …)`` gives a hybrid function; without *f* it gives a decorator."""
    given = {**dict(zip(_POSITIONAL, arguments.positional, strict=False)), **arguments.keywords}
    target = given.pop("func", NONE)
    if target.constant() is None:
        return value(Partial(value(Api(TF_FUNCTION)), (), tuple(sorted(given.items()))))
    is_converted = given.get("autograph", NONE).constant() is not False
    signature = declared.signature_of(m, given)
    for atom in target.ordered():
        inner = getattr(atom, "function", atom)
        if isinstance(inner, Function) and isinstance(m.frame.node, ast.Call):
            node = m.frame.node
            use = HybridUse(ast.unparse(node), m.span(), decorator_arguments(node), True, is_converted, signature)
            m.trace.set_hybrid(inner.definition, use)
            making.note_made(m, inner, f"{inner.definition} at {m.span()}")
            if m.trial is not None:
                m.rewrapped.add(inner.definition)
    return value(Hybrid(target, is_converted, signature, declared.relaxes(given)))


def decorator_arguments(node: ast.Call) -> tuple[tuple[str, str], ...]:
    """Return the arguments of ``tf.function(…)`` by parameter name, as the user wrote them."""
    named = [(k.arg, ast.unparse(k.value)) for k in node.keywords if k.arg]
    positional = [(n, ast.unparse(a)) for n, a in zip(_POSITIONAL, node.args, strict=False) if n != "func"]
    return (*positional, *named)


def _descriptor(kind: str) -> Handler:
    def handle(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
        function = arguments.get(0, "fget", "function")
        return TOP if function is None else value(Descriptor(kind, function))

    return handle


def _identity(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    return arguments.positional[0] if arguments.positional else TOP


def _identity_factory(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    return value(Api("interpreter.identity"))


def _cache(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    target = arguments.get(0, "user_function", "maxsize")
    if target is None or not target.has(Function):
        return value(Api("functools.cache"))
    return value(Descriptor("cached", target))


def _super(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    frame = m.frame
    if len(arguments.positional) == 2:
        atom = arguments.positional[0].only()
        return value(Super(atom.id, arguments.positional[1])) if isinstance(atom, Class) else TOP
    for candidate in reversed(m.frames):
        if candidate.code is not None and candidate.code.owner is not None:
            return value(Super(candidate.code.owner, candidate.receiver))
        if candidate is not frame and candidate.code is None:
            break
    return TOP


def _partial(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    if not arguments.positional or not arguments.is_exact:
        return TOP
    return partials.make(m, arguments, text)


def _namedtuple(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    name = arguments.get(0, "typename")
    fields = arguments.get(1, "field_names")
    names = None if fields is None else _names(m, fields)
    if name is None or names is None:
        return TOP
    return classes.new_namedtuple(m, str(name.constant()), names)


def _names(m: Machine, fields: AbstractValue) -> tuple[str, ...] | None:
    text = fields.constant()
    if isinstance(text, str):
        return tuple(text.replace(",", " ").split())
    atom = fields.only()
    items = atom.items if isinstance(atom, Tuple) else None
    site = getattr(atom, "site", None)
    if site is not None:
        items = (m.live.load(site) or HeapObject()).items
    if items is None:
        return None
    found = [_field_name(item) for item in items]
    return None if None in found else tuple(n for n in found if n is not None)


def _field_name(item: AbstractValue) -> str | None:
    atom = item.only()
    if isinstance(atom, Tuple) and atom.items:
        return _field_name(atom.items[0])
    return atom.constant if isinstance(atom, Scalar) and isinstance(atom.constant, str) else None


def _dataclass(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    said = {name: arguments.keywords.get(name, constant(default)) for name, default in _DATACLASS.items()}
    if arguments.positional:
        options = {name: item.constant() for name, item in said.items()}
        return classes.mark_dataclass(
            m,
            arguments.positional[0],
            frozen=options["frozen"] is True,
            compares=options["eq"] is not False,
            hashes=options["unsafe_hash"] is True,
        )
    return value(Partial(value(Api("dataclasses.dataclass")), (), tuple(said.items())))


def _namespace(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    return m.new_instance("types.SimpleNamespace", "new", HeapObject(dict(arguments.keywords)))


def _context_manager(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    return value(Descriptor("contextmanager", arguments.positional[0])) if arguments.positional else TOP


def context_manager(m: Machine, item: AbstractValue) -> AbstractValue:
    """Return the object that calling a ``@contextmanager`` function gives; entering it gives what it yields."""
    yielded = join_all(g.element for g in item.each(PythonIterator))
    return m.new_instance("contextlib._GeneratorContextManager", "new", HeapObject({"__yielded__": yielded}))


def run_unseen(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    """``exec`` and its kin: any name may be rebound."""
    m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, reason="dynamic")
    objects.escape(m, *arguments.every())
    if m.opaque_since is None:
        m.opaque_since = m.span()
    forget_globals(m)
    return TOP


def forget_globals(m: Machine) -> None:
    """Forget what every global of the current unit is."""
    scope = f"unit:{m.frame.unit}"
    for name, item in list(m.live.names(scope).items()):
        if m.trial is None:
            held = [getattr(a, "function", a) for a in item.atoms]
            m.trace.unseen_calls.update(f.definition for f in held if isinstance(f, Function))
        m.live.set(scope, name, TOP)
        m.trace.opaque_names.setdefault(name, m.span())
        m.note_write(("variable", scope, name), None, Answer.UNKNOWN)
    kernel_names.recall(m, scope)


def _not_converted(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, reason="do_not_convert")
    return arguments.positional[0] if arguments.positional else value(Api("interpreter.identity"))


def _object(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    return value(Instance("builtins.object", m.allocate(m.site("object"), HeapObject())))


def _reveal(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    """``reveal(x)`` writes down what the analysis takes *x* to be, as type checkers' ``reveal_type`` does."""
    item = arguments.positional[0] if arguments.positional else TOP
    m.trace.reveals.append((m.span(), item))
    return item


def _set_loop_options(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    from jupyter_hybridize.interpreter.language.loop_invariants import set_options

    return set_options(m, arguments, text)


HANDLERS: Final[dict[str, Handler]] = {
    TF_FUNCTION: _tf_function,
    "builtins.property": _descriptor("property"),
    "functools.cached_property": _descriptor("cached_property"),
    "builtins.staticmethod": _descriptor("staticmethod"),
    "builtins.classmethod": _descriptor("classmethod"),
    "builtins.super": _super,
    "builtins.object": _object,
    "builtins.exec": run_unseen,
    "builtins.eval": run_unseen,
    "builtins.globals": run_unseen,
    "timeit.timeit": repeated.time_it,
    "timeit.repeat": repeated.time_it,
    "functools.partial": _partial,
    "functools.wraps": _identity_factory,
    "functools.lru_cache": _cache,
    "functools.cache": _cache,
    "collections.namedtuple": _namedtuple,
    "dataclasses.dataclass": _dataclass,
    "types.SimpleNamespace": _namespace,
    "contextlib.contextmanager": _context_manager,
    "abc.abstractmethod": _identity,
    "typing.cast": lambda m, arguments, text: arguments.positional[1] if len(arguments.positional) == 2 else TOP,
    "typing.overload": _identity,
    "typing.final": _identity,
    "interpreter.identity": _identity,
    "tensorflow.autograph.experimental.set_loop_options": _set_loop_options,
    "interpreter.reveal": _reveal,
    "keras.saving.register_keras_serializable": _identity_factory,
    "keras.utils.register_keras_serializable": _identity_factory,
    "tensorflow.Module.with_name_scope": _identity,
    "tensorflow.autograph.experimental.do_not_convert": _not_converted,
}


def is_hybrid_decorator(atom: Atom | None) -> bool:
    """Return whether *atom* is ``tf.function``, or ``tf.function(…)`` waiting for its function."""
    if isinstance(atom, Partial):
        atom = atom.function.only()
    return isinstance(atom, Api) and atom.name == TF_FUNCTION
