"""Values as Keras takes and gives them: cast to a layer's dtype, made symbolic, found in nested structures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.dtype import FLOATS
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Constant,
    Container,
    Form,
    Instance,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    constant,
    join_all,
    scalar,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Host, Mode
from jupyter_hybridize.knowledge.keras.passed import OF_KERAS
from jupyter_hybridize.knowledge.keras.policies import is_mixed

CONFIG = "config."  # what a constructor was given, under a name that no program can use
BUILT = "state.built"  # whether Keras has run the program's ``build``, or a model knows what comes in
_DEEPEST = 6
AtomMap = Callable[[Atom], Atom]


def unknown_call(call: Call, reason: str = "") -> AbstractValue:
    """Record that this call cannot be seen into; return ⊤."""
    call.host.effect(EffectKind.UNKNOWN_CALL, call.text or call.name, answer=Answer.UNKNOWN, reason=reason or call.name)
    call.host.escape(*call.arguments.every())
    return TOP


def needs_value(call: Call, reason: str = "keras") -> None:
    """Record that traced code cannot make this call."""
    if call.host.mode.is_traced:
        call.host.effect(EffectKind.NEEDS_VALUE, call.text or call.name, reason=reason)


def creates_variable(call: Call, *, answer: Answer = Answer.NO) -> None:
    """Record that traced code makes a variable, or an object that holds one, each time it is traced."""
    if call.host.mode.is_traced:
        call.host.effect(EffectKind.CREATES_VARIABLE, call.text or call.name, answer=answer, reason=call.name)


def behind_keras(host: Host) -> Mode:
    """Return how Keras runs the program's code: never converted by AutoGraph."""
    return Mode.UNCONVERTED if host.mode.is_traced else Mode.EAGER


@runtime_checkable
class KnowsSignatures(Protocol):
    """A host that can also tell how the program's functions are declared."""

    def parameters(self, function: AbstractValue) -> tuple[str, ...] | None:
        """Return the names *function* takes (``"**"`` if any), without a bound receiver; None if they are not known."""


def takes(host: Host, function: AbstractValue, name: str) -> Answer:
    """Return whether *function* has a parameter *name*."""
    names = host.parameters(function) if isinstance(host, KnowsSignatures) else None
    if names is None:
        return Answer.UNKNOWN
    return Answer.YES if name in names or "**" in names else Answer.NO


# structures


def map_structure(host: Host, item: AbstractValue, change: AtomMap, depth: int = 0) -> AbstractValue:
    """Return *item* with *change* done to its atoms, also to those in tuples, lists and dicts."""
    if depth > _DEEPEST:
        return TOP
    mapped = (_map_atom(host, atom, change, depth) for atom in item.ordered())
    return join_all(mapped).with_origins(item.origins)


def _map_atom(host: Host, atom: Atom, change: AtomMap, depth: int) -> AbstractValue:
    match atom:
        case Tuple(items=items, rest=rest, name=name) if name not in ("tf.TensorShape", "slice"):
            changed = tuple(map_structure(host, each, change, depth + 1) for each in items)
            further = None if rest is None else map_structure(host, rest, change, depth + 1)
            return value(replace(atom, items=changed, rest=further))
        case Container(type="list", site=site):
            held = host.load(site)
            if held.items is None:
                return host.new_list(None, map_structure(host, held.element, change, depth + 1))
            return host.new_list([map_structure(host, each, change, depth + 1) for each in held.items])
        case Container(type="dict", site=site):
            held = host.load(site)
            if held.entries is None:
                return host.new_dict(None, held.key, map_structure(host, held.element, change, depth + 1))
            entries = {k: map_structure(host, v, change, depth + 1) for k, v in held.entries.items()}
            return host.new_dict(entries)
        case _:
            return value(change(atom))


def leaves(host: Host, item: AbstractValue, depth: int = 0) -> Iterator[Atom]:
    """Yield the atoms that are no containers, from everywhere in a nested structure."""
    for atom in item.ordered():
        match atom:
            case _ if depth > _DEEPEST:
                yield atom
            case Tuple(items=items, rest=rest) if atom.name not in ("tf.TensorShape", "slice"):
                for each in (*items, *([] if rest is None else [rest])):
                    yield from leaves(host, each, depth + 1)
            case Container(site=site):
                yield from leaves(host, host.load(site).element, depth + 1)
            case _:
                yield atom


def has_symbolic(host: Host, *items: AbstractValue) -> bool:
    """Return whether a KerasTensor stands anywhere in *items*."""
    return any(
        isinstance(atom, Tensor) and atom.form is Form.KERAS_SYMBOLIC for item in items for atom in leaves(host, item)
    )


def as_symbolic(host: Host, item: AbstractValue) -> AbstractValue:
    """Return *item* with its tensors as the Functional API's."""
    return map_structure(host, item, lambda atom: _with_form(atom, Form.KERAS_SYMBOLIC))


def as_traced(host: Host, item: AbstractValue) -> AbstractValue:
    """Return *item* with symbolic Keras tensors as the tensors that layers see in their place."""
    return map_structure(host, item, _from_symbolic)


def _from_symbolic(atom: Atom) -> Atom:
    if isinstance(atom, Tensor) and atom.form is Form.KERAS_SYMBOLIC:
        return replace(atom, form=Form.DENSE)
    return atom


def _with_form(atom: Atom, form: Form) -> Atom:
    return replace(atom, form=form) if isinstance(atom, Tensor) else atom


def autocast(host: Host, item: AbstractValue, dtype: str | None = "float32") -> AbstractValue:
    """Return *item* as ``Layer.__call__`` hands it on: arrays are tensors, floats have the layer's dtype."""
    return map_structure(host, item, lambda atom: cast_atom(atom, dtype))


def cast_atom(atom: Atom, dtype: str | None) -> Atom:
    """Return *atom* as a layer of *dtype* takes it."""
    if isinstance(atom, Array):
        return Tensor(_cast_float(atom.dtype, dtype), atom.shape)
    if isinstance(atom, Tensor) and atom.dtype != _cast_float(atom.dtype, dtype):
        form = Form.DENSE if atom.form is Form.VARIABLE else atom.form
        return replace(atom, dtype=_cast_float(atom.dtype, dtype), form=form)
    return atom


def _cast_float(given: str | None, dtype: str | None) -> str | None:
    return dtype if given in FLOATS else given


def as_tensor(atom: Atom) -> Tensor | None:
    """Return the dense tensor that TensorFlow makes of *atom*, None where it is no tensor-like value."""
    match atom:
        case Tensor():
            return replace(atom, form=Form.DENSE) if atom.form is Form.VARIABLE else atom
        case Array(dtype=dtype, shape=shape):
            return Tensor(dtype, shape)
        case Scalar(type="float"):
            return Tensor("float32", SCALAR_SHAPE)
        case Scalar(type="int"):
            return Tensor("int32", SCALAR_SHAPE)
        case _:
            return None


# what constructors were given


def integer(item: AbstractValue | Constant) -> int | None:
    """Return the one int *item* must be, else None."""
    found = item.constant() if isinstance(item, AbstractValue) else item
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def integers(host: Host, item: AbstractValue, count: int | None = None) -> tuple[int | None, ...] | None:
    """Return the ints of a tuple or list (or *count* times one int); None where even their number is not known."""
    if count is not None and integer(item) is not None:
        return (integer(item),) * count
    found = host.items(item)
    if found is None or (count is not None and len(found) != count):
        return None
    return tuple(integer(each) for each in found)


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of one library object, as far as its constructor call and later attributes tell."""

    host: Host
    instance: Instance

    def get(self, name: str) -> AbstractValue:
        """Return option *name*, ⊤ if nothing is known of it."""
        held = self.host.load(self.instance.site).attributes
        return held.get(name, held.get(CONFIG + name, TOP))

    def integer(self, name: str) -> int | None:
        """Return an int option, None if it is not known."""
        return integer(self.get(name))

    def integers(self, name: str, count: int | None = None) -> tuple[int | None, ...] | None:
        """Return an option that holds ints, or one int that stands for *count* of them."""
        return integers(self.host, self.get(name), count)

    def constant(self, name: str) -> Constant:
        """Return a constant option, else ANY."""
        return self.get(name).constant()

    @property
    def dtype(self) -> str | None:
        """Return the dtype a layer computes in: float32 unless it was given another, None if that is not known."""
        held = self.host.load(self.instance.site).attributes
        given = held.get(CONFIG + "dtype")
        if given is None or given.constant() is None:
            return None if is_mixed(self.host) else "float32"
        name = given.constant()
        return name if isinstance(name, str) and name in FLOATS else None


def configs(host: Host, receiver: AbstractValue) -> Iterator[Config]:
    """Yield the configuration of each object *receiver* may be."""
    for instance in receiver.each(Instance):
        yield Config(host, instance)


def held(host: Host, receiver: AbstractValue, name: str) -> AbstractValue:
    """Return what attribute *name* of *receiver* holds without running any code of the program; ⊥ if it is not set."""
    return join_all(host.load(instance.site).attributes.get(name, BOTTOM) for instance in receiver.each(Instance))


def note_built(host: Host, receiver: AbstractValue, *, answer: bool) -> None:
    """Keep whether Keras has run ``build``; from the start, since what only one of two ways sets would seem certain."""
    instance = receiver.only()
    if isinstance(instance, Instance):
        host.store(instance.site, host.load(instance.site).with_attribute(BUILT, constant(answer)), "", "new")


# common results

INT = scalar("int")
FLOAT = scalar("float")
STRING = scalar("str")
BOOL = scalar("bool")
SCALAR_F32 = tensor("float32", SCALAR_SHAPE)


def variable(dtype: str | None = "float32", shape: Shape = UNKNOWN_SHAPE) -> AbstractValue:
    """Return a variable of Keras."""
    return tensor(dtype, shape, Form.VARIABLE).with_origins({OF_KERAS})


def list_of(host: Host, element: AbstractValue) -> AbstractValue:
    """Return a new list of some number of *element*."""
    return host.new_list(None, element)


def shape_value(shape: Shape) -> AbstractValue:
    """Return *shape* as the tuple Keras gives for it."""
    if shape.dims is None:
        return value(Tuple((), join_all([scalar("int"), constant(None)])))
    return value(Tuple(tuple(constant(dim) if dim is not None else _OPEN for dim in shape.dims)))


_OPEN = join_all([scalar("int"), constant(None)])


def shape_of(host: Host, item: AbstractValue) -> Shape:
    """Return the shape that a tuple or list of dimensions (None: unknown) stands for."""
    found = host.items(item)
    return UNKNOWN_SHAPE if found is None else Shape(tuple(integer(each) for each in found))


def iterated(host: Host, item: AbstractValue) -> AbstractValue:
    """Return an element of a list, tuple or iterator that a library walks."""
    if item.has(PythonIterator):
        return join_all(each.element for each in item.each(PythonIterator))
    return host.iterate(item, by_python=False)


def as_positional(*items: AbstractValue) -> Arguments:
    """Return a call's arguments, all by position."""
    return Arguments(tuple(items))


def is_nothing(item: AbstractValue) -> bool:
    """Return whether *item* is absent or certainly None."""
    return item.is_bottom or (item.constant() is None and item.constant() is not ANY)


def constant_flag(*, is_set: bool) -> AbstractValue:
    """Return a known bool."""
    return constant(is_set)
