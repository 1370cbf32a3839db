"""Programs run by TensorFlow and by the interpreter: what each name is afterwards, and what a trace does."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Array,
    Atom,
    Container,
    Dataset,
    Form,
    Instance,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
)
from jupyter_hybridize.interpreter.cells import runner
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.parse import parse
from jupyter_hybridize.source.program import Program, Unit, UnitKind

KNOWLEDGE = Knowledge.load()
UNIT = "program"
PRELUDE = "import numpy as np\nimport tensorflow as tf\nfrom tensorflow import keras\n"
Load = Callable[[str], HeapObject]


def program_of(text: str) -> Program:
    """Return a program of one module."""
    return Program((Unit(UNIT, UnitKind.MODULE, (Cell("0", 0, text, text),)),))


def interpret(text: str) -> Machine:
    """Return the machine after it ran the program's cells, not yet the functions that nobody calls."""
    program = program_of(PRELUDE + text)
    m = Machine(KNOWLEDGE)
    m.parse = parse
    m.order = program.order
    m.units = {unit.name: unit for unit in program.units}
    m.reported = {UNIT}
    runner.run_unit(m, program.units[0])
    return m


def names_of(m: Machine) -> dict[str, AbstractValue]:
    """Return the global names."""
    return dict(m.live.names(module_scope(UNIT)))


def load_from(m: Machine) -> Load:
    """Return a function that looks objects up without leaving a trace."""
    return lambda site: m.live.load(site) or HeapObject(is_open=True)


def describes(load: Load, ours: AbstractValue, real: object) -> bool:
    """Return whether the real value is one of those that *ours* stands for."""
    return any(_atom_describes(load, atom, real) for atom in ours.atoms)


def shape_of(real: object) -> Shape:
    dims = real.shape  # type: ignore[attr-defined]
    return Shape(None) if getattr(dims, "rank", 0) is None else Shape(tuple(dims))


def form_of(real: object) -> Form | None:
    """Return what kind of tensor the real value is, None if it is none."""
    import keras
    import tensorflow as tf

    kinds = (
        (tf.RaggedTensor, Form.RAGGED),
        (tf.SparseTensor, Form.SPARSE),
        (tf.Variable, Form.VARIABLE),
        (keras.Variable, Form.VARIABLE),
        (keras.KerasTensor, Form.KERAS_SYMBOLIC),
        (tf.Tensor, Form.DENSE),
    )
    return next((form for kind, form in kinds if isinstance(real, kind)), None)


def _atom_describes(load: Load, atom: Atom, real: object) -> bool:
    import numpy as np
    import tensorflow as tf

    match atom:
        case Unknown():
            return True
        case Tensor(dtype=dtype, shape=shape, form=form):
            name = getattr(getattr(real, "dtype", None), "name", getattr(real, "dtype", None))
            return form_of(real) is form and dtype in (None, name) and shape.covers(shape_of(real))
        case Array(dtype=dtype, shape=shape, scalar=is_scalar):
            kind = np.generic if is_scalar else np.ndarray
            return isinstance(real, kind) and dtype in (None, real.dtype.name) and shape.covers(Shape(real.shape))
        case Scalar(type=name):
            return type(real).__name__ == name and (not isinstance(atom.constant, int | str) or atom.constant == real)
        case Tuple(items=items, rest=rest):
            parts = tuple(real) if isinstance(real, tuple | tf.TensorShape) else None
            if parts is None or len(parts) < len(items) or (len(parts) > len(items) and rest is None):
                return False
            wanted = [*items, *[rest] * (len(parts) - len(items))]
            return all(
                each is not None and describes(load, each, part) for each, part in zip(wanted, parts, strict=True)
            )
        case Container():
            return _container_describes(load(atom.site), load, atom.type, real)
        case Dataset(element=element):
            return isinstance(real, tf.data.Dataset) and all(describes(load, element, each) for each in real.take(3))
        case PythonIterator(element=element):
            return hasattr(real, "__next__") and all(
                describes(load, element, each) for _, each in zip("ab", real, strict=False)
            )
        case Instance(cls=name):
            return name.rpartition(".")[2].rpartition(":")[2] in {each.__name__ for each in type(real).__mro__}
    return False


def _container_describes(content: HeapObject, load: Load, kind: str, real: object) -> bool:
    if isinstance(real, dict):
        if content.entries is not None:
            same = content.entries.keys() == real.keys()
            return same and all(describes(load, content.entries[key], item) for key, item in real.items())
        return all(describes(load, content.element, item) for item in real.values())
    if kind != type(real).__name__ and not (kind == "list" and inspect.isclass(type(real)) and isinstance(real, list)):
        return False
    if content.items is not None and isinstance(real, list):
        same = len(content.items) == len(real)
        return same and all(describes(load, ours, each) for ours, each in zip(content.items, real, strict=True))
    return all(describes(load, content.element, each) for each in real)  # type: ignore[attr-defined]
