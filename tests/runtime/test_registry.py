"""The data files say what the installed TensorFlow says of itself."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from jupyter_hybridize.runtime.op_reach import op_types
from jupyter_hybridize.runtime.op_state import state_kind
from tests.untraced import untraced


@pytest.mark.parametrize(
    ("op", "kind"),
    [
        ("RandomStandardNormal", "random"),
        ("PrintV2", "print"),
        ("Assert", "assert"),
        ("AssignVariableOp", "variable-write"),
        ("ReadVariableOp", "variable-read"),
        ("ResourceApplyAdam", "variable-write"),
        ("WriteFile", "io"),
        ("EagerPyFunc", "python"),
        ("TensorArrayV3", "none"),
        ("LookupTableFindV2", "resource"),
    ],
)
def test_stateful_op_has_a_kind(op: str, kind: str) -> None:
    assert state_kind(op, is_stateful=True) == kind


def test_read_file_touches_the_world_though_the_registry_does_not_say_so() -> None:
    assert state_kind("ReadFile", is_stateful=False) == "io"


def test_stateless_op_has_no_kind() -> None:
    assert state_kind("StatelessRandomNormal", is_stateful=False) is None


def test_generated_functions_find_their_op() -> None:
    types = op_types(iter(["AddV2", "Conv2D", "FFT"]))
    assert types["add_v2"] == "AddV2"
    assert types["conv2d"] == "Conv2D"
    assert types["fft"] == "FFT"


def seldom_traced(call: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return *call*, which runs under the coverage tool every twentieth time only: it tries what TensorFlow does."""
    numbers = itertools.count()

    def called(item: Any) -> Any:
        with untraced() if next(numbers) % 20 else contextlib.nullcontext():
            return call(item)

    return called


@pytest.mark.tensorflow
def test_data_files_are_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tensorflow")
    from jupyter_hybridize.runtime import op_rows
    from jupyter_hybridize.runtime.registry import DATA, read_files

    monkeypatch.setattr(op_rows, "probe", seldom_traced(op_rows.probe))
    for name, text in read_files().items():
        assert (DATA / name).read_text(encoding="utf-8") == text, f"{name} is out of date"
