"""Sorts live objects by how their state is read and put back."""

from __future__ import annotations

import array
import collections
import enum
import functools
import io
import logging
import random
import sys
import threading
import types
import weakref
from dataclasses import dataclass
from typing import Any  # classes that have no public name

import numpy as np
import tensorflow as tf
from tensorflow.python.data.ops.iterator_ops import IteratorBase
from tensorflow.python.eager.context import Context
from tensorflow.python.eager.polymorphic_function.concrete_function import ConcreteFunction
from tensorflow.python.ops.lookup_ops import DenseHashTable, MutableHashTable
from tensorflow.python.ops.resource_variable_ops import BaseResourceVariable

from jupyter_hybridize.runtime.state.raw_access import Layout, Origins, ancestry, class_module, read_layout


class Kind(enum.Enum):
    """How an object's state is read."""

    ATOM = enum.auto()  # never changes, or not by what a function does
    LIST = enum.auto()
    DICT = enum.auto()
    SET = enum.auto()
    FIXED = enum.auto()  # a tuple or frozenset: what it holds may change
    DEQUE = enum.auto()
    BYTES = enum.auto()
    ARRAY = enum.auto()
    NDARRAY = enum.auto()
    CELL = enum.auto()
    FUNCTION = enum.auto()
    METHOD = enum.auto()  # bound: Python's, or a built-in's such as ``history.append``
    WRAPPER = enum.auto()  # staticmethod, classmethod, property
    PARTIAL = enum.auto()
    CLASS = enum.auto()
    MODULE = enum.auto()
    RANDOM = enum.auto()
    VARIABLE = enum.auto()
    TABLE = enum.auto()
    CONCRETE = enum.auto()  # a traced graph
    CACHE = enum.auto()  # of functools.lru_cache
    WEAK = enum.auto()
    DATASET = enum.auto()
    OBJECT = enum.auto()
    OPAQUE = enum.auto()  # its state is out of sight
    REFUSED = enum.auto()  # cannot be put back, for a reason in ``unrestorable``


_METHOD_TYPES = (types.MethodType, types.BuiltinMethodType, types.MethodWrapperType)
_ATOMS: tuple[type, ...] = (
    *(int, float, complex, bool, str, bytes, range, slice, type(None), type(...), type(NotImplemented)),
    *(types.CodeType, types.MappingProxyType, types.FrameType, types.TracebackType, types.GenericAlias),
    *(types.GetSetDescriptorType, types.MemberDescriptorType, types.MethodDescriptorType, types.WrapperDescriptorType),
    *(types.ClassMethodDescriptorType, memoryview, BaseException, logging.Logger, logging.Handler),
    *(np.generic, np.dtype, np.ufunc, np.random.SeedSequence, tf.Tensor, tf.Graph, tf.Operation, tf.DType),
    *(tf.TensorShape, tf.TypeSpec, tf.distribute.Strategy, Context),
)
_KINDS: dict[Kind, tuple[Any, ...]] = {
    Kind.ATOM: _ATOMS,
    Kind.LIST: (list,),
    Kind.DICT: (dict,),
    Kind.SET: (set,),
    Kind.FIXED: (tuple, frozenset),
    Kind.DEQUE: (collections.deque,),
    Kind.BYTES: (bytearray,),
    Kind.ARRAY: (array.array,),
    Kind.NDARRAY: (np.ndarray,),
    Kind.CELL: (types.CellType,),
    Kind.FUNCTION: (types.FunctionType,),
    Kind.METHOD: _METHOD_TYPES,
    Kind.WRAPPER: (staticmethod, classmethod, property, functools.cached_property),
    Kind.PARTIAL: (functools.partial, functools.partialmethod),
    Kind.CLASS: (type,),
    Kind.MODULE: (types.ModuleType,),
    Kind.RANDOM: (random.Random, np.random.Generator, np.random.RandomState, np.random.BitGenerator),
    Kind.VARIABLE: (BaseResourceVariable,),
    Kind.TABLE: (MutableHashTable, DenseHashTable),
    Kind.CONCRETE: (ConcreteFunction,),
    Kind.CACHE: (functools._lru_cache_wrapper,),
    Kind.WEAK: (weakref.ref,),
    Kind.DATASET: (tf.data.Dataset,),
}
_IO_BASE: Any = io.IOBase.__mro__[1]  # the C class, which StringIO has too
_ITERATORS: tuple[Any, ...] = (
    type(iter([])),
    type(reversed([])),
    type(iter(())),
    type(iter({})),
    type(iter(set())),
    type(iter(range(1))),
)
_REFUSALS: dict[str, tuple[Any, ...]] = {
    "a tf.data iterator cannot be rewound": (IteratorBase,),
    "a generator cannot be rewound": (types.GeneratorType, types.AsyncGeneratorType, types.CoroutineType),
    "an iterator cannot be rewound": (zip, map, filter, enumerate, reversed, type(iter(int, 1)), *_ITERATORS),
    "what is read from or written to a file stays so": (_IO_BASE,),
    "a thread goes on by itself": (threading.Thread,),
    "a lock that is held stays held": (type(threading.Lock()), type(threading.RLock())),
    "what a queue of TensorFlow gave or took stays so": (tf.queue.QueueBase,),
    "what a summary writer wrote stays written": (tf.summary.SummaryWriter,),
    "what was written to a record file stays there": (tf.io.TFRecordWriter,),
}
_REFUSED_ROOTS = {
    "itertools": "an iterator cannot be rewound",
    "_csv": "what was read from or written to a file stays so",
    "pandas": "a pandas object may be changed in place, and is not copied",
    "polars": "a polars object may be changed in place, and is not copied",
    "matplotlib": "what is drawn on a figure stays there",
    "socket": "what went through a socket is gone",
    "_socket": "what went through a socket is gone",
    "subprocess": "another process cannot be put back",
    "multiprocessing": "another process cannot be put back",
    "concurrent": "a thread goes on by itself",
    "sqlite3": "a database is not copied",
    "h5py": "what is read from or written to a file stays so",
    "ipywidgets": "what a widget shows stays so",
}
_IGNORED_ROOTS = frozenset(
    "IPython ipykernel jupyter_client traitlets zmq tornado asyncio logging re _sre datetime decimal fractions uuid "
    "pathlib zoneinfo _struct hashlib _hashlib google ml_dtypes builtins _contextvars tqdm inspect typing _abc".split()
)
_SILENT_ROOTS = frozenset({"tensorflow", "keras", "numpy", "jax", "wrapt", "_wrappers", "optree", "jupyter_hybridize"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of all instances of a class."""

    cls: type
    kind: Kind
    reason: str  # why an object that is REFUSED or OPAQUE cannot be put back
    layout: Layout
    is_library_made: bool  # a library other than the standard one had a part in it
    is_users: bool  # its definition is the user's


class Kinds:
    """Remembers what is known of each class met; one walk has one of these."""

    def __init__(self) -> None:
        self._origins = Origins()
        self._exact = {id(cls): kind for kind, classes in _KINDS.items() for cls in classes}
        self._reasons = {id(cls): reason for reason, classes in _REFUSALS.items() for cls in classes}
        self._known: dict[int, Facts] = {}

    def facts(self, value: object) -> Facts:
        """Return what is known of the class of *value*."""
        cls = type(value)
        known = self._known.get(id(cls))
        if known is None:
            layout = read_layout(cls)
            made = self._origins.is_library_made(cls)
            users = not self._origins.is_library_class(cls)
            known = self._known[id(cls)] = Facts(cls, *self._classify(cls, layout), layout, made, users)
        return known

    def of(self, value: object) -> Kind:
        """Return the kind of *value*."""
        return self.facts(value).kind

    def is_users(self, value: Any) -> bool:
        """Return whether *value* is code of the user's, or of a class of the user's."""
        facts = self.facts(value)
        if facts.kind is Kind.FUNCTION:
            return not self._origins.is_library_file(value.__code__.co_filename)
        if facts.kind is Kind.MODULE:
            return not self._origins.is_library_module(str(vars(value).get("__name__", "")))
        return not self._origins.is_library_class(value) if facts.kind is Kind.CLASS else facts.is_users

    def _classify(self, cls: type, layout: Layout) -> tuple[Kind, str]:
        for each in ancestry(cls):
            if id(each) in self._reasons:
                return Kind.REFUSED, self._reasons[id(each)]
            if id(each) in self._exact:
                return self._exact[id(each)], ""
            root = class_module(each).partition(".")[0]
            if root in _REFUSED_ROOTS:
                return Kind.REFUSED, _REFUSED_ROOTS[root]
        root = class_module(cls).partition(".")[0]
        if root in _IGNORED_ROOTS:
            return Kind.ATOM, ""
        if layout.is_visible:
            return Kind.OBJECT, ""
        return (Kind.ATOM, "") if root in _SILENT_ROOTS else (Kind.OPAQUE, "its state is out of sight")


def is_output_stream(value: object) -> bool:
    """Return whether *value* is where the process prints to or reads from."""
    standard = (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__, sys.stdin, sys.__stdin__)
    return any(value is each for each in standard)
