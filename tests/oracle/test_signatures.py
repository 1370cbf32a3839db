"""Every signature that is written is tried on TensorFlow, and so is every one that is withheld for a reason."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from jupyter_hybridize.decide.specs import Withheld, spec_of
from jupyter_hybridize.domain.value import AbstractValue, Array, Tensor, Tuple, join_all
from tests.decide.layouts import ALIKE
from tests.decide.signature_programs import Expected, expectations
from tests.oracle.harness import Outcome, compare

pytestmark = pytest.mark.tensorflow
pytest.importorskip("tensorflow")

_WRITTEN = [e for e in expectations() if e.signature]
_WRONG = [e for e in expectations() if e.wrong]


@pytest.mark.parametrize("expected", [pytest.param(e, id=e.id) for e in _WRITTEN])
def test_a_program_with_the_signature_still_runs_and_agrees(expected: Expected) -> None:
    seen = compare(expected.source, expected.function, f"tf.function(input_signature={expected.signature})")
    assert seen.outcome is Outcome.SAME, seen


@pytest.mark.parametrize("expected", [pytest.param(e, id=e.id) for e in _WRONG])
def test_a_signature_that_is_withheld_would_raise_or_differ(expected: Expected) -> None:
    seen = compare(expected.source, expected.function, f"tf.function(input_signature={expected.wrong})")
    assert seen.outcome.is_unsafe, seen


@settings(max_examples=60, deadline=None)
@given(ALIKE)
def test_tensorflow_takes_every_call_a_signature_was_made_from(layouts: list[AbstractValue]) -> None:
    import tensorflow as tf

    try:
        text = spec_of(join_all(layouts), "x")
    except Withheld:
        return
    function = tf.function(lambda x: tf.constant(1), input_signature=eval(f"[{text}]", {"tf": tf}), autograph=False)
    for layout in layouts:
        assert function(_argument(layout)) == 1


def _argument(layout: AbstractValue) -> Any:
    import numpy as np
    import tensorflow as tf

    match layout.only():
        case Tensor(dtype=dtype, shape=shape):
            return tf.zeros(shape.dims, dtype)
        case Array(dtype=dtype, shape=shape):
            return np.zeros(shape.dims or (), dtype)
        case Tuple(items=items, name=name, fields=fields):
            parts = [_argument(item) for item in items]
            return dict(zip(fields, parts, strict=True)) if name == "dict" else parts if name else tuple(parts)
    raise AssertionError(layout)
