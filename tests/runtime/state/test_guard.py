"""Everything that a function can touch is what it was when the guard is left."""

from __future__ import annotations

import array
import collections
import functools
import gc
import os
import random
import types
import warnings
from collections.abc import Callable
from typing import ClassVar

import pytest

pytest.importorskip("tensorflow")

import keras
import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.state.guard import StateGuard

pytestmark = pytest.mark.tensorflow

COUNT = 0
TABLE = {"a": 1}
SETTINGS = types.ModuleType("settings")
UNCHANGED = object()


def check(function: Callable[..., object], read: Callable[[], object], *args: object) -> None:
    """Check that the function changes what *read* shows, and that the guard puts it back, from reset and at the end."""
    before = read()
    guard = StateGuard(function, args)
    assert guard.unrestorable == ()
    with guard:
        for leave_alone in (False, False, True):
            function(*args)
            assert read() != before
            if not leave_alone:
                guard.reset()
                assert read() == before
    assert read() == before
    assert guard.differences() == ()


def test_a_list_of_a_closure() -> None:
    history = [1, 2]
    check(lambda: history.append(3), lambda: list(history))


def test_a_list_that_is_reached_by_its_bound_method() -> None:
    history = [1, 2]
    note = history.append
    check(lambda: note(3), lambda: list(history))


def test_a_dict_keeps_the_order_of_its_keys() -> None:
    cache = {"a": 1, "b": 2}

    def step() -> None:
        cache["a"] = cache.pop("a") + 1

    check(step, lambda: list(cache.items()))


def test_an_ordered_dict_whose_keys_moved() -> None:
    cache = collections.OrderedDict(a=1, b=2)
    check(lambda: cache.move_to_end("a"), lambda: list(cache.items()))


def test_a_defaultdict_that_a_read_fills() -> None:
    cache: collections.defaultdict[str, list[int]] = collections.defaultdict(list)
    check(lambda: cache["new"], lambda: dict(cache))


@pytest.mark.parametrize(
    ("container", "change"),
    [
        (collections.deque([1, 2], maxlen=2), lambda value: value.append(3)),
        ({1, 2}, lambda value: value.add(3)),
        (collections.Counter("aab"), lambda value: value.update("b")),
        (bytearray(b"ab"), lambda value: value.append(1)),
        (array.array("d", [1.0]), lambda value: value.append(2.0)),
    ],
    ids=["deque", "set", "Counter", "bytearray", "array"],
)
def test_other_containers(container: object, change: Callable[[object], None]) -> None:
    check(lambda: change(container), lambda: repr(container))


def test_what_a_tuple_holds() -> None:
    pair = ([1], {})
    check(lambda: pair[0].append(2), lambda: list(pair[0]))


def test_an_argument() -> None:
    batch = {"x": [1]}
    check(lambda given: given["x"].append(2), lambda: list(batch["x"]), batch)


def test_a_default_value() -> None:
    def step(seen: list[int] = []) -> None:  # noqa: B006
        seen.append(1)

    check(step, lambda: list(step.__defaults__[0]))


def test_an_attribute_of_the_function_itself() -> None:
    def step() -> None:
        step.calls = getattr(step, "calls", 0) + 1

    check(step, lambda: dict(vars(step)))


def test_a_rebound_variable_of_a_closure() -> None:
    calls = 0

    def step() -> None:
        nonlocal calls
        calls += 1

    check(step, lambda: calls)


def test_a_variable_of_a_closure_that_was_not_assigned_yet() -> None:
    def step() -> None:
        nonlocal later
        later = 1

    def is_assigned() -> bool:
        try:
            return bool(later)
        except NameError:
            return False

    check(step, is_assigned)
    later = 0


def test_a_rebound_global() -> None:
    def step() -> None:
        global COUNT
        COUNT += 1

    check(step, lambda: COUNT)


def test_a_new_and_a_deleted_global() -> None:
    def step() -> None:
        global NEW, UNCHANGED
        NEW = 1
        del UNCHANGED

    check(step, lambda: {"NEW", "UNCHANGED"} & globals().keys())


def test_a_global_of_a_helper_of_a_helper() -> None:
    check(_outer_helper, lambda: dict(TABLE))


def _outer_helper() -> None:
    return _inner_helper()


def _inner_helper() -> None:
    TABLE["a"] += 1


def test_a_global_read_by_a_comprehension_inside() -> None:
    check(lambda: [TABLE.update(b=each) for each in range(2)], lambda: dict(TABLE))


class Counting:
    """Counts, on the instance and on the class."""

    total = 0
    seen: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.calls = 0

    def step(self) -> None:
        self.calls += 1
        Counting.total += 1
        self.seen.append(self.calls)
        self.new = 1

    __call__ = step


def test_attributes_of_self_and_of_its_class() -> None:
    counting = Counting()
    check(counting.step, lambda: (dict(vars(counting)), Counting.total, list(Counting.seen)))


def test_a_callable_object() -> None:
    counting = Counting()
    check(counting, lambda: (dict(vars(counting)), Counting.total, list(Counting.seen)))


def test_an_instance_whose_attributes_are_exchanged_as_a_whole() -> None:
    counting = Counting()

    def step() -> None:
        counting.__dict__ = {"other": 1}

    check(step, lambda: dict(vars(counting)))
    assert counting.calls == 0


def test_slots() -> None:
    class Slotted:
        __slots__ = ("calls", "later")

    slotted = Slotted()
    slotted.calls = 0

    def step() -> None:
        slotted.calls += 1
        slotted.later = 1

    check(step, lambda: (slotted.calls, hasattr(slotted, "later")))


def test_partial_and_wrapped_functions() -> None:
    history: list[int] = []

    def note(history: list[int], value: int) -> None:
        history.append(value)

    @functools.wraps(note)
    def wrapper() -> None:
        functools.partial(note, history)(1)

    check(functools.partial(note, history, 1), lambda: list(history))
    check(wrapper, lambda: list(history))


def test_a_trace_whose_variable_is_gone_is_no_obstacle() -> None:
    made = {"v": tf.Variable(1.0)}

    @tf.function
    def step(x: tf.Tensor) -> tf.Tensor:
        return x * made["v"]

    x = tf.ones([2])
    step(x)
    made["v"] = tf.Variable(2.0)  # as when the cell that makes the model is run again
    gc.collect()

    with StateGuard(step, (x,)):
        made["v"].assign(5.0)

    assert made["v"].numpy() == 2.0


def test_a_tf_function_and_its_traces() -> None:
    history: list[int] = []

    @tf.function
    def traced(x: tf.Tensor) -> tf.Tensor:
        history.append(1)
        return x + 1

    check(lambda: traced(tf.constant(1)), lambda: (list(history), traced.experimental_get_tracing_count()))


def test_a_property_that_is_computed_once() -> None:
    class Lazy:
        @functools.cached_property
        def value(self) -> int:
            return 3

    lazy = Lazy()
    check(lambda: lazy.value, lambda: dict(vars(lazy)))


def test_an_empty_cache_of_a_function() -> None:
    @functools.lru_cache
    def cached(value: int) -> int:
        return value

    check(lambda: cached(1), lambda: cached.cache_info().currsize)


def test_a_module_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    SETTINGS.__dict__.update(rate=0.1, __file__="/home/somebody/settings.py")
    monkeypatch.setitem(__import__("sys").modules, "settings", SETTINGS)

    def step() -> None:
        SETTINGS.rate *= 2
        SETTINGS.new = 1

    check(step, lambda: (SETTINGS.rate, hasattr(SETTINGS, "new")))


@pytest.mark.parametrize(
    ("values", "change"),
    [
        (np.zeros(3), lambda value: value.__iadd__(1)),
        (np.zeros((2, 3))[:, ::2], lambda value: value.fill(1)),
        (np.array([0.0, np.nan]), lambda value: value.__setitem__(0, -0.0)),
        (np.array([None, [1]], dtype=object), lambda value: value[1].append(2)),
        (np.array(["a", "b"]), lambda value: value.__setitem__(0, "c")),
        (np.array([(1, 2.0)], dtype=[("a", int), ("b", float)]), lambda value: value.__setitem__("a", 3)),
        (np.zeros(4), lambda value: setattr(value, "shape", (2, 2))),
        (np.ma.array([1, 2], mask=[False, True]), lambda value: value.__setitem__(1, 5)),
    ],
    ids=["plain", "view", "sign of zero", "objects", "strings", "records", "shape", "masked"],
)
def test_an_array(values: np.ndarray, change: Callable[[np.ndarray], None]) -> None:
    check(lambda: change(values), lambda: (values.shape, values.tolist().__repr__()))


@pytest.mark.parametrize(
    "generator",
    [random.Random(1), np.random.default_rng(1), np.random.RandomState(1), np.random.PCG64(1)],
    ids=lambda value: type(value).__name__,
)
def test_a_generator_of_random_numbers(generator: object) -> None:
    def draw() -> object:
        return generator.random_raw() if isinstance(generator, np.random.PCG64) else generator.random()

    with StateGuard(draw) as guard:
        drawn = draw()
        guard.reset()
        assert draw() == drawn
    assert draw() == drawn


def test_the_streams_of_the_process() -> None:
    def draw() -> tuple[float, ...]:
        return random.random(), np.random.rand(), float(keras.random.normal([])), random.gauss(0, 1)

    with StateGuard(draw):
        drawn = draw()
    assert draw() == drawn


def test_streams_of_tensorflow_go_on_whether_seeded_globally_by_operation_or_by_both() -> None:
    def draw() -> list[float]:
        return [float(tf.random.normal([])), float(tf.random.normal([], seed=3)), float(tf.random.uniform([]))]

    tf.random.set_seed(5)
    expected = [draw() for _ in range(4)]
    tf.random.set_seed(5)
    seen = [draw()]
    with StateGuard(draw) as guard:
        draw()
        tf.function(draw)
        guard.reset()
        draw()
    assert [*seen, draw(), draw(), draw()] == expected


def test_a_stream_in_a_graph_elsewhere_goes_on() -> None:
    @tf.function
    def elsewhere() -> tf.Tensor:
        return tf.random.normal([])

    tf.random.set_seed(5)
    expected = [float(elsewhere()) for _ in range(3)]
    tf.random.set_seed(5)
    elsewhere = tf.function(elsewhere.python_function)
    seen = [float(elsewhere())]
    with StateGuard(lambda: tf.random.normal([])):
        tf.random.normal([])
    assert [*seen, float(elsewhere()), float(elsewhere())] == expected


def test_the_names_that_keras_gives() -> None:
    def step() -> None:
        keras.layers.Dense(1)

    check(step, lambda: keras.src.backend.common.global_state.get_global_attribute("object_name_uids")["dense"])


def test_settings_of_libraries_and_process() -> None:
    def step() -> None:
        keras.config.set_floatx("float64")
        np.seterr(all="raise")
        os.environ["NEW_NAME"] = "1"
        os.chdir("/")
        warnings.simplefilter("error")

    def read() -> object:
        return keras.config.floatx(), np.geterr(), "NEW_NAME" in os.environ, os.getcwd(), list(warnings.filters)

    keras.config.floatx()
    check(step, read)


def test_the_dtype_policy() -> None:
    keras.config.dtype_policy()
    check(lambda: keras.config.set_dtype_policy("mixed_float16"), lambda: keras.config.dtype_policy().name)


@pytest.mark.parametrize("dtype", ["float32", "int64", "bool", "string", "bfloat16", "complex64", "uint8"])
def test_a_variable_of_any_dtype(dtype: str) -> None:
    first, second = {"string": ("a", "b"), "bool": (True, False)}.get(dtype, (1, 2))
    variable = tf.Variable(
        tf.constant([first, second], tf.string) if dtype == "string" else tf.cast([first, second], dtype)
    )
    check(lambda: variable[0].assign(variable[1]), lambda: variable.numpy().tolist())


def test_a_variable_whose_shape_may_change() -> None:
    variable = tf.Variable([1.0], shape=tf.TensorShape(None))
    check(lambda: variable.assign([[1.0, 2.0]]), lambda: variable.numpy().tolist())


def test_variables_in_containers_modules_and_checkpoints() -> None:
    module = tf.Module()
    module.weights = [tf.Variable(1.0), {"deep": (tf.Variable(2.0),)}]
    module.names = {"a": 1}
    checkpoint = tf.train.Checkpoint(module=module)

    def step() -> None:
        checkpoint.module.weights[0].assign_add(1.0)
        checkpoint.module.weights[1]["deep"][0].assign_add(1.0)
        checkpoint.module.names["b"] = 2
        checkpoint.module.weights.append(tf.Variable(3.0))

    def read() -> object:
        values = module.weights[0].numpy(), module.weights[1]["deep"][0].numpy()
        return values, dict(module.names), len(module.weights), len(module.variables)

    check(step, read)
    assert len(checkpoint.write.__self__.module.weights) == 2


def test_a_checkpoint_can_still_be_written(tmp_path: object) -> None:
    module = tf.Module()
    module.history = [1.0]

    def step() -> None:
        module.history.append(2.0)

    with StateGuard(step):
        step()
    tf.train.Checkpoint(module=module).write(f"{tmp_path}/checkpoint")


def test_a_variable_behind_a_graph_whose_name_was_rebound() -> None:
    counter = tf.Variable(0)

    @tf.function
    def count() -> None:
        counter.assign_add(1)

    count()
    old, counter = counter, tf.Variable(0)
    check(count, lambda: old.numpy())


def test_a_mutable_table() -> None:
    table = tf.lookup.experimental.MutableHashTable(tf.string, tf.int64, -1)
    table.insert(["a"], [1])
    check(
        lambda: table.insert(["a", "b"], [2, 3]),
        lambda: sorted(zip(*(each.numpy().tolist() for each in table.export()), strict=True)),
    )


def test_flags_and_rates_of_keras() -> None:
    layer = keras.layers.Dense(1)
    optimizer = keras.optimizers.SGD(0.1)

    def step() -> None:
        layer.trainable = False
        optimizer.learning_rate = 0.2
        optimizer.iterations.assign_add(1)

    check(step, lambda: (layer.trainable, float(optimizer.learning_rate), int(optimizer.iterations)))


def test_what_compile_and_fit_leave_in_a_model() -> None:
    keras.utils.set_random_seed(1)
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile("adam", "mse", metrics=["mae"])
    features = np.ones((4, 2), "float32")

    def read() -> object:
        return model.built, len(model.variables), model.optimizer.built, model.train_function is None

    check(lambda: model.train_on_batch(features, features[:, :1]), read)


def test_variables_of_a_distribution_strategy() -> None:
    with tf.distribute.MirroredStrategy(["CPU:0"]).scope():
        variable = tf.Variable(1.0)
    check(lambda: variable.assign_add(1.0), lambda: float(variable.numpy()))


def test_what_nobody_in_reach_names_is_left_alone() -> None:
    global COUNT
    with StateGuard(lambda: None):
        COUNT += 1
    assert COUNT == 1
    COUNT = 0


def test_an_exception_leaves_nothing_behind_and_goes_on() -> None:
    history: list[int] = []

    def step() -> None:
        history.append(1)
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"), StateGuard(step):
        step()
    assert history == []


def test_guards_inside_of_guards() -> None:
    history: list[int] = []

    def step() -> None:
        history.append(1)

    with StateGuard(step):
        step()
        with StateGuard(step):
            step()
        assert history == [1]
    assert history == []


def test_a_guard_serves_again() -> None:
    history: list[int] = []

    def step() -> None:
        history.append(1)

    guard = StateGuard(step)
    for _ in range(2):
        with guard:
            step()
        history.append(0)
    assert history == [0, 0]
    assert guard.differences() == ("history",)
