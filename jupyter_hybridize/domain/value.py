"""Abstract values: sets of atoms, their join, and the shorthands to make them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from jupyter_hybridize.domain.atoms import (
    ANY,
    AnyConstant,
    Api,
    Array,
    Atom,
    Class,
    Constant,
    Container,
    Dataset,
    Descriptor,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Module,
    Partial,
    PythonIterator,
    Scalar,
    Site,
    Super,
    Tensor,
    Tuple,
    Unknown,
)
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape

__all__ = [
    "ANY",
    "BOTTOM",
    "NONE",
    "OPEN_AXIS",
    "TOP",
    "UNKNOWN_ATOM",
    "AbstractValue",
    "AnyConstant",
    "Api",
    "Array",
    "Atom",
    "Class",
    "Constant",
    "Container",
    "Dataset",
    "Descriptor",
    "Form",
    "Function",
    "Hybrid",
    "Instance",
    "Method",
    "Module",
    "Origin",
    "Partial",
    "PythonIterator",
    "Scalar",
    "Site",
    "Super",
    "Tensor",
    "Tuple",
    "Unknown",
    "array",
    "constant",
    "depth",
    "held_by",
    "join_all",
    "mentions",
    "scalar",
    "tensor",
    "tuple_of",
    "value",
]

Origin = str  # the name of the parameter a value derives from
OPEN_AXIS: Final[Origin] = "axis:open"  # a graph may not know the size of an axis that eager execution knows

_A = TypeVar("_A")
_MOST_IDENTITIES = 8
_MOST_CONSTANTS = 4
_DEEPEST = 6
_MOST_PARTS = 10_000  # with those of its parts: `x = (x, x)` doubles them


@dataclass(frozen=True, slots=True)
class AbstractValue:
    """What a Python value may be: ⊥ has no atoms, ⊤ is exactly ``{Unknown}``.

    ``origins`` is taint: the parameters of the function being traced that the value derives from.
    """

    atoms: frozenset[Atom] = frozenset()
    origins: frozenset[Origin] = field(default=frozenset())

    @property
    def is_bottom(self) -> bool:
        """Return whether no value is possible."""
        return not self.atoms

    @property
    def is_unknown(self) -> bool:
        """Return whether this is ⊤."""
        return self.atoms >= _UNKNOWN

    def only(self) -> Atom | None:
        """Return the atom if there is exactly one."""
        if len(self.atoms) == 1:
            (atom,) = self.atoms
            return atom
        return None

    def ordered(self) -> list[Atom]:
        """Return the atoms in a stable order."""
        return list(self.atoms) if len(self.atoms) < 2 else _in_order(self.atoms)

    def each(self, kind: type[_A]) -> Sequence[_A]:
        """Return the atoms of class *kind*, in a stable order."""
        if len(self.atoms) == 1:  # as nearly all values have
            (atom,) = self.atoms
            return (atom,) if isinstance(atom, kind) else ()
        found = [atom for atom in self.atoms if isinstance(atom, kind)]
        return found if len(found) < 2 else _in_order(found)

    def first(self, kind: type[_A]) -> _A | None:
        """Return an atom of class *kind*, or None."""
        found = self.each(kind)
        return found[0] if found else None

    def has(self, *kinds: type) -> bool:
        """Return whether an atom is of one of these classes."""
        for atom in self.atoms:
            if isinstance(atom, kinds):
                return True
        return False

    def constant(self) -> Constant:
        """Return the one constant this value must be, else ANY."""
        if len(self.atoms) == 1:
            (atom,) = self.atoms
            if type(atom) is Scalar:
                return atom.constant
        return ANY

    def with_origins(self, origins: Set[Origin]) -> AbstractValue:
        """Return the value, tainted by *origins* too."""
        return self if origins <= self.origins else AbstractValue(self.atoms, self.origins | origins)

    def join(self, other: AbstractValue) -> AbstractValue:
        """Return the least value above both (⊔)."""
        if self is other or not (other.atoms or other.origins):
            return self
        if self.atoms == other.atoms and self.origins == other.origins:
            return self
        if not (self.atoms or self.origins):
            return other
        return AbstractValue(_normal(self.atoms | other.atoms), self.origins | other.origins)

    def covers(self, other: AbstractValue) -> bool:
        """Return whether ``other ⊑ self``."""
        return self.join(other) == self

    def __str__(self) -> str:
        """Return the atoms, sorted, with ``|`` between them; two objects of one class read alike."""
        return " | ".join(sorted({str(atom) for atom in self.atoms})) or "⊥"


UNKNOWN_ATOM: Final = Unknown()
_UNKNOWN: Final = frozenset({UNKNOWN_ATOM})  # of sets the hashes are kept, of atoms they are computed
BOTTOM: Final = AbstractValue()
TOP: Final = AbstractValue(_UNKNOWN)


def value(*atoms: Atom) -> AbstractValue:
    """Return the value that is one of *atoms*."""
    if len(atoms) == 1 and type(atoms[0]) not in _NESTING:
        return AbstractValue(frozenset(atoms))
    return AbstractValue(_normal(frozenset(atoms)))


def constant(item: Constant) -> AbstractValue:
    """Return the value that is exactly this Python constant."""
    item_type = "NoneType" if item is None else type(item).__name__
    return AbstractValue(frozenset({Scalar(item_type, item)}))


def scalar(type_name: str) -> AbstractValue:
    """Return some value of this Python scalar type."""
    return AbstractValue(frozenset({Scalar(type_name)}))


def tensor(dtype: str | None = None, shape: Shape = UNKNOWN_SHAPE, form: Form = Form.DENSE) -> AbstractValue:
    """Return a tensor value."""
    return AbstractValue(frozenset({Tensor(dtype, shape, form)}))


def array(dtype: str | None = None, shape: Shape = UNKNOWN_SHAPE, *, is_scalar: bool = False) -> AbstractValue:
    """Return a NumPy array value, or a NumPy scalar."""
    return AbstractValue(frozenset({Array(dtype, SCALAR_SHAPE if is_scalar else shape, is_scalar)}))


def tuple_of(*items: AbstractValue, rest: AbstractValue | None = None, name: str = "") -> AbstractValue:
    """Return a tuple value."""
    return value(Tuple(items, rest, name))


NONE: Final = constant(None)


def join_all(values: Iterable[AbstractValue]) -> AbstractValue:
    """Return the join of *values*; ⊥ if there are none."""
    result = BOTTOM
    for item in values:
        if result is BOTTOM:
            result = item
        elif item is not result:
            result = result.join(item)
    return result


def depth(item: AbstractValue) -> int:
    """Return how deeply tuples, data sets and partials nest in *item*."""
    known: dict[int, tuple[int, int]] = {}
    return max((_extent(atom, known)[0] for atom in item.atoms), default=0)


def _extent(atom: Atom, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """Return how deeply *atom* nests and how much is in it; what stands in it often is looked at once."""
    found = known.get(id(atom))
    if found is None:
        parts = held_by(atom)
        inner = [_extent(each, known) for part in parts for each in part.atoms if type(each) in _WITH_PARTS]
        down = 1 + max((each for each, _ in inner), default=0) if parts else 0
        found = known[id(atom)] = (down, len(parts) + sum(each for _, each in inner))
    return found


def mentions(item: AbstractValue, atom: Atom) -> bool:
    """Return whether *atom* is *item*, or stands in its tuples, methods, partials …; ⊤ may be anything."""
    if item.is_unknown:
        return True
    for each in item.atoms:
        if (type(each) is type(atom) and each == atom) or (type(each) is Method and each.function == atom):
            return True
        if type(each) in _WITH_PARTS and any(mentions(part, atom) for part in held_by(each)):
            return True
    return False


def held_by(atom: Atom) -> tuple[AbstractValue, ...]:
    """Return the values that stand in *atom* itself, and not in the heap."""
    match atom:
        case Tuple(items, rest):
            return items if rest is None else (*items, rest)
        case Dataset(element) | PythonIterator(element):
            return (element,)
        case Method(function, receiver):
            return (receiver, *held_by(function))
        case Hybrid(function, signature=signature):
            return (function,) if signature is None else (function, signature)
        case Descriptor(_, function):
            return (function,)
        case Super(_, receiver):
            return (receiver,)
        case Partial(function, args, kwargs):
            return (function, *args, *(v for _, v in kwargs))
        case _:
            return ()


def _in_order(atoms: Collection[_A]) -> list[_A]:
    """Return *atoms* as they are written; those that are written alike, by what they are."""
    if len(atoms) < 2:
        return list(atoms)
    words = {atom: str(atom) for atom in atoms}
    if len(set(words.values())) == len(words):
        return sorted(atoms, key=words.__getitem__)
    return sorted(atoms, key=lambda atom: (words[atom], _identity(atom)))


def _identity(atom: object) -> str:
    match atom:
        case Instance(site=name) | Container(site=name) | PythonIterator(site=name) | Class(id=name):
            return name
        case Function(definition, environment):
            return f"{definition} {environment}"
        case Method(function, receiver):
            return " ".join(map(_identity, (function, *receiver.ordered())))
        case Tuple() | Dataset() | Partial() | Hybrid() | Descriptor() | Super():
            return " ".join(_identity(inner) for part in held_by(atom) for inner in part.ordered())
        case _:
            return ""


def _normal(atoms: frozenset[Atom]) -> frozenset[Atom]:
    """Merge what the lattice merges: one tensor atom a form, few constants, few identities."""
    if atoms >= _UNKNOWN:
        return _UNKNOWN
    kinds = set(map(type, atoms))
    merged = atoms if len(kinds) == len(atoms) else _merged(atoms)  # atoms of one class alone may have to be merged
    if len(merged) > _MOST_IDENTITIES and sum(type(a) in _IDENTITIES for a in merged) > _MOST_IDENTITIES:
        return _UNKNOWN
    return merged if _NESTING.isdisjoint(kinds) else _shallow(merged)


_NESTING: Final = frozenset({Tuple, Dataset, PythonIterator, Partial, Method, Hybrid})
_WITH_PARTS: Final = _NESTING | {Descriptor, Super}
_IDENTITIES: Final = frozenset({Function, Instance, Container, Class, Api, Method, Hybrid})


def _merged(atoms: frozenset[Atom]) -> frozenset[Atom]:
    groups: dict[object, list[Atom]] = {}
    for atom in atoms:
        groups.setdefault(_group(atom), []).append(atom)
    merged: list[Atom] = []
    for group in groups.values():
        merged += group if len(group) == 1 else _merge(group)
    return frozenset(merged)


def _shallow(atoms: frozenset[Atom]) -> frozenset[Atom]:
    for atom in atoms:
        if type(atom) in _NESTING:
            down, parts = _extent(atom, {})
            if down > _DEEPEST or parts > _MOST_PARTS:
                return _UNKNOWN
    return atoms


def _group(atom: Atom) -> object:
    match atom:
        case Tensor(form=form):
            return ("tensor", form)
        case Array(scalar=is_scalar):
            return ("array", is_scalar)
        case Scalar(type=name):
            return ("scalar", name)
        case Tuple(name=name, fields=fields):
            return ("tuple", name, fields)
        case Dataset():
            return "dataset"
        case PythonIterator(site=site, is_dataset=is_dataset):
            return ("iterator", site, is_dataset)
        case _:
            return atom


def _merge(group: list[Atom]) -> Iterable[Atom]:
    first = group[0]
    match first:
        case Scalar(type=name):
            known = {a.constant for a in group if type(a) is Scalar}
            return (Scalar(name),) if ANY in known or len(known) > _MOST_CONSTANTS else group
        case Tensor() | Array() | Tuple() | Dataset() | PythonIterator():
            merged: Atom = first
            for other in group[1:]:
                merged = _merge_two(merged, other)
            return (merged,)
        case _:
            return group


def _merge_two(left: Atom, right: Atom) -> Atom:
    match left, right:
        case Tensor(), Tensor():
            dtype, shape = _same(left.dtype, right.dtype), left.shape.join(right.shape)
            return Tensor(dtype, shape, left.form, left.staged or right.staged, _either(left.made, right.made))
        case Array(), Array():
            return Array(_same(left.dtype, right.dtype), left.shape.join(right.shape), left.scalar)
        case Dataset(), Dataset():
            return Dataset(left.element.join(right.element))
        case PythonIterator(), PythonIterator():
            filled = left.is_filled and right.is_filled
            count = left.count if left.count == right.count else None
            return replace(left, element=left.element.join(right.element), is_filled=filled, count=count)
        case Tuple(), Tuple():
            return _merge_tuples(left, right)
    raise AssertionError(f"cannot merge {left} and {right}")


def _same(left: str | None, right: str | None) -> str | None:
    return left if left == right else None


def _either(left: frozenset[Site], right: frozenset[Site]) -> frozenset[Site]:
    both = left | right if left and right else frozenset()
    return both if len(both) <= _MOST_IDENTITIES else frozenset()


def _merge_tuples(left: Tuple, right: Tuple) -> Tuple:
    if left.rest is None and right.rest is None and len(left.items) == len(right.items):
        return replace(left, items=tuple(a.join(b) for a, b in zip(left.items, right.items, strict=True)))
    everything = [*left.items, *right.items, *(rest for rest in (left.rest, right.rest) if rest is not None)]
    return Tuple((), join_all(everything), left.name, left.fields)
