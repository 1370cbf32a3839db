"""What library knowledge may ask of the interpreter."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    AbstractValue,
    Atom,
    Constant,
    Container,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Partial,
    PythonIterator,
    Site,
    Tensor,
    Unknown,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.calling import results
from jupyter_hybridize.interpreter.language import attributes, branches, setters
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.syntax.nodes import unparsed
from jupyter_hybridize.interpreter.tracing import fresh_arrays
from jupyter_hybridize.interpreter.tracing.usage import LOSSES
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.knowledge.fitting import FITS
from jupyter_hybridize.knowledge.host import Arguments, Mode
from jupyter_hybridize.knowledge.keras.callbacks import ADD_LOSS, LEARNS
from jupyter_hybridize.knowledge.tensorflow.staged import note_order

_OF_OBJECT = frozenset({EffectKind.ADVANCES_ITERATOR, EffectKind.READS_CLOCK_OR_RNG})
_PLAIN = frozenset({"set", "frozenset", "bytearray", "list", "dict"})

# What operations give that is another thing at another time: draws, the time, what Python does, files.
_VARYING = (
    "random", "Random", "Stateful", "tensorflow.random", "Timestamp", "tensorflow.timestamp", "EagerPyFunc", "ReadFile",
    "tensorflow.io.read_file", "tensorflow.io.matching_files",
)  # fmt: skip


class InterpreterHost:
    """The interpreter's :class:`~jupyter_hybridize.knowledge.host.Host`: a thin view of the machine."""

    __slots__ = ("_is_unknown", "_machine", "_made")

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._is_unknown = False  # the call being made is one that nobody can see into
        self._made = 0  # objects allocated through this view: each has a site of its own

    @property
    def mode(self) -> Mode:
        """Return how the calling code is run."""
        return self._machine.frames[-1].mode

    def effect(
        self, kind: EffectKind, target: str, *, answer: Answer = Answer.NO, detail: str = "", reason: str = ""
    ) -> None:
        """Record an effect at the current call site."""
        m = self._machine
        if kind in _OF_OBJECT and reason in m.births:
            if m.is_fresh(reason):
                return
            reason = reason if kind is EffectKind.ADVANCES_ITERATOR else "numpy.random"
        if kind is EffectKind.RAISES and m.trial is None:
            m.may_raise()
        if kind is EffectKind.RAISES and answer is Answer.NO and _is_traced_anyway(m):
            kind, reason = EffectKind.ASSERTS_TENSOR, "untaken"
        if reason == ADD_LOSS:
            m.note_write(LOSSES)
        if reason == LEARNS and m.trial is None:
            m.note_write(("library", "*", ""), None, Answer.UNKNOWN)  # a trace keeps what a layer had learnt
            return
        if kind is EffectKind.ADVANCES_ITERATOR:
            m.replay()
        if kind is EffectKind.MUTATES_OBJECT and m.trial is None:
            m.note_write(("array", "*", ""), None, Answer.UNKNOWN, fresh_arrays.made_since(m, fresh_arrays.written(m)))
        is_of_array = kind is EffectKind.MUTATES_OBJECT and reason == "array"
        if is_of_array and m.trial is not None and fresh_arrays.is_private(m, fresh_arrays.written(m)):
            return
        self._is_unknown = self._is_unknown or kind is EffectKind.UNKNOWN_CALL
        m.effect(kind, target, answer=answer, detail=detail, reason=reason)

    def blame_makers(
        self, item: AbstractValue, kind: EffectKind, target: str, *, detail: str = "", reason: str = ""
    ) -> None:
        """Record of the functions of the program that returned *item* when run eagerly what its use here shows."""
        results.blame_makers(
            self._machine, item, Effect(kind, target, self._machine.span(), Answer.UNKNOWN, (), detail, reason)
        )

    def given(self, item: AbstractValue, use: str) -> None:
        """Record of the functions of the program that gave *item*, a number or array, the *use* of it as such here."""
        if item.origins:
            results.note_given(self._machine, item, use)

    def tensor_op(self, name: str, count: int = 1, *, fits: bool = False) -> None:
        """Record that *count* TensorFlow operations are run here."""
        trial = self._machine.trial
        if trial is not None:
            trial.tensor_ops += count
            if not fits and name not in FITS:
                _note_unfitting(self._machine)
            tally.count(self._machine, name, count)
            if name.startswith(_VARYING):
                trial.touches_state = True

    def chooses(self, item: AbstractValue) -> None:
        """Note that the tensor *item* chooses what runs."""
        branches.note_choice(self._machine, item)

    def call(self, function: AbstractValue, arguments: Arguments, mode: Mode | None = None) -> AbstractValue:
        """Call any value and return the result."""
        from jupyter_hybridize.interpreter.calling.calls import call

        m = self._machine
        is_symbolic = any(t.form is Form.KERAS_SYMBOLIC for item in arguments.every() for t in item.each(Tensor))
        if is_symbolic and any(_is_own(atom) for atom in function.atoms):
            m.has_own_layers = True
        branches.next_branch(m)
        m.is_by_library = True
        try:
            return call(m, function, arguments, _text(m), mode)
        finally:
            m.is_by_library = False

    def call_later(self, function: AbstractValue, arguments: Arguments) -> AbstractValue:
        """Call what the graph calls each time it runs: Python of the program, or of a library."""
        frame = self._machine.frames[-1]
        mode, frame.mode = frame.mode, Mode.EAGER
        try:
            return self.call(function, arguments, Mode.EAGER)
        finally:
            frame.mode = mode

    def parameters(self, function: AbstractValue) -> tuple[str, ...] | None:
        """Return the names a user function takes arguments by (``**`` for any more), the receiver of a method left out.

        None for anything but one user function.
        """
        atom = function.only()
        is_bound = isinstance(atom, Method)
        while isinstance(atom, Method | Hybrid):
            inner = atom.function
            atom = inner.only() if isinstance(inner, AbstractValue) else inner
        code = self._machine.trace.codes.get(atom.definition) if isinstance(atom, Function) else None
        if code is None:
            return None
        args = code.node.args
        names = [p.arg for p in (*args.posonlyargs, *args.args)][is_bound:] + [p.arg for p in args.kwonlyargs]
        return (*names, "**") if args.kwarg else tuple(names)

    def call_of_layer(
        self, layer: AbstractValue, function: AbstractValue, arguments: Arguments, mode: Mode, *, is_built: bool = False
    ) -> AbstractValue:
        """Call *function* as Keras does when *layer* is called, or built since that was never called."""
        m, instance = self._machine, layer.only()
        content = m.live.load(instance.site) if isinstance(instance, Instance) else None
        if not isinstance(instance, Instance) or content is None or content.multiple:
            return self.call(function, arguments, mode)
        if m.trial is not None and not any(frame.controls for frame in m.frames[m.trial_root :]):
            m.trial.called.add(instance.site)
        m.layers.append((instance.site, is_built))
        try:
            return self.call(function, arguments, mode)
        finally:
            m.layers.pop()

    def attribute(self, owner: AbstractValue, name: str) -> AbstractValue:
        """Return ``owner.name``."""
        return attributes.read(self._machine, owner, name, _text(self._machine))

    def set_attribute(self, owner: AbstractValue, name: str, item: AbstractValue) -> None:
        """Do ``owner.name = item``."""
        setters.write(self._machine, owner, name, item, _text(self._machine))

    def has_user_method(self, owner: AbstractValue, name: str) -> bool:
        """Return whether a class of the program defines method *name* for *owner*."""
        m = self._machine
        return any(
            attributes.is_user_class(m, atom.cls) and attributes.class_lookup(m, atom.cls, name) is not None
            for atom in owner.each(Instance)
        )

    def iterate(self, item: AbstractValue, *, by_python: bool = True) -> AbstractValue:
        """Return the join of the elements of *item*."""
        from jupyter_hybridize.interpreter.language.iteration import iterate

        return iterate(self._machine, item, by_python=by_python)

    def entered(self, cls: str, *, while_tracing: bool = True) -> tuple[AbstractValue, ...]:
        """Return the context managers of class *cls* around the call, of the traced code or of what runs it."""
        m = self._machine
        frames = m.frames[m.trial_root :] if while_tracing else m.frames[: m.trial_root]
        items = [item for frame in frames for item in frame.entered]
        return tuple(i for i in items if any(cls in m.knowledge.mro(a.cls) for a in i.each(Instance)))

    def items(self, item: AbstractValue) -> tuple[AbstractValue, ...] | None:
        """Return the elements of *item* one by one, None where they are not all known."""
        from jupyter_hybridize.knowledge.iteration import items

        note_order(self, item, "keywords")
        return items(self, item)

    def new_list(self, items: Sequence[AbstractValue] | None, element: AbstractValue = BOTTOM) -> AbstractValue:
        """Allocate a list."""
        known = None if items is None else tuple(items)
        total = element if known is None else join_all(known)
        return self._allocate("list", HeapObject(items=known, element=total))

    def new_dict(
        self,
        entries: dict[Constant, AbstractValue] | None,
        key: AbstractValue = BOTTOM,
        element: AbstractValue = BOTTOM,
    ) -> AbstractValue:
        """Allocate a dict."""
        total = element if entries is None else join_all(entries.values())
        return self._allocate("dict", HeapObject(entries=entries, key=key, element=total))

    def new_object(self, cls: str, attributes: dict[str, AbstractValue] | None = None) -> AbstractValue:
        """Allocate an instance of a library class, or a container."""
        m = self._machine
        if cls in _PLAIN or cls.startswith(("collections.", "builtins.")):
            return self._allocate(cls.removeprefix("builtins."), HeapObject(attributes or {}))
        return m.new_instance(cls, self._ordinal("new"), HeapObject(attributes or {}, is_open=True))

    def new_iterator(self, element: AbstractValue, *, is_dataset: bool = False) -> AbstractValue:
        """Allocate an iterator."""
        m = self._machine
        site = m.allocate(m.site(self._ordinal("iterator")), HeapObject())
        return value(PythonIterator(element, site, is_dataset))

    def load(self, site: Site) -> HeapObject:
        """Return the object at *site*; where several stand, what is true of each (storing changes them weakly)."""
        content = objects.load(self._machine, site)
        return content.single() if content.multiple else content

    def store(self, site: Site, content: HeapObject, target: str, reason: str) -> None:
        """Replace the object at *site*."""
        objects.store(self._machine, site, content, target, reason)

    def escape(self, *items: AbstractValue) -> None:
        """Forget everything reachable from *items*."""
        from jupyter_hybridize.interpreter.calling.calls import let_loose

        m = self._machine
        if self._is_unknown and any(objects.holds_array(m, item) for item in items):
            m.note_write(("array", "*", ""), None, Answer.UNKNOWN)
        let_loose(m, *items)

    def _allocate(self, kind: str, content: HeapObject) -> AbstractValue:
        m = self._machine
        return value(Container(kind, m.allocate(m.site(self._ordinal(kind)), content)))

    def _ordinal(self, kind: str) -> str:
        self._made += 1
        return kind if self._made == 1 else f"{kind}{self._made}"


def _is_own(atom: Atom) -> bool:
    """Return whether calling *atom* may run code of the program."""
    return isinstance(atom.function if isinstance(atom, Method) else atom, Function | Hybrid | Partial | Unknown)


def _is_traced_anyway(m: Machine) -> bool:
    """Return whether the current code is traced for certain, and run only if a tensor tells so."""
    controls = [control for frame in m.frames[m.trial_root :] for control in frame.controls]
    is_chosen = any(not c.is_loop for c in controls)  # a loop's first round is for the most part run eagerly too
    return m.trial is not None and m.frame.mode.is_traced and is_chosen and all(c.is_staged for c in controls)


def _note_unfitting(m: Machine) -> None:
    """Record an op that may not fit what a graph is traced with, where a tensor chooses whether it runs."""
    assert m.trial is not None
    is_by_size = m.trial.is_by_size
    for frame in m.frames[m.trial_root :]:
        if frame.staged_return is not None or any(
            c.is_staged and (is_by_size or not c.is_loop) for c in frame.controls
        ):
            m.effect(EffectKind.ASSERTS_TENSOR, _text(m), answer=Answer.UNKNOWN, reason="untaken")
            return


def _text(m: Machine) -> str:
    """Return the current node as the user wrote it."""
    node = m.frame.node
    if isinstance(node, ast.Call):
        node = node.func
    return unparsed(node) if isinstance(node, ast.expr) else "it"
