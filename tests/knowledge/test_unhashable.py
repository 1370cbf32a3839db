"""Which library classes have objects without a hash, compared with the libraries themselves."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping

import pytest

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.unhashable import MAPPINGS, UNHASHABLE

pytest.importorskip("numpy")
pytest.importorskip("tensorflow")
# Their objects are no instances of a class to the analysis, or the class is abstract and says nothing of those below.
_OTHERWISE = {"builtins.list", "builtins.slice", "keras.Variable", "numbers.Number"}
_NUMBERS = ("numbers.", "numpy.")


def _found(name: str) -> object:
    module, _, rest = name.partition(".")
    item: object = importlib.import_module(module)
    for part in rest.split("."):
        item = getattr(item, part)
    return item


def _classes() -> Iterator[tuple[str, type]]:
    knowledge = Knowledge.load()
    for name in dict.fromkeys((*knowledge.classes, *knowledge.table.classes, *UNHASHABLE)):
        try:
            item = _found(name)
        except (AttributeError, ImportError, ValueError):
            continue
        if isinstance(item, type):
            yield name, item


def test_every_class_without_a_hash_is_known() -> None:
    without = {name for name, item in _classes() if item.__hash__ is None and not name.startswith(_NUMBERS)}
    tensors = {name for name in without if name.startswith("tensorflow.experimental.")}
    assert without - UNHASHABLE - MAPPINGS - _OTHERWISE == tensors
    assert "types.SimpleNamespace" in without


def test_what_is_said_to_have_no_hash_has_none() -> None:
    hashed = {name for name, item in _classes() if item.__hash__ is not None}
    assert hashed & UNHASHABLE == set()


def test_mappings_are_mappings() -> None:
    for name in MAPPINGS:
        item = _found(name)
        assert isinstance(item, type)
        assert issubclass(item, Mapping)
