"""Builtins that ask for an object's type or attributes."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    NONE,
    AbstractValue,
    Api,
    Array,
    Atom,
    Class,
    Container,
    Dataset,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Module,
    Partial,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    constant,
    join_all,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras.passed import PASSED
from jupyter_hybridize.knowledge.names import canonical, class_name
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import BOOL, STR, atoms, happens, known, note_unknown, unknown_call

OVERLAY = Overlay()
EXCEPTIONS: Final = {
    "BaseException": "object", "Exception": "BaseException", "KeyboardInterrupt": "BaseException",
    "SystemExit": "BaseException", "GeneratorExit": "BaseException", "ArithmeticError": "Exception",
    "ZeroDivisionError": "ArithmeticError", "OverflowError": "ArithmeticError",
    "FloatingPointError": "ArithmeticError", "AssertionError": "Exception", "AttributeError": "Exception",
    "BufferError": "Exception", "EOFError": "Exception", "ImportError": "Exception",
    "ModuleNotFoundError": "ImportError", "LookupError": "Exception", "IndexError": "LookupError",
    "KeyError": "LookupError", "MemoryError": "Exception", "NameError": "Exception",
    "UnboundLocalError": "NameError", "OSError": "Exception", "FileExistsError": "OSError",
    "FileNotFoundError": "OSError", "PermissionError": "OSError", "TimeoutError": "OSError",
    "ConnectionError": "OSError", "InterruptedError": "OSError", "IsADirectoryError": "OSError",
    "NotADirectoryError": "OSError", "ReferenceError": "Exception", "RuntimeError": "Exception",
    "NotImplementedError": "RuntimeError", "RecursionError": "RuntimeError", "StopIteration": "Exception",
    "StopAsyncIteration": "Exception", "SyntaxError": "Exception", "SystemError": "Exception",
    "TypeError": "Exception", "ValueError": "Exception", "UnicodeError": "ValueError",
    "UnicodeDecodeError": "UnicodeError", "UnicodeEncodeError": "UnicodeError", "Warning": "Exception",
    "UserWarning": "Warning", "DeprecationWarning": "Warning", "FutureWarning": "Warning",
    "RuntimeWarning": "Warning", "SyntaxWarning": "Warning", "ResourceWarning": "Warning",
    "PendingDeprecationWarning": "Warning", "ImportWarning": "Warning",
}  # fmt: skip
_ABSTRACT: Final = {
    "collections.abc.Sequence": ("builtins.list", "builtins.tuple", "builtins.range", "builtins.str", "builtins.bytes"),
    "collections.abc.Mapping": ("builtins.dict",),
    "collections.abc.Callable": ("builtins.function",),
    "numbers.Number": ("builtins.int", "builtins.float", "builtins.bool", "builtins.complex"),
    "numbers.Real": ("builtins.int", "builtins.float", "builtins.bool"),
    "numbers.Integral": ("builtins.int", "builtins.bool"),
}
_PLAIN: Final = (Scalar, Tuple, Container, Dataset, Tensor, Array, Function, Module, Partial, Hybrid, PythonIterator)
_CHANGES_WHEN_TRACED: Final = ("numpy.", "builtins.float", "builtins.complex", "numbers.")
_DTYPE_KINDS: Final = {
    "numpy.floating": ("float",), "numpy.integer": ("int", "uint"), "numpy.signedinteger": ("int",),
    "numpy.unsignedinteger": ("uint",), "numpy.complexfloating": ("complex",), "numpy.inexact": ("float", "complex"),
    "numpy.number": ("float", "int", "uint", "complex"), "numpy.bool": ("bool",), "numpy.bool_": ("bool",),
}  # fmt: skip

for _name, _base in EXCEPTIONS.items():
    OVERLAY.cls(f"builtins.{_name}", bases=(f"builtins.{_base}",))
OVERLAY.cls("builtins.EnvironmentError", "builtins.IOError", bases=("builtins.OSError",))
OVERLAY.cls("builtins.object", "builtins.type", "builtins.function", "builtins.bytearray", "builtins.memoryview")
OVERLAY.cls("builtins.int", "builtins.float", "builtins.complex", "builtins.str", "builtins.bytes", "builtins.tuple")
OVERLAY.cls("builtins.list", "builtins.dict", "builtins.set", "builtins.frozenset", "builtins.range", "builtins.slice")
OVERLAY.cls("builtins.bool", bases=("builtins.int",))
OVERLAY.cls("builtins.NoneType", "builtins.ellipsis", "collections.deque")


@OVERLAY.function("builtins.isinstance")
def isinstance_(call: Call) -> AbstractValue:
    """``isinstance``: exact where the classes are known."""
    item, classes = call.argument(0), call.argument(1)
    wanted = _wanted(call, classes)
    if wanted is None:
        return BOOL
    _note_change(call, item, wanted)
    call.host.given(item, f"of which `{call.text}` asks the type")
    answers = {_atom_is(call, atom, wanted) for atom in item.atoms}
    return constant(answers == {Answer.YES}) if len(answers) == 1 and Answer.UNKNOWN not in answers else BOOL


def _wanted(call: Call, classes: AbstractValue) -> list[Atom] | None:
    """Return the classes asked for, None where one is not known."""
    atom = classes.only()
    if isinstance(atom, Tuple):
        inner = [_wanted(call, item) for item in atom.items]
        parts = [part for part in inner if part is not None]
        return [each for part in parts for each in part] if atom.rest is None and len(parts) == len(inner) else None
    if classes == NONE:
        return [Api("builtins.NoneType")]
    return [atom] if isinstance(atom, Api | Class) else None


def _note_change(call: Call, item: AbstractValue, wanted: list[Atom]) -> None:
    """Record that the answer changes where an ndarray argument becomes a tensor."""
    names = [canonical(atom.name) for atom in wanted if isinstance(atom, Api)]
    if call.host.mode.is_traced and item.has(Tensor) and any(n.startswith("tensorflow.python.") for n in names):
        happens(call, EffectKind.ASKS_MODE, Answer.UNKNOWN, reason="isinstance")
    if call.host.mode.is_traced and item.has(Tensor) and "tensorflow.IndexedSlices" in names:
        # no gradient of a graph loop is sparse
        happens(call, EffectKind.ASKS_MODE, Answer.UNKNOWN, reason="isinstance")
    if not item.origins:
        return
    if call.host.mode.is_traced and PASSED in item.origins and item.has(Tensor):
        happens(call, EffectKind.ASKS_MODE, Answer.UNKNOWN, reason="isinstance")
    if call.host.mode.is_traced and item.has(Tensor) and any(n.startswith(_CHANGES_WHEN_TRACED) for n in names):
        happens(call, EffectKind.ASKS_MODE, Answer.UNKNOWN, reason="isinstance")
    tensor_asked = any(n == "tensorflow.Tensor" or n.startswith(_CHANGES_WHEN_TRACED) for n in names)
    if not call.host.mode.is_traced and item.has(Array) and tensor_asked:
        happens(call, EffectKind.ASKS_MODE, Answer.YES, reason="isinstance")


def _atom_is(call: Call, atom: Atom, wanted: list[Atom]) -> Answer:
    answers = [_is_one(atom, cls) for cls in wanted]
    if Answer.YES in answers:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.NO


def _is_one(atom: Atom, cls: Atom) -> Answer:
    if cls == Api("builtins.object"):
        return Answer.YES
    if isinstance(cls, Class):
        return _is_user_class(atom, cls)
    if not isinstance(cls, Api):
        return Answer.UNKNOWN
    wanted = canonical(cls.name)
    match atom:
        case Unknown() | Instance() | Class() | Api() | Method():
            return Answer.YES if isinstance(atom, Instance) and canonical(atom.cls) == wanted else Answer.UNKNOWN
        case Tensor():
            return _tensor_is(atom, wanted)
        case Array():
            return _array_is(atom, wanted)
        case Container(type=name) if "." in name:
            return Answer.YES if name == wanted else Answer.UNKNOWN
        case Tuple(name=name) if name and not name.startswith("builtins."):
            return Answer.YES if wanted == "builtins.tuple" and "." not in name else Answer.UNKNOWN
    return _plain_is(atom, wanted)


def _is_user_class(atom: Atom, cls: Class) -> Answer:
    if isinstance(atom, Instance) and atom.cls == cls.id:
        return Answer.YES
    if isinstance(atom, Tuple):
        return Answer.NO if atom.name == "" else Answer.UNKNOWN
    return Answer.NO if isinstance(atom, _PLAIN) else Answer.UNKNOWN


def _tensor_is(atom: Tensor, wanted: str) -> Answer:
    if atom.form is Form.VARIABLE or not wanted.startswith(("tensorflow.", "keras.", "builtins.", "numpy.")):
        return Answer.UNKNOWN if not wanted.startswith(("builtins.", "numpy.")) else Answer.NO
    if wanted in ("tensorflow.Tensor", "tensorflow.RaggedTensor", "tensorflow.SparseTensor", "keras.KerasTensor"):
        return Answer.YES if class_name(atom) == wanted else Answer.NO
    if wanted in ("tensorflow.Variable", "keras.Variable", "tensorflow.IndexedSlices", "tensorflow.TensorShape"):
        return Answer.NO
    return Answer.NO if wanted.startswith(("builtins.", "numpy.")) else Answer.UNKNOWN


def _array_is(atom: Array, wanted: str) -> Answer:
    if wanted.startswith(("tensorflow.", "keras.")):
        return Answer.NO if wanted.rpartition(".")[2] in ("Tensor", "Variable", "RaggedTensor") else Answer.UNKNOWN
    if wanted == "numpy.ndarray":
        return Answer.NO if atom.scalar else Answer.YES if atom.shape.rank != 0 else Answer.UNKNOWN
    if wanted == "numpy.generic":
        return Answer.YES if atom.scalar else Answer.NO if atom.shape.rank != 0 else Answer.UNKNOWN
    if not atom.scalar and atom.shape.rank not in (0, None) and wanted.startswith(("numpy.", "builtins.")):
        return Answer.NO
    if not atom.scalar or atom.dtype is None:
        return Answer.UNKNOWN
    return _scalar_is(atom.dtype, wanted)


def _scalar_is(dtype: str, wanted: str) -> Answer:
    """Answer for a NumPy scalar: float64, complex128 and str_ are Python's too."""
    parents = {"float64": "builtins.float", "complex128": "builtins.complex"}
    if wanted.startswith("builtins."):
        certain = dtype not in ("string", "object")
        return Answer.YES if parents.get(dtype) == wanted else Answer.NO if certain else Answer.UNKNOWN
    kinds = _DTYPE_KINDS.get(wanted)
    if kinds is not None:
        return Answer.YES if dtype.rstrip("0123456789") in kinds else Answer.NO
    return Answer.YES if wanted == f"numpy.{dtype}" else Answer.UNKNOWN


def _plain_is(atom: Atom, wanted: str) -> Answer:
    own = class_name(atom)
    if wanted in _ABSTRACT:
        return Answer.YES if own in _ABSTRACT[wanted] else Answer.UNKNOWN
    if own is None or not wanted.startswith(("builtins.", "numpy.", "tensorflow.")):
        return Answer.UNKNOWN
    if own == wanted or (own, wanted) == ("builtins.bool", "builtins.int"):
        return Answer.YES
    exact = isinstance(atom, Scalar | Container | Tuple)
    return Answer.NO if exact and not (wanted.startswith("tensorflow.") and "tf." in str(atom)) else Answer.UNKNOWN


@OVERLAY.function("builtins.issubclass")
def issubclass_(call: Call) -> AbstractValue:
    """``issubclass``."""
    return BOOL


@OVERLAY.function("builtins.type")
def type_(call: Call) -> AbstractValue:
    """``type(x)``; with three arguments it makes a class nobody sees into."""
    if len(call.arguments.every()) != 1:
        return unknown_call(call, "dynamic")
    item = call.argument(0)
    call.host.given(item, f"of which `{call.text}` asks the type")
    if item.origins and item.has(Tensor, Array):
        happens(call, EffectKind.ASKS_MODE, Answer.UNKNOWN, reason="type")
    return join_all(_class_of(call, atom) for atom in atoms(item))


def _class_of(call: Call, atom: Atom) -> AbstractValue:
    match atom:
        case Instance(cls=name):
            return call.host.attribute(value(atom), "__class__") if ":" in name else value(Api(name))
        case Unknown():
            return value(Unknown())
        case Array(scalar=True, dtype=str(dtype)):
            return value(Api(f"numpy.{dtype}"))
    known_name = class_name(atom)
    return value(Api(known_name)) if known_name is not None else value(Unknown())


@OVERLAY.function("builtins.hasattr")
def hasattr_(call: Call) -> AbstractValue:
    """``hasattr(t, "numpy")`` tells an eager tensor from a symbolic one."""
    item, name = call.argument(0), known([call.argument(1)])
    if name is None or not isinstance(name[0], str):
        note_unknown(call, item)
        return BOOL
    tensors = [atom for atom in item.each(Tensor) if atom.form is not Form.VARIABLE]
    if name[0] in _EAGER_ATTRIBUTES and (tensors or item.is_unknown):
        certainty = Answer.YES if tensors else Answer.UNKNOWN
        happens(call, EffectKind.ASKS_MODE, certainty, reason="hasattr", detail=name[0])
        return BOOL
    if any(isinstance(atom, Array | Scalar | Unknown | Api | Tensor) for atom in item.atoms):
        return BOOL
    found = call.host.attribute(item, name[0])
    return constant(False) if found.is_bottom else BOOL


_EAGER_ATTRIBUTES: Final = ("numpy", "_numpy", "__array__", "__array_interface__", "__len__", "__bool__", "__iter__")


@OVERLAY.function("builtins.getattr")
def getattr_(call: Call) -> AbstractValue:
    """``getattr``: like the attribute where its name is known."""
    names = _names(call.argument(1))
    if names is None:
        return unknown_call(call, "getattr")
    default = call.argument(2)
    return join_all(_attribute(call, name, default) for name in names)


def _attribute(call: Call, name: str, default: AbstractValue) -> AbstractValue:
    found = call.host.attribute(call.argument(0), name)
    return found if default.is_bottom else found.join(default)


def _names(item: AbstractValue) -> list[str] | None:
    found = [atom.constant for atom in item.each(Scalar)]
    names = [name for name in found if isinstance(name, str)]
    return names if names and len(names) == len(item.atoms) else None


@OVERLAY.function("builtins.setattr", "builtins.object.__setattr__")
def setattr_(call: Call) -> AbstractValue:
    """``setattr``: like the assignment where the name is known."""
    names = _names(call.argument(1))
    if names is None or len(names) != 1:
        call.host.set_attribute(call.argument(0), "…", call.argument(2))
        return unknown_call(call, "setattr")
    call.host.set_attribute(call.argument(0), names[0], call.argument(2))
    return NONE


@OVERLAY.method("builtins.object", "__setattr__")
@OVERLAY.method("keras.Layer", "__setattr__")
@OVERLAY.method("tensorflow.Module", "__setattr__")
def set_own_attribute(call: Call) -> AbstractValue:
    """``super().__setattr__(name, item)``."""
    names = _names(call.argument(0))
    if names is None or len(names) != 1:
        call.host.set_attribute(call.receiver, "…", call.argument(1))
        return unknown_call(call, "setattr")
    call.host.set_attribute(call.receiver, names[0], call.argument(1))
    return NONE


@OVERLAY.function("builtins.delattr")
def delattr_(call: Call) -> AbstractValue:
    """``delattr``: not followed."""
    return unknown_call(call, "delattr")


@OVERLAY.method("builtins.object", "__str__", "__repr__", "__format__")
def show(call: Call) -> AbstractValue:
    """What every object can be turned into."""
    return STR


@OVERLAY.property("builtins.type", "__name__", "__qualname__", "__module__")
@OVERLAY.property("builtins.function", "__name__", "__qualname__", "__module__")
def name_of(call: Call) -> AbstractValue:
    """The name of a function or class."""
    return STR


@OVERLAY.property("builtins.BaseException", "args")
def exception_arguments(call: Call) -> AbstractValue:
    """``error.args``."""
    return value(Tuple((), value(Unknown())))


@OVERLAY.method("builtins.BaseException", "with_traceback")
def with_traceback(call: Call) -> AbstractValue:
    """``error.with_traceback(tb)``."""
    return call.receiver
