"""A function is traced in a forked child: what its Python does is seen, and nothing of it happens here."""

from __future__ import annotations

import collections
import datetime
import functools
import inspect
import io
import logging
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

import numpy as np  # noqa: E402

from jupyter_hybridize.runtime.isolation.isolated import can_fork  # noqa: E402
from jupyter_hybridize.runtime.isolation.trial_trace import TrialTrace, trial_trace  # noqa: E402
from tests.patience import PATIENCE  # noqa: E402

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.skipif(can_fork() is not None, reason="this platform or device is not forked on"),
]

history: list[object] = []
settings: dict[str, object] = {}
count = 0
scale = 0.5
seen = collections.deque([1, 2])
names = {"a"}
generator = np.random.default_rng(0)
own_random = random.Random(0)
buffer = np.zeros(3, np.float32)
vector = tf.constant([1.0, 2.0, 3.0])
text = io.StringIO()
started = time.time()


class Counter:
    """A user's object."""

    total = 0

    def __init__(self) -> None:
        self.calls = 0
        self.label = "counter"
        self.weight: Any = None
        self.latest: Any = None

    def __call__(self, x: Any) -> Any:
        self.calls += 1
        return x

    def pure(self, x: Any) -> Any:
        return x * self.calls


counter = Counter()


def open_descriptors() -> set[str]:
    return set(os.listdir("/dev/fd"))


@pytest.fixture(scope="module", autouse=True)
def open_before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[set[str]]:
    """Start the threads that a child will lack, and tell what is open before the first trial."""
    big = tf.random.normal([1000, 1000])
    tf.matmul(big, big)
    before, tempfile.tempdir = tempfile.gettempdir(), str(tmp_path_factory.mktemp("temporary"))
    yield open_descriptors()
    tempfile.tempdir = before


def trace(function: Callable[..., object], *args: object, timeout: float = PATIENCE, **kwargs: object) -> TrialTrace:
    return trial_trace(function, args, kwargs, timeout=timeout)


def prints(x: Any) -> Any:
    print("once")
    return x


@tf.autograph.experimental.do_not_convert  # AutoGraph takes a second to convert the standard library's `logging`
def logs(x: Any) -> Any:
    logging.getLogger("my.program").warning("once")
    return x


def writes_to_standard_output(x: Any) -> Any:
    sys.stdout.write("once")
    return x


def appends(x: Any) -> Any:
    history.append(1)
    return x


def sets_an_item(x: Any) -> Any:
    settings["rate"] = 0.1
    return x


def adds_to_a_set(x: Any) -> Any:
    names.add("b")
    return x


def rotates(x: Any) -> Any:
    seen.rotate()
    return x


def fills_an_array(x: Any) -> Any:
    buffer[0] += 1
    return x


def writes_to_a_string(x: Any) -> Any:
    text.write("line")
    return x


def counts(x: Any) -> Any:
    global count
    count += 1
    return x


def calls_a_helper_that_counts(x: Any) -> Any:
    return counts(x)


def counts_in_a_closure() -> Callable[[Any], Any]:
    step = 0

    def advance(x: Any) -> Any:
        nonlocal step
        step += 1
        return x

    return advance


def sets_an_attribute(x: Any) -> Any:
    counter.calls += 1
    return x


def sets_a_class_attribute(x: Any) -> Any:
    Counter.total += 1
    return x


def sets_its_own_attribute(x: Any) -> Any:
    sets_its_own_attribute.calls = 1  # type: ignore[attr-defined]
    return x


def keeps_a_tensor(x: Any) -> Any:
    counter.latest = x * 2.0
    return x


def keeps_a_tensor_in_a_list(x: Any) -> Any:
    history.append({"loss": x})
    return x


def draws(x: Any) -> Any:
    return x * random.random()


def draws_from_numpy(x: Any) -> Any:
    return x * np.random.rand()


def draws_from_a_generator(x: Any) -> Any:
    return x * generator.random()


def draws_from_its_own_generator(x: Any) -> Any:
    return x * own_random.random()


def initialises_by_hand(x: Any) -> Any:
    return x + keras.initializers.GlorotUniform()((3,))


def reads_the_clock(x: Any) -> Any:
    return x, time.time()


def reads_an_imported_clock(x: Any) -> Any:
    return x * (perf_counter() - started)


def reads_the_date(x: Any) -> Any:
    return x * float(datetime.datetime.now().year)


EFFECTS = {
    prints: [("printed", "standard output")],
    logs: [("printed", "the log `my.program`")],
    writes_to_standard_output: [("printed", "standard output")],
    appends: [("mutated", "`history`")],
    sets_an_item: [("mutated", "`settings`")],
    adds_to_a_set: [("mutated", "`names`")],
    rotates: [("mutated", "`seen`")],
    fills_an_array: [("mutated", "`buffer`")],
    writes_to_a_string: [("mutated", "`text`")],
    counts: [("global", "`count`")],
    calls_a_helper_that_counts: [("global", "`count`")],
    counts_in_a_closure(): [("global", "`step`")],
    counter: [("attribute", "`Counter.calls`")],
    sets_an_attribute: [("attribute", "`counter.calls`")],
    sets_a_class_attribute: [("attribute", "`Counter.total`")],
    sets_its_own_attribute: [("attribute", "`sets_its_own_attribute.calls`")],
    keeps_a_tensor: [("attribute", "`counter.latest`"), ("leaked", "`counter.latest`")],
    keeps_a_tensor_in_a_list: [("mutated", "`history`"), ("leaked", "`history`")],
    draws: [("random", "`random`")],
    draws_from_numpy: [("random", "`np.random`")],
    draws_from_a_generator: [("random", "`generator`")],
    draws_from_its_own_generator: [("random", "`own_random`")],
    initialises_by_hand: [("random", "`random`")],
    reads_the_clock: [("clock", "`time.time`")],
    reads_an_imported_clock: [("clock", "`time.perf_counter`")],
    reads_the_date: [("clock", "`datetime.now`")],
}


def name_of(value: object) -> str:
    return getattr(value, "__name__", type(value).__name__)


@pytest.mark.parametrize("function", EFFECTS, ids=name_of)
def test_what_python_does_while_tracing_is_seen(function: Callable[..., object]) -> None:
    result = trace(function, vector)
    assert (result.status, result.reason, result.is_watched) == ("traced", "", True)
    assert [(effect.kind, effect.detail) for effect in result.effects] == EFFECTS[function]


def test_nothing_of_what_was_seen_happened_here() -> None:
    assert (history, settings, count, counter.calls, Counter.total, names) == ([], {}, 0, 0, 0, {"a"})
    assert (list(seen), text.getvalue(), buffer[0], counter.latest) == ([1, 2], "", 0.0, None)
    assert not hasattr(sets_its_own_attribute, "calls")


def multiplies(x: Any) -> Any:
    return tf.nn.relu(x) * scale


def branches(x: Any) -> Any:
    if tf.reduce_sum(x) > 0:
        return x
    return -x


def keeps_a_local_list(x: Any) -> Any:
    parts = []
    for number in range(3):
        parts.append(x * number)
    return tf.stack(parts)


def prints_in_the_graph(x: Any) -> Any:
    tf.print(x)
    return x


def assigns_an_equal_value(x: Any) -> Any:
    counter.calls = 0
    counter.label = "".join(["count", "er"])
    settings.update({})
    return x


def reads_state(x: Any) -> Any:
    return x * (len(history) + counter.calls + buffer[0]) + sum(seen)


def reads_a_file(x: Any) -> Any:
    with open(__file__, encoding="utf-8") as file:
        return x * len(file.readline())


def copies_and_changes_the_copy(x: Any) -> Any:
    values = buffer.copy()
    values[0] = 1
    return x + values


def draws_in_the_graph_from_a_seed(x: Any) -> Any:
    return x + tf.random.stateless_normal([3], seed=[1, 2])


def draws_with_the_generator_of_keras(x: Any) -> Any:
    return x + keras.random.normal([3])


def draws_a_seed_for_an_operation(x: Any) -> Any:
    return tf.keras.backend.random_normal([3]) + tf.keras.backend.dropout(x, 0.5)


@tf.autograph.experimental.do_not_convert
def logs_below_the_level(x: Any) -> Any:
    logging.getLogger("my.program").debug("nobody sees it")
    return x


CLEAN = [
    multiplies,
    branches,
    keeps_a_local_list,
    prints_in_the_graph,
    assigns_an_equal_value,
    reads_state,
    reads_a_file,
    copies_and_changes_the_copy,
    draws_in_the_graph_from_a_seed,
    logs_below_the_level,
    counter.pure,
    functools.partial(multiplies),
    tf.function(branches),
]


@pytest.mark.parametrize("function", CLEAN, ids=name_of)
def test_what_changes_nothing_has_no_effect(function: Callable[..., object]) -> None:
    result = trace(function, vector)
    assert (result.status, result.effects, result.error) == ("traced", (), None)
    assert result.operations > 0
    assert (result.random_ops, result.io_ops, result.created_variables) == ((), (), 0)


def test_a_seed_that_keras_draws_from_numpy_for_an_operation_is_no_effect() -> None:
    result = trace(draws_a_seed_for_an_operation, vector)
    assert (result.status, result.effects) == ("traced", ())
    assert result.random_ops


def test_the_place_of_what_is_printed_is_the_line_that_the_user_wrote() -> None:
    (effect,) = trace(prints, vector).effects
    assert effect.place == (__file__, prints.__code__.co_firstlineno + 1, "prints")


def test_operations_with_a_hidden_state_are_named() -> None:
    def draw_in_a_loop(x: Any) -> Any:
        for _ in tf.range(3):
            x += tf.random.normal([3])
        return tf.nn.dropout(x, 0.5)

    assert trace(draw_in_a_loop, vector).random_ops == ("RandomStandardNormal", "RandomUniform")


def test_operations_that_reach_outside_are_named() -> None:
    iterator = iter(tf.data.Dataset.range(3))

    def reach_outside(x: Any) -> Any:
        tf.io.write_file("never-written", "x")
        tf.py_function(lambda: None, [], [])
        return x, next(iterator)

    assert trace(reach_outside, vector).io_ops == ("EagerPyFunc", "IteratorGetNext", "WriteFile")
    assert not os.path.exists("never-written")


def opens_for_writing(x: Any) -> Any:
    with open("never-written", "w", encoding="ascii"):
        return x


def opens_and_catches(x: Any) -> Any:
    try:
        return opens_for_writing(x)
    except Exception:
        return x


def saves_with_numpy(x: Any) -> Any:
    np.save("never-written.npy", buffer)
    return x


def makes_a_folder(x: Any) -> Any:
    Path("never-written").mkdir()
    return x


def runs_a_program(x: Any) -> Any:
    subprocess.run(["touch", "never-written"], check=True)
    return x


def runs_a_shell(x: Any) -> Any:
    os.system("touch never-written")
    return x


PREVENTED = {
    opens_for_writing: ("file", "`never-written`"),
    opens_and_catches: ("file", "`never-written`"),
    saves_with_numpy: ("file", "`never-written.npy`"),
    makes_a_folder: ("file", "`never-written`"),
    runs_a_program: ("process", "`subprocess.Popen`"),
    runs_a_shell: ("process", "`os.system`"),
}


def test_a_file_that_is_open_here_is_neither_written_nor_moved(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("one\ntwo\n", encoding="ascii")
    with path.open("a", encoding="ascii") as writing, path.open(encoding="ascii") as reading:

        def use_both(x: Any) -> Any:
            writing.write("three\n")
            writing.flush()
            return x * len(reading.readline())

        found = trace(use_both, vector)
        assert [(effect.kind, effect.detail) for effect in found.effects] == [
            ("file", "`reading`"),
            ("file", "`writing`"),
        ]
        assert reading.readline() == "one\n"
    assert path.read_text(encoding="ascii") == "one\ntwo\n"


@pytest.mark.parametrize("function", PREVENTED, ids=name_of)
def test_what_would_reach_beyond_the_child_is_prevented_and_told(
    function: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = trace(function, vector)
    assert result.status == "impossible"
    assert result.reason.endswith("while it is traced, and was kept from it")
    assert [(effect.kind, effect.detail) for effect in result.effects] == [PREVENTED[function]]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_a_file_written_by_native_code_is_prevented_too(tmp_path: Path) -> None:
    path = tmp_path / "native"

    def write(x: Any) -> Any:
        with tf.io.gfile.GFile(str(path), "w") as file:
            file.write("data")
        return x

    result = trace(write, vector)
    assert (result.status, result.error) == ("impossible", None)
    assert result.reason == "it would change a file while it is traced, and was kept from it"
    assert not path.exists()


class Network(keras.Model):  # type: ignore[misc]
    """Builds its layers when it is first called."""

    def __init__(self) -> None:
        super().__init__()
        self.dense = keras.layers.Dense(4, "relu")
        self.normalise = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)
        self.mean = keras.metrics.Mean()

    def build(self, shape: Any) -> None:
        self.out = keras.layers.Dense(1)
        self.gain = self.add_weight(shape=(1,), initializer="random_normal", name="gain")

    def call(self, x: Any, training: bool = False) -> Any:
        x = self.normalise(self.dense(x), training=training)
        return self.out(self.drop(x, training=training)) * self.gain


def training_step(model: Any, optimizer: Any) -> Callable[[Any], Any]:
    def step(x: Any) -> Any:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(model(x, training=True) ** 2)
        weights = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
        model.mean.update_state(loss)
        return loss

    return step


def random_states() -> list[Any]:
    from tensorflow.python.eager import context

    return [random.getstate(), str(np.random.get_state()), context.context()._rng.getstate()]


def test_an_unbuilt_model_and_its_optimizer_are_traced_and_stay_unbuilt() -> None:
    model, optimizer = Network(), keras.optimizers.Adam()
    tf.random.set_seed(1)
    before, attributes = random_states(), dict(vars(model))
    result = trace(training_step(model, optimizer), tf.ones([8, 3]))
    assert (result.status, result.error, result.effects) == ("traced", None, ())
    assert result.created_variables == 9 + 2 * 7  # the model's, and two slots for each that is trained
    assert not any((model.built, model.dense.built, optimizer.built, hasattr(model, "gain")))
    assert vars(model) == attributes
    assert random_states() == before


def test_a_built_model_keeps_its_values() -> None:
    model, optimizer = Network(), keras.optimizers.Adam()
    step = training_step(model, optimizer)
    step(tf.ones([8, 3]))
    before = [variable.numpy() for variable in (*model.variables, *optimizer.variables)]
    result = trace(step, tf.ones([8, 3]))
    assert (result.status, result.effects, result.created_variables) == ("traced", (), 0)
    for variable, value in zip((*model.variables, *optimizer.variables), before, strict=True):
        np.testing.assert_array_equal(variable.numpy(), value)


class Counting(keras.Model):  # type: ignore[misc]
    """Changes its own Python state in `call`."""

    def __init__(self) -> None:
        super().__init__()
        self.dense = keras.layers.Dense(1)
        self.calls = 0
        self.shapes: list[object] = []

    def call(self, x: Any) -> Any:
        self.calls += 1
        self.shapes.append(x.shape)
        self.last = self.dense(x)
        return self.last


def test_what_a_keras_model_changes_of_its_own_is_told_from_what_keras_changes() -> None:
    model = Counting()
    found = {(effect.kind, effect.detail) for effect in trace(lambda x: model(x), tf.ones([2, 3])).effects}
    assert found == {
        ("attribute", "`model.calls`"),
        ("mutated", "`model.shapes`"),
        ("attribute", "`model.last`"),
        ("leaked", "`model.last`"),
    }


def makes_its_variable_once(x: Any) -> Any:
    if counter.weight is None:
        counter.weight = tf.Variable(tf.random.normal([3]))
    return counter.weight * x


def test_a_variable_created_by_the_first_call_alone_is_no_effect() -> None:
    result = trace(makes_its_variable_once, vector)
    assert (result.status, result.effects, result.created_variables) == ("traced", (), 1)
    assert counter.weight is None


def makes_a_variable_each_time(x: Any) -> Any:
    return tf.Variable(x) + 1.0


def makes_a_layer_each_time(x: Any) -> Any:
    return keras.layers.Dense(2)(x[None])


@pytest.mark.parametrize("function", [makes_a_variable_each_time, makes_a_layer_each_time], ids=name_of)
def test_a_variable_created_by_each_call_raises_as_in_tensorflow(function: Callable[..., object]) -> None:
    result = trace(function, vector)
    with pytest.raises(ValueError, match="only supports singleton") as caught:
        tf.function(function)(vector)
    assert result.error is not None
    assert (result.status, result.error.type) == ("raised", "ValueError")
    assert result.error.message in str(caught.value)
    assert [frame[2] for frame in result.error.frames] == [function.__name__]


def converts(x: Any) -> Any:
    if tf.reduce_sum(x) > 0:
        x = x * 2.0
    return to_array(x)


def to_array(x: Any) -> Any:
    return x.numpy()


def line_of(function: Any, part: str) -> int:
    lines, first = inspect.getsourcelines(function)
    return first + next(index for index, line in enumerate(lines) if part in line)


def test_an_error_is_told_at_the_lines_of_the_users_code() -> None:
    result = trace(converts, vector)
    assert result.error is not None
    assert (result.status, result.error.type) == ("raised", "AttributeError")
    assert result.error.message == "'SymbolicTensor' object has no attribute 'numpy'"
    assert result.error.frames == (
        (__file__, line_of(converts, "to_array(x)"), "converts"),
        (__file__, line_of(to_array, ".numpy()"), "to_array"),
    )


class Deciding(keras.layers.Layer):  # type: ignore[misc]
    """Branches on a tensor where AutoGraph does not convert."""

    def call(self, x: Any) -> Any:
        return x if tf.reduce_sum(x) > 0 else -x


def test_frames_behind_keras_are_the_users_alone() -> None:
    layer = Deciding()

    def apply(x: Any) -> Any:
        return layer(x)

    result = trace(apply, vector)
    assert result.error is not None
    assert [frame[2] for frame in result.error.frames] == ["apply", "call"]
    assert "\x1b" not in result.error.message
    assert "symbolic `tf.Tensor` as a Python `bool`" in result.error.message


def test_a_cell_of_a_notebook_is_named_as_its_own_file() -> None:
    import linecache

    source, file = "def half(x):\n    assert x > 0\n    return x / 2\n", "<ipython-input-7-abcdef>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    module = types.ModuleType("notebook")
    exec(compile(source, file, "exec"), module.__dict__)
    result = trace(module.half, vector)
    assert result.error is not None
    assert result.error.frames == ((file, 2, "half"),)


class TwoPartError(Exception):
    """AutoGraph cannot make another of these."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def test_an_error_of_the_users_own_class_keeps_its_name() -> None:
    def fail(x: Any) -> Any:
        raise TwoPartError("no", 3)

    result = trace(fail, vector)
    assert result.error is not None
    assert (result.error.type, result.error.message) == ("TwoPartError", "no")


def test_leaving_the_program_is_an_error_of_the_function() -> None:
    result = trace(lambda x: sys.exit("stop"), vector)
    assert result.error is not None
    assert (result.status, result.error.type) == ("raised", "SystemExit")


def argument_kinds(*args: Any, **kwargs: Any) -> Any:
    """Raise an error that says what the arguments have become."""
    raise RuntimeError(", ".join(f"{type(value).__name__}" for value in tf.nest.flatten((args, kwargs))))


def test_arguments_become_what_a_tf_function_makes_of_them() -> None:
    result = trace(argument_kinds, vector, 2, 1.5, "s", None, np.float32(3), np.ones(2), [1, (vector,)], k={"a": True})
    expected = "SymbolicTensor, int, float, str, NoneType, SymbolicTensor, SymbolicTensor, int, SymbolicTensor, bool"
    assert result.error is not None
    assert result.error.message == expected


def test_an_argument_that_tensorflow_does_not_take_is_its_error() -> None:
    result = trace(multiplies, {1, 2})
    assert result.error is not None
    assert (result.status, result.error.type) == ("raised", "TypeError")


def test_an_array_that_is_an_argument_can_be_changed_by_nobody() -> None:
    values = np.ones(3, np.float32)

    def add_in_place(x: Any) -> Any:
        x += 1.0
        return x

    assert trace(add_in_place, values).effects == ()
    assert values.tolist() == [1, 1, 1]


def test_a_list_that_is_an_argument_cannot_be_changed() -> None:
    items = [vector]
    result = trace(lambda parts: parts.append(1), items)
    assert result.error is not None
    assert "should not modify its Python input arguments" in result.error.message
    assert len(items) == 1


def test_the_value_of_a_captured_tensor_can_be_read() -> None:
    result = trace(lambda x: x * float(vector[0]) + vector.numpy().sum(), vector)
    assert result.status == "traced"


def test_keras_makes_its_own_generator_without_an_effect_of_the_users() -> None:
    result = trace(draws_with_the_generator_of_keras, vector)
    assert (result.status, result.effects) == ("traced", ())


def test_an_endless_loop_hangs_only_the_child() -> None:
    def loop(x: Any) -> Any:
        while True:
            pass

    result = trace(loop, vector, timeout=1.0)
    assert (result.status, result.reason) == ("hung", "it did not end within its time limit")


def test_work_that_needs_the_lost_threads_is_called_hung_and_not_wrong() -> None:
    big = tf.random.normal([1000, 1000])

    def multiply_now(x: Any) -> Any:
        with tf.init_scope():
            product = tf.matmul(big, big)
        return x + product[0, 0]

    result = trace(multiply_now, vector, timeout=2.0)
    assert (result.status, result.error) == ("hung", None)


def test_a_segmentation_fault_is_a_crash_of_the_child() -> None:
    result = trace(lambda x: os.kill(os.getpid(), signal.SIGSEGV), vector)
    assert (result.status, result.reason) == ("crashed", "its process died of SIGSEGV")


def test_a_tf_function_is_traced_with_its_own_options_and_stays_untraced() -> None:
    hybrid = tf.function(branches, autograph=False)
    assert trace(hybrid, vector).status == "raised"
    assert hybrid.experimental_get_tracing_count() == 0


def test_functions_run_eagerly_for_debugging_are_traced_all_the_same() -> None:
    tf.config.run_functions_eagerly(True)
    try:
        assert trace(branches, vector).status == "traced"
        assert tf.config.functions_run_eagerly()
    finally:
        tf.config.run_functions_eagerly(False)


def test_all_these_trials_left_no_process_no_descriptor_and_no_folder(open_before: set[str]) -> None:
    for _ in range(5):
        assert trace(multiplies, vector).status == "traced"
    assert open_descriptors() == open_before
    assert not [name for name in os.listdir(tempfile.gettempdir()) if name.startswith("hybridize-")]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


KERNEL_CELL = """
import random, time, numpy as np, tensorflow as tf, keras
from IPython.display import display
from jupyter_hybridize.runtime.isolation.trial_trace import trial_trace

B = tf.random.normal([1000, 1000]); tf.matmul(B, B)
model, optimizer, losses = keras.Sequential([keras.layers.Dense(1)]), keras.optimizers.Adam(), []

def step(x):
    display("shown")
    print("shown")
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(model(x))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    losses.append(loss)
    input("?")

result = trial_trace(step, (tf.ones([2, 3]),))
print(result.status, [effect.kind for effect in result.effects], result.error.type, result.error.frames[0][2])
print(model.built, optimizer.built, losses)
"""


def test_in_a_running_kernel_nothing_reaches_the_front_end() -> None:
    manager_module = pytest.importorskip("jupyter_client.manager")
    pytest.importorskip("ipykernel")
    manager, client = manager_module.start_new_kernel(env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"})
    outputs: list[Any] = []
    try:
        reply = client.execute_interactive(KERNEL_CELL, timeout=PATIENCE, output_hook=outputs.append)
        assert reply["content"]["status"] == "ok", reply["content"]
        client.execute_interactive("print(1 + 1)", timeout=PATIENCE, output_hook=outputs.append)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    streams = "".join(m["content"]["text"] for m in outputs if m["content"].get("name") == "stdout")
    assert streams == ("raised ['printed', 'printed', 'mutated', 'leaked'] EOFError step\nFalse False []\n2\n")
    assert not [m for m in outputs if m["msg_type"] == "display_data"]
