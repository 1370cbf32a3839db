"""The libraries, as the interpreter sees them: what a name is, what a call returns and does, what a method does."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import jupyter_hybridize.knowledge as package
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import BOTTOM, TOP, AbstractValue, Api, Module, scalar, value
from jupyter_hybridize.knowledge.costs import Costs
from jupyter_hybridize.knowledge.declared import DeclaredEffects, load_effects, load_families
from jupyter_hybridize.knowledge.families.registration import Family
from jupyter_hybridize.knowledge.families.run import run_op
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.names import canonical
from jupyter_hybridize.knowledge.overlay import LibraryClass, Overlay, Transfer
from jupyter_hybridize.knowledge.table import Table
from jupyter_hybridize.knowledge.tensorflow.staged import note_call, note_method
from jupyter_hybridize.knowledge.xla import Xla

_K = TypeVar("_K")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of the libraries: the generated table, and the overlays for what a table cannot say."""

    table: Table
    functions: Mapping[str, Transfer]
    classes: Mapping[str, LibraryClass]
    methods: Mapping[tuple[str, str], Transfer]
    properties: Mapping[tuple[str, str], Transfer]
    constants: Mapping[str, AbstractValue]
    modules: frozenset[str]  # of libraries that only overlays know
    families: Mapping[str, Family]
    effects: DeclaredEffects
    costs: Costs = field(default_factory=Costs.load)
    xla: Xla = field(default_factory=Xla.load)
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, compare=False)  # memo of `mro`
    members: dict[tuple[str, str], AbstractValue] = field(
        default_factory=dict, init=False, compare=False
    )  # memo of `member`

    @classmethod
    def load(cls) -> Knowledge:
        """Return everything that comes with the package."""
        overlays = list(_overlays())
        functions = _merged((canonical(name), each) for overlay in overlays for name, each in overlay.functions.items())
        classes = _merged((canonical(name), each) for overlay in overlays for name, each in overlay.classes.items())
        constants = _merged((canonical(name), each) for overlay in overlays for name, each in overlay.constants.items())
        table = Table.load()
        known = {*classes, *table.classes}
        registered = (*functions, *classes, *constants)
        return cls(
            table,
            functions,
            classes,
            _merged(_by_class(overlay.methods for overlay in overlays)),
            _merged(_by_class(overlay.properties for overlay in overlays)),
            constants,
            frozenset(parent for name in registered for parent in _parents(name) if parent not in known),
            load_families(),
            load_effects(),
        )

    @property
    def version(self) -> str:
        """Return the library version that the knowledge is of."""
        return self.table.version

    def is_module(self, name: str) -> bool:
        """Return whether *name* is a module that something is known of."""
        name = canonical(name)
        return name in self.table.modules or name in self.modules

    def is_class(self, name: str) -> bool:
        """Return whether *name* is a library class."""
        name = canonical(name)
        return name in self.classes or name in self.table.classes

    def runs_always(self, name: str) -> bool:
        """Return whether a graph runs the ops of function *name* though nothing uses their result."""
        name = canonical(name)
        signature = self.table.functions.get(name)
        ops = signature.ops if signature is not None else frozenset()
        checks = bool(ops) and all(self.table.stateful.get(op) in ("assert", "print") for op in ops)
        return checks or name.startswith("tensorflow.summary.")

    def member(self, module: str, name: str) -> AbstractValue:
        """Return attribute *name* of a library module or class: ⊥ if there certainly is none."""
        key = module, name
        if key not in self.members:
            self.members[key] = _member(self, module, name)
        return self.members[key]

    def exported(self, module: str) -> tuple[str, ...] | None:
        """Return the names that ``from module import *`` binds, None where they are not known."""
        name = canonical(module)
        if name in self.table.modules:
            return tuple(sorted(each for each in self.table.modules[name] if not each.startswith("_")))
        if name not in self.modules:
            return None
        known = (*self.functions, *self.classes, *self.constants)
        inner = {each.rpartition(".")[2] for each in known if each.rpartition(".")[0] == name}
        return tuple(sorted(each for each in inner if not each.startswith("_")))

    def mro(self, cls: str) -> tuple[str, ...]:
        """Return *cls* and its library bases, in the order Python searches them."""
        known = self.orders.get(cls)
        if known is None:
            name = canonical(cls)
            bases = _bases(self, name)
            known = (name, *_linearized([*(list(self.mro(base)) for base in bases), bases]))
            self.orders[cls] = known
        return known

    def has_method(self, cls: str, name: str) -> bool:
        """Return whether a class in the order of *cls* is known to have method *name*."""
        members = self.table.members
        for owner in self.mro(cls):
            if (owner, name) in self.methods or (owner in members and name in members[owner]):
                return True
        return False

    def call_method(self, cls: str, call: Call) -> AbstractValue | None:
        """Return what calling method ``call.name`` of an object of *cls* gives, None where nothing is known."""
        note_method(call)
        transfer = _found(self, self.methods, cls, call.name)
        return None if transfer is None else transfer(call)

    def read(self, cls: str, call: Call) -> AbstractValue | None:
        """Return what reading attribute ``call.name`` of an object of *cls* gives, None where nothing is known."""
        transfer = _found(self, self.properties, cls, call.name)
        return None if transfer is None else transfer(call)

    def call(self, call: Call) -> AbstractValue:
        """Return what calling a library function or class gives, recording what it does."""
        name = canonical(call.name)
        note_call(call, name)
        if name in self.functions:
            return self.functions[name](call)
        effect = self.effects.of(name)
        if effect is not None:
            call.host.effect(effect.kind, call.text or name, answer=effect.answer, reason=effect.reason)
        if self.is_class(name):
            return _construct(self, name, call)
        signature = self.table.functions.get(name)
        if signature is not None and (name in self.families or signature.is_op):
            return run_op(call, name, signature, self.families.get(name))
        if effect is None:
            _note_unknown(call)
        call.host.escape(*call.arguments.every())
        return TOP


def _member(knowledge: Knowledge, module: str, name: str) -> AbstractValue:
    owner = canonical(module)
    path = canonical(f"{owner}.{name}")
    if path in knowledge.constants:
        return knowledge.constants[path]
    if path in knowledge.table.constants:
        return knowledge.table.constants[path]
    if knowledge.is_module(path) and (path in knowledge.table.modules or path not in knowledge.functions):
        return value(Module(path))  # a function is no module, though what it returns has functions below its name
    if path in knowledge.functions or knowledge.is_class(path) or path in knowledge.table.functions:
        return value(Api(path))
    return _unlisted(knowledge, owner, name, path)


def _unlisted(knowledge: Knowledge, owner: str, name: str, path: str) -> AbstractValue:
    if name == "__version__":
        return scalar("str")
    listed = knowledge.table.modules.get(owner)
    if not listed or name in listed:
        return value(Api(path))
    return TOP if name.startswith("_") else BOTTOM


def _bases(knowledge: Knowledge, name: str) -> list[str]:
    listed = knowledge.classes[name].bases if name in knowledge.classes else ()
    return [canonical(base) for base in listed] or list(knowledge.table.classes.get(name, ()))


def _found(knowledge: Knowledge, table: Mapping[tuple[str, str], Transfer], cls: str, name: str) -> Transfer | None:
    for owner in knowledge.mro(cls):
        if (owner, name) in table:
            return table[owner, name]
    return None


def _construct(knowledge: Knowledge, name: str, call: Call) -> AbstractValue:
    is_known = (
        name in knowledge.classes or knowledge.effects.is_harmless(name) or knowledge.effects.of(name) is not None
    )
    if not is_known:
        _note_unknown(call)
        call.host.escape(*call.arguments.every())
    return call.host.new_object(name)


@functools.cache
def shipped() -> Knowledge:
    """Return what comes with the package, 5 MB that all share: nothing changes it."""
    return Knowledge.load()


def _note_unknown(call: Call) -> None:
    call.host.effect(EffectKind.UNKNOWN_CALL, call.text or call.name, answer=Answer.UNKNOWN, reason=call.name)


def _overlays() -> Iterator[Overlay]:
    for module in sorted(each.name for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")):
        found = getattr(importlib.import_module(module), "OVERLAY", None)
        if isinstance(found, Overlay):
            yield found


def _by_class(tables: Iterable[Mapping[tuple[str, str], Transfer]]) -> Iterator[tuple[tuple[str, str], Transfer]]:
    return (((canonical(cls), name), transfer) for table in tables for (cls, name), transfer in table.items())


def _merged(rows: Iterator[tuple[_K, _T]]) -> dict[_K, _T]:
    merged: dict[_K, _T] = {}
    for key, item in rows:
        if merged.setdefault(key, item) != item:
            raise ValueError(f"two overlays describe {key}")
    return merged


def _parents(name: str) -> Iterator[str]:
    while "." in name:
        name = name.rpartition(".")[0]
        yield name


def _linearized(orders: Iterable[list[str]]) -> Iterator[str]:
    """Merge the orders of the bases as Python does (C3), keeping the first where they disagree."""
    rest = [order for order in orders if order]
    while rest:
        good = (order[0] for order in rest if not any(order[0] in other[1:] for other in rest))
        chosen = next(good, rest[0][0])
        yield chosen
        rest = [[name for name in order if name != chosen] for order in rest]
        rest = [order for order in rest if order]
