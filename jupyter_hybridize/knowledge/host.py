"""What a piece of library knowledge may ask of the interpreter that is calling it.

The interpreter implements :class:`Host`; overlays see nothing else of it. So knowledge can call user functions back
(``tf.map_fn``, ``Dataset.map``, ``Layer.__call__``) without importing upward.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Constant, Site

GIVEN: Final = "given:"  # the origin of a number or array that a function of the program gave as it stands


class Mode(enum.Enum):
    """How the code being interpreted is run."""

    EAGER = "eager"
    CONVERTED = "converted"  # traced, rewritten by AutoGraph
    UNCONVERTED = "unconverted"  # traced, as plain Python

    is_traced: bool  # tensors are symbolic here; no property, as each name and call asks for it

    def __init__(self, word: str) -> None:
        self.is_traced = word != "eager"


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one call.

    ``star`` is the join of what an ``*args`` of unknown length brings, ``double_star`` of a ``**kwargs``; both are ⊥
    where there is none.
    """

    positional: tuple[AbstractValue, ...] = ()
    keywords: dict[str, AbstractValue] = field(default_factory=dict)
    star: AbstractValue = BOTTOM
    double_star: AbstractValue = BOTTOM

    @property
    def is_exact(self) -> bool:
        """Return whether every argument is known by position or name."""
        return not self.star.atoms and not self.double_star.atoms

    def every(self) -> tuple[AbstractValue, ...]:
        """Return all argument values, in no particular role."""
        if self.star is BOTTOM and self.double_star is BOTTOM:  # as in nearly all calls
            return (*self.positional, *self.keywords.values()) if self.keywords else self.positional
        extra = [item for item in (self.star, self.double_star) if item.atoms]
        return (*self.positional, *self.keywords.values(), *extra)

    def get(self, position: int | None, *names: str) -> AbstractValue | None:
        """Return the argument at *position* (after the receiver) or by one of *names*; None if it is not given."""
        if position is not None and position < len(self.positional):
            return self.positional[position]
        for name in names if self.keywords else ():
            if name in self.keywords:
                return self.keywords[name]
        return None


class Host(Protocol):
    """The interpreter, as knowledge sees it."""

    @property
    def mode(self) -> Mode:
        """Return how the calling code is run."""

    def effect(
        self, kind: EffectKind, target: str, *, answer: Answer = Answer.NO, detail: str = "", reason: str = ""
    ) -> None:
        """Record an effect at the current call site."""

    def blame_makers(
        self, item: AbstractValue, kind: EffectKind, target: str, *, detail: str = "", reason: str = ""
    ) -> None:
        """Record of the functions of the program that returned *item* when run eagerly what its use here shows."""

    def given(self, item: AbstractValue, use: str) -> None:
        """Record of the functions of the program that gave *item*, a number or array, the *use* of it as such here."""

    def tensor_op(self, name: str, count: int = 1, *, fits: bool = False) -> None:
        """Record that *count* TensorFlow operations are run here; one that *fits* its arguments raises for no shape."""

    def chooses(self, item: AbstractValue) -> None:
        """Note that the tensor *item* chooses what runs."""

    def call(self, function: AbstractValue, arguments: Arguments, mode: Mode | None = None) -> AbstractValue:
        """Call any value (in *mode*, else in the present one) and return the result."""

    def call_later(self, function: AbstractValue, arguments: Arguments) -> AbstractValue:
        """Call what the graph calls each time it runs, as ``tf.py_function`` does."""

    def call_of_layer(
        self, layer: AbstractValue, function: AbstractValue, arguments: Arguments, mode: Mode, *, is_built: bool = False
    ) -> AbstractValue:
        """Call *function* as Keras does when *layer* is called, or (*is_built*) built since that was never called."""

    def attribute(self, owner: AbstractValue, name: str) -> AbstractValue:
        """Return ``owner.name`` (⊥ if there certainly is none), recording what reading it does."""

    def set_attribute(self, owner: AbstractValue, name: str, item: AbstractValue) -> None:
        """Do ``owner.name = item``."""

    def has_user_method(self, owner: AbstractValue, name: str) -> bool:
        """Return whether a class of the program defines method *name* for *owner*."""

    def iterate(self, item: AbstractValue, *, by_python: bool = True) -> AbstractValue:
        """Return the join of the elements of *item*.

        ``by_python`` says that Python itself iterates (``list(t)``, ``zip``): on a symbolic tensor that is recorded as
        ITERATES_TENSOR.
        """

    def entered(self, cls: str, *, while_tracing: bool = True) -> tuple[AbstractValue, ...]:
        """Return the context managers of class *cls* around the call, of the traced code or of what runs it."""

    def items(self, item: AbstractValue) -> tuple[AbstractValue, ...] | None:
        """Return the elements of a tuple, list or shape one by one, None where they are not all known."""

    def new_list(self, items: Sequence[AbstractValue] | None, element: AbstractValue = BOTTOM) -> AbstractValue:
        """Allocate a list, of known *items* or of some number of *element*."""

    def new_dict(
        self,
        entries: dict[Constant, AbstractValue] | None,
        key: AbstractValue = BOTTOM,
        element: AbstractValue = BOTTOM,
    ) -> AbstractValue:
        """Allocate a dict."""

    def new_object(self, cls: str, attributes: dict[str, AbstractValue] | None = None) -> AbstractValue:
        """Allocate an instance of library class *cls* (or a container type such as ``set``, ``collections.deque``)."""

    def new_iterator(self, element: AbstractValue, *, is_dataset: bool = False) -> AbstractValue:
        """Allocate an iterator."""

    def load(self, site: Site) -> HeapObject:
        """Return the object at *site*."""

    def store(self, site: Site, content: HeapObject, target: str, reason: str) -> None:
        """Replace the object at *site*, recording a mutation of *target* (the user's words) if it outlives the call.

        ``reason`` names the mutating operation, ``"append"`` say.
        """

    def escape(self, *items: AbstractValue) -> None:
        """Forget what is known of everything reachable from *items*: an unknown library got hold of it."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a library function or method, as an overlay receives it."""

    name: str  # canonical
    host: Host
    arguments: Arguments
    receiver: AbstractValue = BOTTOM  # of a method; ⊥ for a function
    text: str = ""  # the call's function as the user wrote it, ``tf.exp`` or ``model.fit``

    def argument(self, position: int | None, *names: str) -> AbstractValue:
        """Return an argument, ⊥ if it is not given."""
        found = self.arguments.get(position, *names)
        return BOTTOM if found is None else found
