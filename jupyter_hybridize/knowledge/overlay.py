"""How overlays register what a table cannot say: functions, classes, methods and properties of libraries.

Names are canonical: the library's import name in full and the shortest public path (``tensorflow.reduce_sum``,
``keras.layers.Dense``, ``numpy.zeros``, ``builtins.len``). :mod:`jupyter_hybridize.knowledge.names` turns every alias
into it. Values that are no heap instances have a class name too: ``tensorflow.Tensor``, ``tensorflow.Variable``,
``tensorflow.RaggedTensor``, ``tensorflow.SparseTensor``, ``tensorflow.data.Dataset``, ``numpy.ndarray``,
``keras.KerasTensor``, ``builtins.list`` and so on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from jupyter_hybridize.domain.value import AbstractValue
from jupyter_hybridize.knowledge.host import Call

Transfer = Callable[[Call], AbstractValue]


@dataclass(frozen=True, slots=True)
class LibraryClass:
    """A class of a library: its bases, and what may be done with it."""

    name: str
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlay:
    """What one overlay module knows. The dicts are filled while the module is imported and only read afterwards."""

    functions: dict[str, Transfer] = field(default_factory=dict)
    classes: dict[str, LibraryClass] = field(default_factory=dict)
    methods: dict[tuple[str, str], Transfer] = field(default_factory=dict)
    properties: dict[tuple[str, str], Transfer] = field(default_factory=dict)
    constants: dict[str, AbstractValue] = field(default_factory=dict)

    def function(self, *names: str) -> Callable[[Transfer], Transfer]:
        """Register the transfer function of the library functions (or class constructors) *names*."""

        def register(transfer: Transfer) -> Transfer:
            self.functions.update(dict.fromkeys(names, transfer))
            return transfer

        return register

    def cls(self, *names: str, bases: tuple[str, ...] = ()) -> None:
        """Register library classes; without a constructor of their own they make a plain instance."""
        self.classes.update({name: LibraryClass(name, bases) for name in names})

    def method(self, cls: str, *names: str) -> Callable[[Transfer], Transfer]:
        """Register the transfer function of methods *names* of class *cls* (``call.receiver`` is the object)."""

        def register(transfer: Transfer) -> Transfer:
            self.methods.update({(cls, name): transfer for name in names})
            return transfer

        return register

    def property(self, cls: str, *names: str) -> Callable[[Transfer], Transfer]:
        """Register what reading attributes *names* of an object of *cls* gives (``call.name`` is the attribute)."""

        def register(transfer: Transfer) -> Transfer:
            self.properties.update({(cls, name): transfer for name in names})
            return transfer

        return register
