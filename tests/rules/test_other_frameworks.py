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


AROUND = """
import cirq
import tensorflow as tf
import tensorflow_federated as tff


def circuit(qubits):
    made = cirq.Circuit()
    made.append(cirq.X(qubits[0]))
    return made


def words(path):
    return [line.split(" ") for line in path.read_text().splitlines()]


def batches(dataset):
    return dataset.shuffle(100).batch(8).prefetch(1)


def by_model(path, model):
    return model(path.read_text())


def scaled(path, x):
    return tf.sin(x) * len(path.read_text())


@tff.tensorflow.computation
def traced_elsewhere(x):
    return tf.sin(x) * 2.0


@tff.federated_computation(tff.FederatedType(tf.float32, tff.CLIENTS))
def federated(x):
    return tff.federated_map(traced_elsewhere, x)


traced_elsewhere(1.0)
federated([1.0])
"""


def test_what_only_calls_other_libraries_and_methods_that_no_tensor_has_is_no_tensor_computation(
    tmp_path: Path,
) -> None:
    reports = {function.name: function for function in analyse(AROUND, tmp_path)}
    for name in ("circuit", "words", "batches"):
        assert [f.code for f in reports[name].findings if f.answer == "no"] == ["HYB401"], name


def test_what_calls_something_unknown_beside_them_may_still_be_tensor_work(tmp_path: Path) -> None:
    reports = {function.name: function for function in analyse(AROUND, tmp_path)}
    assert all(reports[name].benefit != "no" for name in ("by_model", "scaled"))


def test_what_a_decorator_gives_to_a_library_to_run_is_left_to_it(tmp_path: Path) -> None:
    reports = {function.name: function for function in analyse(AROUND, tmp_path)}
    for name in ("traced_elsewhere", "federated"):
        assert [f.code for f in reports[name].findings if f.answer == "no"] == ["HYB411"], name


DERIVED = """
import tensorflow as tf
from tf2rl.algos.policy_base import OffPolicyAgent


class Agent(OffPolicyAgent):
    def train(self, states, targets):
        return self.train_body(states, targets).numpy()

    def train_body(self, states, targets):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.model(states) - targets))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.weights), self.weights))
        return loss

    def get_action(self, state):
        return tf.argmax(self.model(state), axis=1)
"""


def test_what_a_method_of_the_class_calls_is_not_left_to_the_library_above_it(tmp_path: Path) -> None:
    reports = {function.name: function for function in analyse(DERIVED, tmp_path)}
    assert reports["Agent.train_body"].action == "decorate"
    assert [f.code for f in reports["Agent.get_action"].findings if f.answer == "no"] == ["HYB411"]
