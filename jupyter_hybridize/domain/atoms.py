"""Atoms: each describes many concrete Python objects of one kind."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.source.parse import LONGEST_NUMBER

if TYPE_CHECKING:
    from jupyter_hybridize.domain.value import AbstractValue


class Form(enum.Enum):
    """What kind of TensorFlow object a tensor atom is."""

    DENSE = "dense"  # tf.Tensor, eager or symbolic
    VARIABLE = "variable"  # tf.Variable and keras.Variable
    KERAS_SYMBOLIC = "keras-symbolic"  # KerasTensor of the Functional API
    RAGGED = "ragged"
    SPARSE = "sparse"

    __hash__ = object.__hash__  # that of `Enum` is run by Python, and each atom's hash asks for it


class AnyConstant(enum.Enum):
    """The constant of a scalar whose value is not known."""

    ANY = "any"

    __hash__ = object.__hash__


ANY: Final = AnyConstant.ANY
_KEPT: Final = frozenset({str, AnyConstant, bool, type(None)})
_SURELY_SHORT: Final = 1 << 64
Constant = int | float | bool | str | bytes | complex | None | AnyConstant
Site = str  # an allocation site: stable text naming the place (and call path) an object was made at


@dataclass(frozen=True, slots=True)
class Tensor:
    """A TensorFlow tensor. ``dtype`` is TensorFlow's name, None where it is not known."""

    dtype: str | None
    shape: Shape
    form: Form = Form.DENSE
    staged: bool = False  # a graph has a tensor here where eager execution has a number, or may have one
    made: frozenset[Site] = frozenset()  # of a variable: where it was made, empty where that is not known

    def __str__(self) -> str:
        """Return ``f32[2,3]``."""
        mark = {
            Form.DENSE: "",
            Form.VARIABLE: "var ",
            Form.KERAS_SYMBOLIC: "keras ",
            Form.RAGGED: "ragged ",
            Form.SPARSE: "sparse ",
        }
        return f"{mark[self.form]}{dtypes.short(self.dtype)}{self.shape}"


@dataclass(frozen=True, slots=True)
class Array:
    """A NumPy array, or a NumPy scalar (``np.float64(2)``) if ``scalar``."""

    dtype: str | None
    shape: Shape
    scalar: bool = False

    def __str__(self) -> str:
        """Return ``np f64[3]``."""
        return f"np {dtypes.short(self.dtype)}{'' if self.scalar else self.shape}"


@dataclass(frozen=True, slots=True)
class Scalar:
    """An immutable Python value: int, float, bool, str, bytes, complex, NoneType, ellipsis, or ``tf.DType``.

    A ``tf.DType`` has its dtype's name as constant.
    """

    type: str
    constant: Constant = ANY

    def __post_init__(self) -> None:
        """Forget NaN, which equals nothing, -0.0, which equals 0.0 and is another, and what Python will not write."""
        item = self.constant
        if type(item) in _KEPT:
            return
        if isinstance(item, int):
            is_lost = not -_SURELY_SHORT < item < _SURELY_SHORT and item.bit_length() > LONGEST_NUMBER
        else:
            is_lost = isinstance(item, float) and (item != item or (item == 0 and math.copysign(1, item) < 0))
        if is_lost:
            object.__setattr__(self, "constant", ANY)

    def __str__(self) -> str:
        """Return the constant as Python writes it, or the type's name."""
        return self.type if self.constant is ANY else repr(self.constant)


@dataclass(frozen=True, slots=True)
class Tuple:
    """A tuple. ``items`` are the known leading elements; ``rest`` describes any further ones (None: there are none).

    ``name`` tells tuple-like values apart: ``""`` a tuple, ``"tf.TensorShape"``, ``"slice"``, or a namedtuple's class,
    whose ``fields`` name the items.
    """

    items: tuple[AbstractValue, ...]
    rest: AbstractValue | None = None
    name: str = ""
    fields: tuple[str, ...] = ()
    count: int | None = None  # how many elements there are, of a range too long to list them

    @property
    def is_view(self) -> bool:
        """Return whether it is what `d.keys()`, `d.values()` or `d.items()` gives, which is no sequence."""
        return self.name.startswith("builtins.dict_")

    def __str__(self) -> str:
        """Return ``(f32[2], int, …)``."""
        inner = [str(item) for item in self.items] + ([f"{self.rest}…"] if self.rest is not None else [])
        return f"{self.name.rpartition(':')[2]}({', '.join(inner)})"


@dataclass(frozen=True, slots=True)
class Container:
    """A mutable list, dict, set, deque …; its contents stand in the store under ``site``."""

    type: str
    site: Site

    def __str__(self) -> str:
        """Return the container's type."""
        return self.type


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class. ``cls`` is a user class's id (``unit:…``) or a library class's canonical name."""

    cls: str
    site: Site

    def __str__(self) -> str:
        """Return the class's last name."""
        return self.cls.rpartition(".")[2].rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Function:
    """A user function: a definition closed over an environment (the id of its defining scope)."""

    definition: str
    environment: str

    def __str__(self) -> str:
        """Return the function's name."""
        return f"function {self.definition.rpartition(':')[2]}"


@dataclass(frozen=True, slots=True)
class Class:
    """A user class, by id; its attributes stand in the store under the id."""

    id: str

    def __str__(self) -> str:
        """Return the class's name."""
        return f"class {self.id.rpartition(':')[2]}"


@dataclass(frozen=True, slots=True)
class Api:
    """A library function, class, or constant by canonical name (``tensorflow.reduce_sum``, ``builtins.len``)."""

    name: str

    def __str__(self) -> str:
        """Return the name."""
        return self.name


@dataclass(frozen=True, slots=True)
class Module:
    """A module: a library by canonical name, or a unit of the program."""

    name: str

    def __str__(self) -> str:
        """Return the module's name."""
        return f"module {self.name}"


@dataclass(frozen=True, slots=True)
class Method:
    """A function bound to a receiver."""

    function: Function | Api | Hybrid
    receiver: AbstractValue

    def __str__(self) -> str:
        """Return the function's name."""
        return f"method {self.function}"


@dataclass(frozen=True, slots=True)
class Partial:
    """``functools.partial``: a callable with some arguments fixed."""

    function: AbstractValue
    args: tuple[AbstractValue, ...]
    kwargs: tuple[tuple[str, AbstractValue], ...]
    site: str = ""  # where its ``keywords`` stand; none where no program can reach them

    def __str__(self) -> str:
        """Return what it calls."""
        return f"partial {self.function}"


@dataclass(frozen=True, slots=True)
class Hybrid:
    """``tf.function(f)``: a callable that traces."""

    function: AbstractValue
    autograph: bool = True
    signature: AbstractValue | None = None  # a tuple of what each argument is to be; ⊤: it has one, nobody knows which
    relaxes: bool = False  # its traces leave axes open that change from call to call

    def __str__(self) -> str:
        """Return what it wraps."""
        return f"tf.function({self.function})"


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A property, staticmethod or classmethod as it stands in a class body."""

    kind: str  # "property", "staticmethod", "classmethod"
    function: AbstractValue

    def __str__(self) -> str:
        """Return the kind."""
        return self.kind


@dataclass(frozen=True, slots=True)
class Super:
    """``super()``: look-up starts after ``cls`` in the receiver's method resolution order."""

    cls: str
    receiver: AbstractValue

    def __str__(self) -> str:
        """Return ``super``."""
        return "super"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A ``tf.data.Dataset`` of these elements. ``batched`` tells whether a last, smaller batch may come."""

    element: AbstractValue

    def __str__(self) -> str:
        """Return the element type."""
        return f"dataset of {self.element}"


@dataclass(frozen=True, slots=True)
class PythonIterator:
    """An iterator that calls advance: a generator, ``iter(list)``, ``zip(…)``, or one over a data set."""

    element: AbstractValue
    site: Site
    is_dataset: bool = False
    is_filled: bool = False  # it certainly gives something
    count: int | None = None  # how many elements it gives, if that is known

    def __str__(self) -> str:
        """Return the element type."""
        return f"iterator of {self.element}"


@dataclass(frozen=True, slots=True)
class Unknown:
    """⊤: anything at all."""

    def __str__(self) -> str:
        """Return the sign for anything."""
        return "?"


Atom = (
    Tensor | Array | Scalar | Tuple | Container | Instance | Function | Class | Api | Module
    | Method | Partial | Hybrid | Descriptor | Super | Dataset | PythonIterator | Unknown
)  # fmt: skip
