"""The probe tells types and runs nothing of the user's."""

import ast
import json
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest

from jupyter_hybridize.surfaces import probe as module
from jupyter_hybridize.surfaces.probe import MOST_ITEMS, MOST_NAMES, probe


def told(item):
    return probe({"x": item}, ["x"])["names"]["x"]


class Touched(Exception):
    """Some of the user's code ran."""


def refuse(*args, **kwargs):
    raise Touched


class Meta(type):
    """A class of classes that minds being asked anything."""

    __instancecheck__ = __subclasscheck__ = __eq__ = __ne__ = __repr__ = __getattribute__ = refuse
    __hash__ = refuse
    __module__ = "keras.src.layers.core.dense"


class Hostile(metaclass=Meta):
    """An object that minds being touched in any way."""

    __class__ = property(refuse)
    __dict__ = property(refuse)
    shape = dtype = built = element_spec = property(refuse)
    __len__ = __iter__ = __eq__ = __hash__ = __bool__ = __repr__ = __str__ = __format__ = refuse
    __getattribute__ = __getattr__ = __setattr__ = __index__ = __float__ = __array__ = __reduce__ = refuse


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (None, {"kind": "none", "type": "NoneType"}),
        (3, {"kind": "scalar", "type": "int"}),
        (True, {"kind": "scalar", "type": "bool"}),
        (2.5, {"kind": "scalar", "type": "float"}),
        (1j, {"kind": "scalar", "type": "complex"}),
        ("secret", {"kind": "string", "type": "str"}),
        (b"secret", {"kind": "string", "type": "bytes"}),
        (len, {"kind": "function", "type": "builtin_function_or_method"}),
        (refuse, {"kind": "function", "type": "function"}),
        (json, {"kind": "module", "type": "json"}),
        (int, {"kind": "class", "type": "builtins.int"}),
    ],
    ids=lambda part: part["type"] if isinstance(part, dict) else "",
)
def test_plain_values_go_by_their_types(item, expected):
    assert told(item) == expected


def test_arrays_have_dtype_and_shape():
    assert told(np.zeros((2, 3))) == {"kind": "array", "type": "numpy.ndarray", "dtype": "float64", "shape": [2, 3]}
    assert told(np.float32(1)) == {"kind": "scalar", "type": "numpy.float32", "dtype": "float32", "shape": []}


def test_an_array_of_a_class_of_the_users_is_not_asked_for_its_shape():
    class Mine(np.ndarray):
        shape = property(refuse)
        dtype = property(refuse)

    found = told(np.zeros(2).view(Mine))

    assert found["kind"] == "object"
    assert "shape" not in found


def test_short_sequences_tell_their_items():
    found = told((np.zeros(2), None, 3))

    assert [item["kind"] for item in found["items"]] == ["array", "none", "scalar"]
    assert "items" not in told([0] * (MOST_ITEMS + 1))
    assert "items" not in told([])


def test_short_mappings_tell_their_items_by_key():
    found = told({"a": 1, "b": np.zeros(2)})

    assert found["keys"] == ["a", "b"]
    assert [item["kind"] for item in found["items"]] == ["scalar", "array"]
    assert "keys" not in told({1: 2})
    assert "keys" not in told({"a": 1, "jane@example.org": 2}), "such keys are data"


def test_a_structure_that_holds_itself_ends():
    endless = []
    endless.append(endless)

    assert json.dumps(told(endless)).count("sequence") < 10


@pytest.mark.parametrize("kind", [list, tuple, dict, str, int], ids=lambda kind: kind.__name__)
def test_a_subclass_of_a_builtin_is_an_object_of_the_users(kind):
    class Mine(kind):
        __len__ = __iter__ = __eq__ = __hash__ = __getitem__ = refuse
        items = keys = values = refuse

    assert told(Mine())["kind"] == "object"
    assert told(namedtuple("Point", "x y")(1, 2))["kind"] == "object"


def test_a_hostile_object_is_described_and_nothing_of_it_runs():
    hostile = object.__new__(Hostile)

    answer = probe({"x": hostile, "y": [hostile], "z": {"k": hostile}, "C": Hostile}, ["x", "y", "z", "C"])

    assert answer["names"]["x"]["kind"] == "object"
    assert answer["names"]["x"]["type"].endswith(".Hostile")
    assert answer["names"]["C"]["kind"] == "class"
    json.dumps(answer)


def test_a_class_that_claims_to_be_a_librarys_is_not_believed():
    class ndarray:  # that is the point
        __module__ = "numpy"
        shape = dtype = property(refuse)

    class Dense:
        pass

    Dense.__module__, Dense.__qualname__ = "json", "JSONEncoder"
    assert told(ndarray()) == {"kind": "object", "type": "ndarray", "bases": []}
    assert told(Dense()) == {"kind": "object", "type": "JSONEncoder", "bases": []}


def test_names_of_classes_that_are_no_text_do_no_harm():
    class Odd:
        pass

    Odd.__module__ = 3

    assert told(Odd())["type"].endswith("Odd")


def test_a_module_that_is_not_imported_under_its_name_has_none():
    lie = type(sys)("numpy")

    assert told(lie) == {"kind": "module", "type": "?"}


def test_a_lazy_module_is_not_loaded():
    class Lazy(type(sys)):
        __getattr__ = __getattribute__ = refuse

    assert told(Lazy("later"))["kind"] == "module"


def test_names_that_are_not_bound_are_told_apart():
    answer = probe({"x": 1}, ["x", "len"])

    assert answer["names"].keys() == {"x"}
    assert answer["absent"] == ["len"]


def test_names_of_one_object_are_told():
    held = [1]

    assert probe({"a": held, "b": held, "c": [1], "n": 1, "m": 1}, list("abcnm"))["same"] == [["a", "b"]]


def test_keys_of_a_namespace_that_are_no_names_are_not_compared():
    class Key:
        def __hash__(self):
            return hash("x")

        __eq__ = refuse

    namespace = {Key(): 1}

    assert probe(namespace, ["x"])["absent"] == ["x"]


def test_the_answer_has_a_limit():
    names = [f"x{n}" for n in range(MOST_NAMES + 7)]
    answer = probe(dict.fromkeys(names, 1), names)

    assert len(answer["names"]) == MOST_NAMES
    assert answer["left_out"] == 7


def test_long_names_are_cut():
    assert len(told(type("C" * 5_000, (), {})())["type"]) <= 200


def test_the_probe_stands_alone_and_imports_no_library():
    text = Path(module.__file__).read_text(encoding="utf-8")
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(text))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names | {"__future__"}
    program = (
        f"exec({text!r}, names := {{}})\nx = {{'a': 1}}\nprint(names['probe']({{'x': x}}, ['x'])['names']['x']['kind'])"
    )
    made = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "mapping"


def test_the_users_types_tell_where_they_are_from():
    from decimal import Decimal

    assert told(Decimal(1))["type"] == "decimal.Decimal"
