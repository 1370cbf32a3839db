"""Functions that compute with the arrays of another framework are not proposed."""

from __future__ import annotations

from pathlib import Path

from jupyter_hybridize.results.report import FunctionReport
from tests.rules.engine import analyse

PROGRAM = """
import jax
import tensorflow as tf
import torch


def by_jax(key, x):
    return jax.numpy.dot(x, jax.random.normal(key, x.shape))


def by_torch(model, x):
    with torch.no_grad():
        return model(x)


def by_both(key, x):
    return tf.convert_to_tensor(jax.random.normal(key, x.shape)) + 1.0


def by_nobody_knows(x):
    return unknown(x)
"""


def _reports(folder: Path) -> dict[str, FunctionReport]:
    return {function.name: function for function in analyse(PROGRAM, folder)}


def test_what_only_another_framework_computes_is_no_tensor_computation(tmp_path: Path) -> None:
    reports = _reports(tmp_path)
    assert [reports[name].benefit for name in ("by_jax", "by_torch")] == ["no", "no"]


def test_what_may_be_tensor_work_stays_open(tmp_path: Path) -> None:
    reports = _reports(tmp_path)
    assert all(reports[name].benefit != "no" for name in ("by_both", "by_nobody_knows"))
