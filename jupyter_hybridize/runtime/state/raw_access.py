"""Reads objects as the interpreter stores them, so that none of their own code runs.

No ``__getattr__``, property, ``__class__``, ``__iter__``, ``__len__``, ``__eq__``, ``__hash__`` or metaclass method of
a user's class is called by anything here: what is read goes through the descriptors of ``type``, ``object`` and the
built-in containers.
"""

from __future__ import annotations

import sys
import sysconfig
import types
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # the objects read are of every type

_MRO = type.__dict__["__mro__"]
_NAMESPACE = type.__dict__["__dict__"]
_NAME = type.__dict__["__qualname__"]
_MODULE = type.__dict__["__module__"]
_OWN_ROOT = str(Path(__file__).parents[1])


def ancestry(cls: type) -> tuple[type, ...]:
    """Return the classes that *cls* inherits from, itself first."""
    found: tuple[type, ...] = _MRO.__get__(cls)
    return found


def is_kind(value: object, *classes: type) -> bool:
    """Return whether *value* was made from one of *classes* or a class derived from it, whatever it says itself."""
    return any(each is cls for each in ancestry(type(value)) for cls in classes)


def namespace(cls: type) -> Mapping[str, object]:
    """Return what the body of *cls* bound."""
    found: Mapping[str, object] = _NAMESPACE.__get__(cls)
    return found


def class_name(cls: type) -> str:
    """Return the class's name, without its module."""
    return str(_NAME.__get__(cls))


def class_module(cls: type) -> str:
    """Return the name of the module that *cls* says it is from, or nothing."""
    found = _MODULE.__get__(cls)
    return found if type(found) is str else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the instances of one class keep what they hold."""

    dicts: tuple[Any, ...]  # the descriptors of ``__dict__``, the first that works counts
    slots: tuple[tuple[str, Any], ...]  # of Python classes: names and descriptors
    target: Any  # the descriptor of what a ``wrapt`` proxy stands for, or None
    is_visible: bool  # all that an instance holds can be read and put back as attributes

    def attributes(self, value: object) -> dict[str, object] | None:
        """Return the instance's own ``__dict__``, the object itself and not a copy, or None where it has none."""
        for descriptor in self.dicts:
            try:
                found = descriptor.__get__(value)
            except AttributeError:  # a proxy whose target has none
                continue
            return found if type(found) is dict else None
        return None


def read_layout(cls: type) -> Layout:
    """Return where the instances of *cls* keep what they hold."""
    bodies = [namespace(each) for each in ancestry(cls)]
    dicts = tuple(body["__dict__"] for body in bodies if _is_native(body.get("__dict__")))
    slotted = [body for body in bodies if "__slots__" in body]
    slots = tuple((name, each) for body in slotted for name, each in list(body.items()) if _is_slot(each))
    is_proxy = any("__object_proxy__" in body for body in bodies) or "ObjectProxy" in map(class_name, ancestry(cls))
    targets = [body["__wrapped__"] for body in bodies if _is_native(body.get("__wrapped__"))]
    return Layout(dicts, slots, targets[0] if is_proxy and targets else None, bool(dicts or slotted))


def attributes(value: object) -> dict[str, object] | None:
    """Return the instance's own ``__dict__``, the object itself and not a copy, or None where it has none."""
    return read_layout(type(value)).attributes(value)


def set_attributes(value: object, found: dict[str, object]) -> None:
    """Make *found* the instance's ``__dict__`` again."""
    for descriptor in read_layout(type(value)).dicts:
        if type(descriptor) is types.GetSetDescriptorType:
            descriptor.__set__(value, found)
            return


def _is_native(descriptor: object) -> bool:
    kind = type(descriptor)  # compared by identity: a metaclass may have an ``__eq__``
    return kind is types.GetSetDescriptorType or kind is types.MemberDescriptorType


def _is_slot(descriptor: object) -> bool:
    return type(descriptor) is types.MemberDescriptorType


class Origins:
    """Tells the user's code from that of libraries, by the folder it was loaded from."""

    def __init__(self) -> None:
        named = ("stdlib", "platstdlib", "purelib", "platlib")
        paths = sysconfig.get_paths()
        folders = {paths[name] for name in named} | {_OWN_ROOT}
        folders |= {folder for folder in sys.path if folder.endswith(("site-packages", "dist-packages"))}
        self._folders = (*tuple(f"{folder}/" for folder in folders), "<frozen")
        self._modules: dict[str, bool] = {}

    def is_library_file(self, filename: str) -> bool:
        """Return whether code compiled from *filename* belongs to a library."""
        return filename.startswith(self._folders)

    def is_library_module(self, name: str) -> bool:
        """Return whether the module called *name* belongs to a library; one without a file does, unless it is main."""
        if name not in self._modules:
            self._modules[name] = self._look_up(name)
        return self._modules[name]

    def is_library_class(self, cls: type) -> bool:
        """Return whether *cls* was defined by a library."""
        return self.is_library_module(class_module(cls))

    def is_library_made(self, of: type) -> bool:
        """Return whether a library other than the standard one defined the class, or one that it extends."""
        return any(
            self.is_library_class(cls) and class_module(cls).partition(".")[0] not in sys.stdlib_module_names
            for cls in ancestry(of)
        )

    def _look_up(self, name: str) -> bool:
        if name == "__main__":
            return False
        module = sys.modules.get(name)
        if type(module) is not types.ModuleType:
            return name.partition(".")[0] in sys.stdlib_module_names or module is not None
        filename = types.ModuleType.__getattribute__(module, "__dict__").get("__file__")
        if type(filename) is not str:
            return name.partition(".")[0] in {*sys.stdlib_module_names, "tensorflow"}
        return self.is_library_file(filename)
