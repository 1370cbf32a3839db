"""Walks the public modules of TensorFlow, Keras and NumPy: which paths there are, and which lead to the same object."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ROOTS = ("tensorflow", "keras", "numpy")
_SAME = {
    "tensorflow.keras": "keras",
    "tensorflow.compat.v2": "tensorflow",
    "tensorflow.compat.v1.keras": "keras",
    "tensorflow.compat.v1.raw_ops": "tensorflow.raw_ops",
}
_OF_KERAS = ("tensorflow.losses", "tensorflow.metrics", "tensorflow.optimizers", "tensorflow.initializers")
_HIDDEN = ("tensorflow.compat.v1.compat", "tensorflow.python", "tensorflow.tools", "tensorflow.core", "keras.src")
_ONE_FOR_MANY = "keras.optimizers.legacy."  # one class, which raises, stands for all of them
_NUMPY = (
    "numpy",
    "numpy.linalg",
    "numpy.random",
    "numpy.fft",
    "numpy.ma",
    "numpy.char",
    "numpy.polynomial",
    "numpy.testing",
)


@dataclass(frozen=True, slots=True)
class PublicNames:
    """Every public path, with its object; ``modules`` holds all names of each module (none: they were not read)."""

    objects: Mapping[str, object]
    modules: Mapping[str, frozenset[str]]

    def aliases(self) -> dict[str, str]:
        """Return the canonical path of each path that is not canonical itself."""
        groups: dict[int, list[str]] = {}
        for path, item in self.objects.items():
            if has_identity(item) and not path.startswith(_ONE_FOR_MANY):
                groups.setdefault(id(item), []).append(path)
        found = dict(_module_aliases())
        for paths in groups.values():
            chosen = min(paths, key=lambda path: _rank(path, self.objects[path]))
            found.update({path: chosen for path in paths if path != chosen})
        return found


def _module_aliases() -> Iterator[tuple[str, str]]:
    yield from _SAME.items()
    yield from ((name, name.replace("tensorflow", "keras")) for name in _OF_KERAS)


def _rank(path: str, item: object) -> tuple[bool, int, bool, str]:
    is_v1 = path.startswith("tensorflow.compat.v1.")
    return is_v1, path.count("."), path.rpartition(".")[2] != getattr(item, "__name__", ""), path


def has_identity(item: object) -> bool:
    """Return whether two paths to *item* are one thing: true of functions and classes, not of numbers."""
    return callable(item) and not isinstance(item, types.ModuleType)


def read_public_names() -> PublicNames:
    """Import the libraries and return their public names."""
    import keras
    import numpy
    import tensorflow

    objects: dict[str, object] = {}
    modules: dict[str, set[str]] = {}
    for path, module in (("tensorflow", tensorflow), ("keras", tensorflow.keras), ("keras", keras), ("numpy", numpy)):
        _walk(path, module, objects, modules, ())
    return PublicNames(objects, {name: frozenset(names) for name, names in modules.items()})


def _walk(
    path: str, module: object, objects: dict[str, object], modules: dict[str, set[str]], above: tuple[int, ...]
) -> None:
    names = modules.setdefault(path, set())
    for name in sorted(_public(module)):
        longer = f"{path}.{name}"
        if longer in _HIDDEN:
            continue
        item = getattr(module, name, None)
        names.add(name)
        if not isinstance(item, types.ModuleType):
            objects[longer] = item
        elif longer in (*_SAME, *_OF_KERAS) or id(item) in above:
            continue
        elif _belongs(longer, item):
            _walk(longer, item, objects, modules, (*above, id(item)))
        else:
            modules.setdefault(longer, set())


def _public(module: object) -> Iterator[str]:
    return (name for name in {*dir(module), *getattr(module, "__all__", ())} if not name.startswith("_"))


def _belongs(path: str, module: types.ModuleType) -> bool:
    """Return whether a module found under *path* is part of the public interface, and not only imported there."""
    if path.startswith("numpy."):
        return path in _NUMPY
    name = str(getattr(module, "__name__", ""))  # TensorFlow 1's Keras is a lazy module without a name
    return (
        name.startswith(("tensorflow._api.", "tensorflow.experimental", "keras._tf_keras.keras", "keras."))
        and ".src" not in name
    )
