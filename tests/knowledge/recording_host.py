"""A small interpreter for tests of overlays: a heap in a dict, and lists of what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import EMPTY, HeapObject
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Api,
    Array,
    Class,
    Constant,
    Container,
    Dataset,
    Function,
    Hybrid,
    Instance,
    Method,
    Module,
    Partial,
    PythonIterator,
    Scalar,
    Site,
    Tensor,
    Tuple,
    constant,
    join_all,
    value,
)
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.python.arguments import CREATION

PythonFunction = Callable[[Arguments], AbstractValue]
NO_CALLABLES = (Scalar, Array, Tensor, Tuple, Container, Module)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recorded effect."""

    kind: EffectKind
    target: str
    answer: Answer = Answer.NO
    detail: str = ""
    reason: str = ""


@dataclass
class RecordingHost:
    """A complete :class:`~jupyter_hybridize.knowledge.host.Host` whose every trace can be looked at.

    ``knowledge`` is needed only where library functions are called back. ``methods`` holds, by user class and name,
    the methods that ``has_user_method`` finds.
    """

    mode: Mode = Mode.EAGER
    knowledge: Knowledge | None = None
    heap: dict[Site, HeapObject] = field(default_factory=dict)
    effects: list[Recorded] = field(default_factory=list)
    ops: list[str] = field(default_factory=list)
    calls: list[tuple[AbstractValue, Arguments, Mode]] = field(default_factory=list)
    escaped: list[AbstractValue] = field(default_factory=list)
    contexts: list[AbstractValue] = field(default_factory=list)
    functions: dict[str, PythonFunction] = field(default_factory=dict)
    methods: dict[tuple[str, str], PythonFunction] = field(default_factory=dict)

    # what tests write and ask

    def function(self, name: str, run: PythonFunction) -> AbstractValue:
        """Return a user function that runs *run* when it is called."""
        self.functions[name] = run
        return value(Function(name, "test"))

    def method(self, cls: str, name: str, run: PythonFunction) -> None:
        """Give user class *cls* a method; *run* receives the instance as the first argument."""
        self.methods[cls, name] = run

    def invoke(
        self, name: str, /, *positional: AbstractValue, receiver: AbstractValue = BOTTOM, **keywords: AbstractValue
    ) -> Call:
        """Return the call of library function or method *name* with these arguments."""
        return Call(name, self, Arguments(positional, keywords), receiver, name)

    def kinds(self) -> list[EffectKind]:
        """Return the kinds of the recorded effects, in order."""
        return [effect.kind for effect in self.effects]

    def recorded(self, kind: EffectKind) -> list[Recorded]:
        """Return the recorded effects of one kind."""
        return [effect for effect in self.effects if effect.kind is kind]

    # the Host protocol

    def effect(
        self, kind: EffectKind, target: str, *, answer: Answer = Answer.NO, detail: str = "", reason: str = ""
    ) -> None:
        self.effects.append(Recorded(kind, target, answer, detail, reason))

    def given(self, item: AbstractValue, use: str) -> None:
        """Record nothing: no function of a program gave *item*."""

    def chooses(self, item: AbstractValue) -> None:
        """Record nothing: no control flow is interpreted here."""

    def tensor_op(self, name: str, count: int = 1, *, fits: bool = False) -> None:
        self.ops.extend([name] * count)

    def call(self, function: AbstractValue, arguments: Arguments, mode: Mode | None = None) -> AbstractValue:
        self.calls.append((function, arguments, mode or self.mode))
        before = self.mode
        self.mode = mode or before
        try:
            return join_all(self._call(atom, arguments) for atom in sorted(function.atoms, key=str))
        finally:
            self.mode = before

    def _call(self, atom: object, arguments: Arguments) -> AbstractValue:
        match atom:
            case Function(definition=name) if name in self.functions:
                return self.functions[name](arguments)
            case Hybrid(function=inner):
                return self.call(inner, arguments, Mode.CONVERTED)
            case Partial(function=inner, args=args, kwargs=kwargs):
                merged = {**dict(kwargs), **arguments.keywords}
                return self.call(inner, replace(arguments, positional=(*args, *arguments.positional), keywords=merged))
            case Method(function=inner, receiver=receiver):
                bound = replace(arguments, positional=(receiver, *arguments.positional))
                return self.call(value(inner), bound)
            case Instance(cls=cls) if (cls, "__call__") in self.methods:
                bound = replace(arguments, positional=(value(atom), *arguments.positional))
                return self.methods[cls, "__call__"](bound)
            case Instance(cls=cls) if self.knowledge is not None:
                made = self.knowledge.call_method(cls, Call("__call__", self, arguments, value(atom), "__call__"))
                if made is not None:
                    return made
            case Api(name=name) if self.knowledge is not None:
                return self.knowledge.call(Call(name, self, arguments, text=name))
            case Class(id=cls):
                return self.new_object(cls)
            case _ if isinstance(atom, NO_CALLABLES):
                self.effect(EffectKind.RAISES, str(atom), answer=Answer.UNKNOWN)
                return BOTTOM
        self.effect(EffectKind.UNKNOWN_CALL, str(atom), answer=Answer.UNKNOWN)
        self.escape(*arguments.every())
        return TOP

    def call_later(self, function: AbstractValue, arguments: Arguments) -> AbstractValue:
        return self.call(function, arguments, Mode.EAGER)

    def call_of_layer(
        self, layer: AbstractValue, function: AbstractValue, arguments: Arguments, mode: Mode, *, is_built: bool = False
    ) -> AbstractValue:
        """Record the call and return ⊤."""
        return self.call(function, arguments, mode)

    def attribute(self, owner: AbstractValue, name: str) -> AbstractValue:
        return join_all(self._attribute(atom, name) for atom in sorted(owner.atoms, key=str))

    def _attribute(self, atom: object, name: str) -> AbstractValue:
        match atom:
            case Tensor(shape=shape) if name == "shape":
                return self._shape(shape)
            case Tensor(dtype=dtype) if name == "dtype":
                return value(Scalar("tf.DType", dtype)) if dtype else value(Scalar("tf.DType"))
            case Tuple(fields=fields, items=items) if name in fields:
                return items[fields.index(name)]
            case Instance(site=site):
                held = self.load(site)
                return held.attributes.get(name, TOP if held.is_open else BOTTOM)
            case Module(name=module) if self.knowledge is not None:
                return self.knowledge.member(module, name)
        return TOP

    def _shape(self, shape: Shape) -> AbstractValue:
        if shape.dims is None:
            return value(Tuple((), TOP, "tf.TensorShape"))
        dims = (value(Scalar("int"), Scalar("NoneType", None)) if d is None else constant(d) for d in shape.dims)
        return value(Tuple(tuple(dims), None, "tf.TensorShape"))

    def set_attribute(self, owner: AbstractValue, name: str, item: AbstractValue) -> None:
        for instance in owner.each(Instance):
            self.heap[instance.site] = self.load(instance.site).with_attribute(name, item)

    def has_user_method(self, owner: AbstractValue, name: str) -> bool:
        return any((instance.cls, name) in self.methods for instance in owner.each(Instance))

    def iterate(self, item: AbstractValue, *, by_python: bool = True) -> AbstractValue:
        return join_all(self._iterate(atom, by_python) for atom in sorted(item.atoms, key=str))

    def _iterate(self, atom: object, by_python: bool) -> AbstractValue:
        match atom:
            case Tensor(shape=shape):
                if by_python and self.mode.is_traced:
                    self.effect(EffectKind.ITERATES_TENSOR, str(atom))
                return value(replace(atom, shape=_without_first(shape)))
            case Array(shape=shape):
                return value(replace(atom, shape=_without_first(shape)))
            case Tuple(items=items, rest=rest):
                return join_all([*items, *([rest] if rest is not None else [])])
            case Container(type="dict", site=site):
                return self.load(site).key
            case Container(site=site):
                return self.load(site).element
            case Dataset(element=element) | PythonIterator(element=element):
                return element
            case Scalar(type="str"):
                return value(Scalar("str"))
        return TOP

    def entered(self, cls: str, *, while_tracing: bool = True) -> tuple[AbstractValue, ...]:
        return tuple(item for item in self.contexts if while_tracing and any(i.cls == cls for i in item.each(Instance)))

    def items(self, item: AbstractValue) -> tuple[AbstractValue, ...] | None:
        match item.only():
            case Tuple(items=items, rest=None):
                return items
            case Container(type="list", site=site):
                return self.load(site).items
        return None

    def new_list(self, items: Sequence[AbstractValue] | None, element: AbstractValue = BOTTOM) -> AbstractValue:
        known = None if items is None else tuple(items)
        content = HeapObject(items=known, element=element.join(join_all(known or ())))
        return self._allocate("list", content)

    def new_dict(
        self,
        entries: dict[Constant, AbstractValue] | None,
        key: AbstractValue = BOTTOM,
        element: AbstractValue = BOTTOM,
    ) -> AbstractValue:
        keys = key.join(join_all(constant(each) for each in entries or {}))
        held = element.join(join_all((entries or {}).values()))
        return self._allocate("dict", HeapObject(entries=entries, key=keys, element=held))

    def new_object(self, cls: str, attributes: dict[str, AbstractValue] | None = None) -> AbstractValue:
        if cls in ("list", "dict", "set", "frozenset", "bytearray") or cls.startswith("collections."):
            return self._allocate(cls, HeapObject(attributes=attributes or EMPTY))
        site = f"test:{len(self.heap)}"
        self.heap[site] = HeapObject(attributes=attributes or EMPTY)
        return value(Instance(cls, site))

    def _allocate(self, kind: str, content: HeapObject) -> AbstractValue:
        site = f"test:{len(self.heap)}"
        self.heap[site] = content
        return value(Container(kind, site))

    def new_iterator(self, element: AbstractValue, *, is_dataset: bool = False) -> AbstractValue:
        site = f"test:{len(self.heap)}"
        self.heap[site] = HeapObject()
        return value(PythonIterator(element, site, is_dataset))

    def load(self, site: Site) -> HeapObject:
        return self.heap.get(site, HeapObject(is_open=True))

    def store(self, site: Site, content: HeapObject, target: str, reason: str) -> None:
        self.heap[site] = content
        if reason != CREATION:
            self.effect(EffectKind.MUTATES_OBJECT, target, reason=reason)

    def escape(self, *items: AbstractValue) -> None:
        self.escaped.extend(items)


def _without_first(shape: Shape) -> Shape:
    return Shape(shape.dims[1:]) if shape.dims else shape
