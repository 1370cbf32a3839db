"""What a trace took over from outside the function, and whether that has changed since."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from types import FunctionType, MemberDescriptorType, MethodType, ModuleType
from typing import Any, cast

from jupyter_hybridize.runtime.isolation.user_frames import is_user_file
from jupyter_hybridize.runtime.state.raw_access import (
    ancestry,
    attributes,
    class_module,
    class_name,
    is_kind,
    namespace,
)
from jupyter_hybridize.runtime.watching.code_reads import Read, Root, Step, reads_of
from jupyter_hybridize.runtime.watching.fingerprint import Identity, Mark, fingerprint, layers_of
from jupyter_hybridize.runtime.watching.hybrid_functions import MISSING, definition_of, is_hybrid

MOST_FUNCTIONS = 60  # followed from one hybrid function
CHANGERS = frozenset({"append", "extend", "insert", "add", "update", "setdefault", "clear", "pop"})
CALLS = ("call", "__call__")


@dataclass(frozen=True, slots=True)
class Reader:
    """A function that takes part in a trace, and the object it is a method of."""

    name: str  # qualified, without <locals>
    function: weakref.ref[FunctionType]
    instance: weakref.ref[Any] | None


@dataclass(frozen=True, slots=True)
class Capture:
    """One read of one reader, and what was there when it was traced."""

    reader: Reader
    read: Read
    identity: Identity
    mark: Mark
    flags: bool  # whether it matters which layers are trainable

    @property
    def key(self) -> tuple[object, ...]:
        """Return what tells captures apart: two traces that read the same have one key."""
        instance = None if self.reader.instance is None else self.reader.instance()
        return id(self.reader.function()), id(instance), self.read, self.mark


@dataclass(frozen=True, slots=True)
class Found:
    """Where following a read ended: the last value that can be read without running user code."""

    value: object
    rest: tuple[Step, ...] = ()  # the links that could not be followed
    method: FunctionType | None = None  # the method that the next link names


@dataclass(slots=True)
class Marks:
    """The marks taken at one moment, so that what many functions read is looked at once."""

    known: dict[tuple[int, bool], Mark] = field(default_factory=dict)

    def of(self, value: object, flags: bool) -> Mark:
        """Return the mark of *value*, which the caller keeps alive."""
        key = id(value), flags
        if key not in self.known:
            self.known[key] = fingerprint(value, flags=flags)
        return self.known[key]


@dataclass(frozen=True, slots=True)
class Change:
    """A capture that is not what it was; lives no longer than the caller's use of it."""

    capture: Capture
    change: str  # as in StaleCapture
    value: object  # what is there now
    mark: Mark


def captures_of(function: FunctionType, instance: object | None) -> tuple[Capture, ...]:
    """Return what a trace of *function* (a method of *instance*) has just read, in it and in what it calls."""
    collector = _Collector()
    collector.visit(function, instance)
    return tuple(collector.captures.values())


def changes(captures: Iterable[Capture], marks: Marks) -> Iterator[Change]:
    """Yield those of *captures* that have changed."""
    for capture in captures:
        found = _follow(capture.reader, capture.read)
        if found is None:
            continue
        is_same = capture.identity.of(found.value)
        if is_same and _is_immutable(found.value):
            continue
        mark = marks.of(found.value, capture.flags)
        if mark != capture.mark:
            yield Change(capture, _how(capture, found.value, is_same), found.value, mark)


def _how(capture: Capture, value: object, is_same: bool) -> str:
    if is_same:
        return "(un)frozen" if is_layer(value) else "changed in place"
    return "set anew" if capture.read.steps else "rebound"


def _is_immutable(value: object) -> bool:
    """Return whether one and the same object can have no other mark than before."""
    if is_kind(value, FunctionType, type, ModuleType):
        return True
    kind = type(value)
    return class_module(kind).startswith("tensorflow.") and class_name(kind) in ("EagerTensor", "Function")


class _Collector:
    """Follows the reads of one function into the functions it calls."""

    def __init__(self) -> None:
        self.captures: dict[tuple[object, ...], Capture] = {}
        self._visited: set[tuple[int, int]] = set()
        self._marks = Marks()
        self._kept: list[object] = []  # marks are known by id as long as this object lives

    def visit(self, function: FunctionType, instance: object | None) -> None:
        """Collect what *function* reads."""
        key = id(function), id(instance)
        if key in self._visited or len(self._visited) >= MOST_FUNCTIONS:
            return
        self._visited.add(key)
        reader = _reader(function, instance)
        reads = reads_of(function.__code__, has_self=instance is not None)
        flags = {read.name for read in reads if any(str(step.key).startswith("trainable") for step in read.steps)}
        for read in reads:
            found = _follow(reader, read)
            if found is not None:
                self._collect(reader, read, found, flags=read.name in flags)

    def _collect(self, reader: Reader, read: Read, found: Found, *, flags: bool) -> None:
        self._kept.append(found.value)
        if not _is_only_changed(found) and not _is_own_self(read, found):
            known = replace(read, steps=read.steps[: len(read.steps) - len(found.rest)])
            mark = self._marks.of(found.value, flags)
            key = id(reader), known  # a reader is made once for each visit, and is kept by its captures
            self.captures.setdefault(key, Capture(reader, known, Identity(found.value), mark, flags))
        for function, instance in _called(found):
            self.visit(function, instance)


def _reader(function: FunctionType, instance: object | None) -> Reader:
    held = None if instance is None else weakref.ref(instance)
    return Reader(function.__qualname__.replace("<locals>.", ""), weakref.ref(function), held)


def _is_only_changed(found: Found) -> bool:
    """Return whether the read is there to change a container (``history.append``), which takes nothing over."""
    is_container = is_kind(found.value, list, dict, set)
    return is_container and len(found.rest) == 1 and found.rest[0].key in CHANGERS


def _is_own_self(read: Read, found: Found) -> bool:
    return read.root is Root.SELF and len(found.rest) == len(read.steps)


def _called(found: Found) -> Iterator[tuple[FunctionType, object | None]]:
    """Yield the functions of the user's that the read may run in the trace, with the objects they are methods of."""
    value: Any = found.value
    method: Any = found.method  # mypy takes a field that holds a function for a method
    if method is not None:
        yield from _if_users(method, value)
    elif found.rest:
        return
    elif type(value) is FunctionType:
        yield from _if_users(value, None)
    elif type(value) is MethodType:
        function: Any = value.__func__  # any callable, whatever typeshed says
        if type(function) is FunctionType:
            yield from _if_users(function, value.__self__)
    elif is_hybrid(value):
        definition = definition_of(value)
        if definition.function is not None:
            yield from _if_users(definition.function, definition.instance)
    elif not is_kind(value, type, ModuleType):
        for each in layers_of(value) if is_layer(value) else [value]:
            yield from _call_of(each)


def _call_of(value: object) -> Iterator[tuple[FunctionType, object | None]]:
    for name in CALLS:
        member = _in_class(type(value), name)
        if is_hybrid(member):
            member = definition_of(member).function
        if type(member) is FunctionType:
            yield from _if_users(member, value)


def _if_users(function: FunctionType, instance: object | None) -> Iterator[tuple[FunctionType, object | None]]:
    if is_user_file(function.__code__.co_filename):
        yield function, instance


def is_layer(value: object) -> bool:
    """Return whether *value* is a Keras layer or model."""
    return any(
        class_name(base) == "Layer" and class_module(base).startswith("keras.") for base in ancestry(type(value))
    )


def _follow(reader: Reader, read: Read) -> Found | None:
    """Return where *read* ends now, or None if its beginning is gone or is nothing of the user's."""
    value = _root_value(reader, read)
    if value is MISSING:
        return None
    for index, step in enumerate(read.steps):
        if is_kind(value, ModuleType) and _is_of_library(value):
            return None
        following = _item(value, step.key) if step.is_item else _attribute(value, str(step.key))
        if following is MISSING or type(following) is _Method:
            method = following.function if type(following) is _Method else None
            return Found(value, read.steps[index:], method)
        value = following
    return None if is_kind(value, ModuleType) else Found(value)


def _is_of_library(module: object) -> bool:
    name = (attributes(module) or {}).get("__file__")
    return type(name) is not str or not is_user_file(name)


def _root_value(reader: Reader, read: Read) -> object:
    function = reader.function()
    if function is None:
        return MISSING
    if read.root is Root.GLOBAL:
        return function.__globals__.get(read.name, MISSING)
    if read.root is Root.SELF:
        instance = None if reader.instance is None else reader.instance()
        return MISSING if instance is None else instance
    return _closure_value(function, read.name)


def _closure_value(function: FunctionType, name: str) -> object:
    names = function.__code__.co_freevars
    if name not in names or function.__closure__ is None:
        return MISSING
    try:
        value: object = function.__closure__[names.index(name)].cell_contents
    except ValueError:  # it has no value yet
        return MISSING
    return value


@dataclass(frozen=True, slots=True)
class _Method:
    """What an attribute is that is a method, or a property, of the class."""

    function: FunctionType | None


def _item(value: object, key: str | int) -> object:
    if type(value) is dict:
        return value.get(key, MISSING)
    if (type(value) is list or type(value) is tuple) and type(key) is int:
        return value[key] if -len(value) <= key < len(value) else MISSING
    return MISSING


def _attribute(value: object, name: str) -> object:
    """Return the attribute as far as it can be had without running user code, a method or property as such."""
    if is_kind(value, ModuleType):
        return (attributes(value) or {}).get(name, MISSING)
    if is_kind(value, type):
        return _plain(_in_class(cast(type, value), name))  # as is_kind has found
    member = _in_class(type(value), name)
    if type(member) is MemberDescriptorType:  # __slots__
        try:
            return member.__get__(value, type(value))
        except AttributeError:
            return MISSING
    if type(member) is property:
        return _Method(member.fget if type(member.fget) is FunctionType else None)
    own = (attributes(value) or {}).get(name, MISSING)
    return own if own is not MISSING else _plain(member)


def _plain(member: object) -> object:
    if type(member) is staticmethod or type(member) is classmethod:
        member = member.__func__
    if type(member) is FunctionType or is_hybrid(member):
        function = member if type(member) is FunctionType else definition_of(member).function
        return _Method(function)
    return member if _in_class(type(member), "__get__") is MISSING else MISSING


def _in_class(kind: type, name: str) -> object:
    return next((namespace(base)[name] for base in ancestry(kind) if name in namespace(base)), MISSING)
