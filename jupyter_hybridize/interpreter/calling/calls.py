"""Calls: of user functions and classes, of methods, of library functions, of whatever a value may be."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    UNKNOWN_ATOM,
    AbstractValue,
    Api,
    Atom,
    Class,
    Container,
    Dataset,
    Descriptor,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Partial,
    PythonIterator,
    Tensor,
    Tuple,
    Unknown,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.calling import declared, results, special, unbound
from jupyter_hybridize.interpreter.calling.activation import Start, activate, starting_mode
from jupyter_hybridize.interpreter.calling.arguments import bind, with_receiver
from jupyter_hybridize.interpreter.calling.call_records import record_call
from jupyter_hybridize.interpreter.calling.handing import InLibrary, note_exported, note_handed
from jupyter_hybridize.interpreter.cells import kernel_calls
from jupyter_hybridize.interpreter.language import branches
from jupyter_hybridize.interpreter.language.attributes import class_lookup, library_bases
from jupyter_hybridize.interpreter.language.classes import construct
from jupyter_hybridize.interpreter.language.exceptions import note_end
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects, partials
from jupyter_hybridize.interpreter.memory.state import join_states
from jupyter_hybridize.interpreter.trace import Closure
from jupyter_hybridize.interpreter.tracing import first_use, open_axes, seeds, tape_use, training_flag, trial
from jupyter_hybridize.interpreter.tracing.held_tensors import arguments_as_seen, held_array
from jupyter_hybridize.interpreter.tracing.usage import note_asked, note_use
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.knowledge.families.static import note_static_keywords
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.iteration import is_filled
from jupyter_hybridize.knowledge.keras import logits
from jupyter_hybridize.source.magic_names import SHELL_CALLS, MagicEffect, line_magic

_USES = frozenset({"__call__", "build", "fit", "predict", "evaluate", "train_on_batch", "call", "load_weights"})
_WITH_WEIGHTS = ("keras.layers.", "keras.Model", "keras.Sequential", "keras.models.")
_STAGING = {  # functions that call what they are given as a graph's branch (False) or loop (True)
    **dict.fromkeys(("tensorflow.cond", "tensorflow.case", "tensorflow.switch_case", "keras.ops.cond"), False),
    **dict.fromkeys(("tensorflow.while_loop", "tensorflow.map_fn", "tensorflow.scan", "tensorflow.foldl"), True),
    **dict.fromkeys(("tensorflow.foldr", "tensorflow.vectorized_map", "keras.ops.while_loop"), True),
    **dict.fromkeys(("keras.ops.fori_loop", "keras.ops.map", "keras.ops.scan", "keras.ops.vectorized_map"), True),
}
_CONTAINERS = ("builtins.list", "builtins.dict", "builtins.set", "collections.")
_COMPARING = frozenset({"builtins.sorted", "builtins.min", "builtins.max", "heapq.heappush", "bisect.insort"})


def call(
    m: Machine, function: AbstractValue, arguments: Arguments, text: str, mode: Mode | None = None
) -> AbstractValue:
    """Call whatever *function* may be and return the join of the results."""
    atoms = function.ordered()
    if m.trial is not None and function.origins:
        _note_lost_dispatch(m, atoms, arguments, text)
    if len(atoms) == 1:
        return _call_atom(m, atoms[0], arguments, text, mode)
    if not atoms or m.state is None:
        return BOTTOM
    entry = m.state
    results, after = [], None
    for atom in atoms:
        m.state = entry.fork()
        results.append(_call_atom(m, atom, arguments, text, mode))
        after = join_states(after, m.state)
    m.state = after
    return join_all(results)


def _note_lost_dispatch(m: Machine, atoms: list[Atom], arguments: Arguments, text: str) -> None:
    """Note an op that comes as an argument: a trace gets it without its dispatch, and it refuses ragged tensors then.

    Seen on 2.21 for ``def f(x, op=tf.add): return op(x, 1.0)``.
    """
    forms = {t.form for item in arguments.every() for t in item.each(Tensor)}
    if forms & {Form.RAGGED, Form.SPARSE} and any(
        isinstance(a, Api) and a.name.startswith("tensorflow.") for a in atoms
    ):
        m.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, reason="dispatch")


def _call_atom(m: Machine, atom: Atom, arguments: Arguments, text: str, mode: Mode | None) -> AbstractValue:
    match atom:
        case Function():
            return call_function(m, atom, arguments, mode)
        case Method(function=Function() as function, receiver=receiver):
            return call_function(m, function, with_receiver(arguments, receiver), mode)
        case Method(function=Hybrid() as hybrid, receiver=receiver):
            return call_hybrid(m, hybrid, with_receiver(arguments, receiver), text)
        case Method(function=Api(name=name), receiver=receiver):
            return call_library_method(m, name, receiver, arguments, text)
        case Class():
            return construct(m, atom, arguments, text)
        case Api(name=name):
            return call_api(m, name, arguments, text)
        case Partial(function=inner):
            return call(m, inner, partials.passed_on(m, atom, arguments, text), text, mode)
        case Hybrid():
            return call_hybrid(m, atom, arguments, text)
        case Instance():
            return call_instance(m, atom, arguments, text, mode)
        case Descriptor():
            return _call_descriptor(m, atom, arguments, text, mode)
        case _:
            return call_unknown(m, atom, arguments, text)


def call_unknown(m: Machine, atom: Atom, arguments: Arguments, text: str) -> AbstractValue:
    """Call something nobody can see into: everything it is given may change."""
    if not isinstance(atom, Unknown):
        m.effect(EffectKind.RAISES, text, answer=Answer.UNKNOWN, detail="is not callable", reason="call")
        return TOP
    m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN)
    m.may_raise()
    if text.startswith("get_ipython().") and not text.endswith(SHELL_CALLS):
        _run_magic(m, arguments)
    if any(objects.holds_array(m, item) for item in arguments.every()):
        m.note_write(("array", "*", ""), None, Answer.UNKNOWN)
    let_loose(m, *arguments.every())
    return TOP


def _run_magic(m: Machine, arguments: Arguments) -> None:
    """``get_ipython().run_line_magic('run', …)``: a magic that may run any code rebinds any global."""
    words = [str(item.constant()) for item in arguments.positional]
    name, _, rest = " ".join(words).lstrip("%").partition(" ")
    if line_magic(name, rest) is MagicEffect.UNKNOWN:
        m.opaque_since = m.opaque_since or m.span()
        special.forget_globals(m)


def let_loose(m: Machine, *items: AbstractValue) -> None:
    """Give *items* to unknown code: forget them, and let it call the functions among them with anything."""
    for function in objects.escape(m, *items):
        code = m.trace.codes.get(function.definition)
        if code is None or m.state is None or any(f.code is code for f in m.frames) or m.trial is not None:
            continue
        entry = m.state.fork()
        trial.guess(m, code, function)
        m.merge(entry, m.state)


# -- user functions -------------------------------------------------------------------------------------------------


def call_function(
    m: Machine, function: Function, arguments: Arguments, mode: Mode | None = None, *, via_hybrid: bool = False
) -> AbstractValue:
    """Call a user function: bind its parameters, try it as traced, and run it."""
    code = m.trace.codes[function.definition]
    closure = m.closures.get((function.definition, function.environment), Closure())
    bound = bind(m, code, closure, arguments)
    if m.kernel is not None:
        bound = kernel_calls.filled(m, code, bound)
    start = starting_mode(m, code, function, mode)
    if m.state is None:
        return BOTTOM
    record_call(m, code, function, bound, is_traced=_is_traced(m, start, via_hybrid))
    tried = trial.run(m, code, function, bound) if m.trial is None else None
    span = m.span()
    result = activate(m, code, function, bound, start, span)
    if tried is not None and not start.mode.is_traced:
        results.compare(m, tried, result)
    if m.trial is None and not start.mode.is_traced and code.is_reported:
        return results.marked(result, code.id).with_origins({f"return:{code.id}"})
    return result


def _is_traced(m: Machine, start: Start, via_hybrid: bool) -> bool:
    return start.mode.is_traced and not (via_hybrid and m.frame.mode is Mode.EAGER)


def call_hybrid(m: Machine, hybrid: Hybrid, arguments: Arguments, text: str) -> AbstractValue:
    """Call a ``tf.function``: its arguments become tensors, and so does what it returns."""
    mode = Mode.CONVERTED if hybrid.autograph else Mode.UNCONVERTED
    traced = trial.traced_arguments(m, arguments)
    is_open = m.trial is not None and m.frame.mode.is_traced and declared.opens(hybrid)
    if is_open:
        traced = declared.opened_arguments(hybrid, traced)
    is_older = m.trial is not None and not _is_made_here(m, hybrid)
    m.graphs_within += is_older
    if is_older:
        tally.graph_call(m)
    try:
        results = _call_traced(m, hybrid, traced, text, mode)
    finally:
        m.graphs_within -= is_older
    result = join_all(results)
    if is_open and any(item.has(Container) for item in arguments.every()):
        result = declared.opened(result, TOP)  # what the lists and dicts hold is not opened
    return trial.traced_result(m, result)


def _is_made_here(m: Machine, hybrid: Hybrid) -> bool:
    """Return whether the running trial makes the hybrid function itself, and so traces it anew at each eager call."""
    return any(
        (m.trial is not None and f.definition in m.rewrapped) or f.environment in m.own_scopes
        for item in (hybrid.function, *(value(a.function) for a in hybrid.function.each(Method)))
        for f in item.each(Function)
    )


def _call_traced(m: Machine, hybrid: Hybrid, traced: Arguments, text: str, mode: Mode) -> list[AbstractValue]:
    results = []
    for atom in hybrid.function.ordered():
        if isinstance(atom, Function):
            results.append(call_function(m, atom, traced, mode, via_hybrid=True))
        elif isinstance(atom, Method) and isinstance(atom.function, Function):
            with_self = with_receiver(traced, atom.receiver)
            results.append(call_function(m, atom.function, with_self, mode, via_hybrid=True))
        else:
            results.append(call(m, value(atom), traced, text, mode))
    return results


# -- libraries ------------------------------------------------------------------------------------------------------


def call_api(m: Machine, name: str, arguments: Arguments, text: str) -> AbstractValue:
    """Call a library function or class."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    handler = special.HANDLERS.get(name) or unbound.handler(m, name, arguments)
    if handler is not None:
        return handler(m, arguments, text)
    if m.catchers:
        m.may_raise()
    _before_call(m, name, arguments, text)
    arguments = arguments_as_seen(m, name, arguments)
    written, called = len(m.trace.events), len(m.trace.calls)
    made = Call(name, InterpreterHost(m), arguments, BOTTOM, text)
    if name.startswith("keras."):
        note_static_keywords(made)
    if name in _STAGING and m.frame.mode.is_traced:
        with branches.functional(m, is_loop=_STAGING[name], may_skip=_may_skip(m, name, arguments)):
            result = tape_use.chosen(m, m.knowledge.call(made))
        if _STAGING[name]:
            tally.unbounded(m)
    else:
        with tally.LibraryCall(m, name, arguments), InLibrary(m, name):
            result = m.knowledge.call(made)
    if m.trial is not None:
        tally.sizes_of(m, name, arguments.every(), result)
    _hand_on(m, arguments, called)
    if len(m.trace.events) > written and result.has(PythonIterator, Dataset):
        m.delay(written)  # `map` calls its function when it is advanced
    return open_axes.after_function(m, name, arguments, logits.after_function(name, result))


def _may_skip(m: Machine, name: str, arguments: Arguments) -> bool:
    """Return whether a tensor decides if a staged function calls a given one: not if it maps what has rows."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    rows = arguments.get(1, "elems")
    if not _STAGING[name] or name.endswith("while_loop") or rows is None:
        return True
    atom = rows.only()
    first = atom.items[0] if isinstance(atom, Tuple) and atom.items else rows
    return not is_filled(InterpreterHost(m), first)


def _before_call(m: Machine, name: str, arguments: Arguments, text: str) -> None:
    """Record what the name of a library function and its arguments tell, whatever the call gives."""
    if name in _COMPARING:
        _note_comparing(m, arguments, text)
    if name == "builtins.next" and any(i.is_dataset for a in arguments.positional[:1] for i in a.each(PythonIterator)):
        note_end(m, text)
    if m.trial is not None and name.startswith(("tensorflow.random.", "builtins.next")):
        m.trial.touches_state = True
    seeds.note(m, name, arguments, text)
    note_exported(m, name, arguments)
    if m.trial is not None and (xla := m.knowledge.xla.of(name)):
        m.effect(EffectKind.LEAVES_XLA, text, reason=xla)
    library = name.partition(".")[0]
    if library == "asyncio":
        m.replay()
    if library == "inspect" and any(a.has(Function) for a in arguments.every()):
        m.note_unknown(text, f"switch:{text}")


def _note_comparing(m: Machine, arguments: Arguments, text: str) -> None:
    """``sorted`` and its kin compare the elements: those of classes of the program do it as they like."""
    for item in arguments.every():
        parts = [item, *(part for atom in item.atoms for part in objects.parts(m, atom))]
        for instance in (i for part in parts for i in part.each(Instance)):
            if any(class_lookup(m, instance.cls, dunder) is not None for dunder in ("__lt__", "__gt__")):
                m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, reason="comparison")


def call_library_method(
    m: Machine, name: str, receiver: AbstractValue, arguments: Arguments, text: str
) -> AbstractValue:
    """Call method *name* (``class.method``) of a library class."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    cls, _, method = name.rpartition(".")
    if m.catchers:
        m.may_raise()
    first_use.note(m, cls, method, receiver, text)
    if (values := held_array(m, name, receiver)) is not None:
        return values
    if method in _USES:
        note_use(m, receiver)
    if method == "__call__" and m.has_own_layers and any(i.cls == "keras.Model" for i in receiver.each(Instance)):
        detail = "a layer of your own may stand in it"
        m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, detail=detail, reason="functional model")
    if method in {"__init__", "__init_subclass__", "__post_init__"} and not m.knowledge.has_method(cls, method):
        return NONE
    if m.trial is not None and any(not m.is_fresh(i.site) for i in receiver.each(Instance)):
        m.trial.touches_state = True
        note_asked(m, cls, text.rpartition(".")[0] or text)
    if cls.startswith(_CONTAINERS) and receiver.has(Instance):
        return call_unknown(m, UNKNOWN_ATOM, with_receiver(arguments, receiver), text)
    open_axes.before_layer(m, cls, method, arguments, text)
    training_flag.check(m, cls, method, arguments, text)
    tape_use.check_gradient(m, cls, method, text)
    has_weights = method == "__call__" and cls.startswith(_WITH_WEIGHTS)
    if has_weights:
        tape_use.note_variable(m, text)
    tape_use.watch(m, cls, method)
    written = len(m.trace.events)
    _note_unknown_arguments(m, arguments, text)
    called = len(m.trace.calls)
    with tally.LibraryCall(m, name, arguments, receiver):
        result = m.knowledge.call_method(cls, Call(method, InterpreterHost(m), arguments, receiver, text))
    if m.trial is not None and result is not None:
        tally.sizes_of(m, name, arguments.every(), result, receiver)
    _hand_on(m, arguments, called)
    if result is not None and len(m.trace.events) > written and result.has(PythonIterator, Dataset):
        m.delay(written)
    if result is not None:
        result = tape_use.derived(m, result, text) if has_weights else result
        return open_axes.after_method(m, cls, receiver, arguments, result)
    m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, reason=name)
    let_loose(m, *arguments.every(), *([receiver] if not receiver.has(Tensor) else []))
    return TOP


def _note_unknown_arguments(m: Machine, arguments: Arguments, text: str) -> None:
    """What a library does with a value that nobody knows, nobody knows either."""
    if m.trial is not None and not m.trial.has_unknown and any(item.is_unknown for item in arguments.every()):
        m.effect(
            EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail="an argument is not known", reason="argument"
        )


def _hand_on(m: Machine, arguments: Arguments, called: int) -> None:
    """Remember the functions that a library was given and did not call: calls of them may exist that nobody sees.

    *called* is how many calls had been written down before.
    """
    if m.trial is not None:
        return
    for item in arguments.every():
        if item.has(Function, Method):
            seen = {record.definition for record in m.trace.calls[called:]}
            targets = [atom.function if isinstance(atom, Method) else atom for atom in item.ordered()]
            note_handed(m, [t for t in targets if isinstance(t, Function) and t.definition not in seen])


def call_instance(m: Machine, atom: Instance, arguments: Arguments, text: str, mode: Mode | None) -> AbstractValue:
    """Call an object: the ``__call__`` of its class."""
    held = class_lookup(m, atom.cls, "__call__")
    receiver = value(atom)
    if held is not None:
        return call(m, held[0], with_receiver(arguments, receiver), text, mode)
    for base in library_bases(m, atom.cls):
        if m.knowledge.has_method(base, "__call__"):
            return call_library_method(m, f"{base}.__call__", receiver, arguments, text)
    m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN)
    let_loose(m, receiver, *arguments.every())
    return TOP


def _call_descriptor(m: Machine, atom: Descriptor, arguments: Arguments, text: str, mode: Mode | None) -> AbstractValue:
    result = call(m, atom.function, arguments, text, None if atom.kind == "cached" else mode)
    if atom.kind == "cached" and m.trial is not None and objects.reachable_tensor(m, result):
        m.effect(EffectKind.STORES_TENSOR, text, reason="cache")
    if atom.kind == "contextmanager":
        return special.context_manager(m, result)
    return result
