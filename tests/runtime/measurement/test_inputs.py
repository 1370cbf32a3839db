"""Arguments from a call as it is written, and arguments made up from descriptions."""

from __future__ import annotations

import pytest

pytest.importorskip("tensorflow")

import numpy as np
import tensorflow as tf

from jupyter_hybridize.results.observed import Observed
from jupyter_hybridize.runtime.measurement.input_signature import SignatureError, misfit, read_signature
from jupyter_hybridize.runtime.measurement.inputs import InputError, arguments_of, descriptions
from jupyter_hybridize.runtime.measurement.synthesis import OPEN_AXIS, synthesise

pytestmark = pytest.mark.tensorflow


class Model:
    def __init__(self) -> None:
        self.calls = 0

    def step(self, x: object, training: bool = False) -> object:
        self.calls += 1
        return x


def scaled(x: tf.Tensor, by: float = 1.0, *rest: object, **named: object) -> tf.Tensor:
    return x * by


def test_the_call_is_not_made() -> None:
    model = Model()
    call = arguments_of("model.step(3, training=True)", {"model": model})
    assert (call.function, call.args, dict(call.kwargs)) == (model.step, (3,), {"training": True})
    assert call.name == "Model.step"
    assert model.calls == 0


def test_each_argument_is_evaluated_once() -> None:
    numbers = iter(range(10))
    call = arguments_of("scaled(next(numbers), next(numbers))", {"scaled": scaled, "numbers": numbers})
    assert call.args == (0, 1)
    assert next(numbers) == 2


def test_a_dataset_can_be_asked_for_its_first_batch() -> None:
    dataset = tf.data.Dataset.range(6).batch(3)
    call = arguments_of("scaled(next(iter(ds)))", {"scaled": scaled, "ds": dataset})
    (batch,) = call.args
    assert batch.numpy().tolist() == [0, 1, 2]


def test_stars_lambdas_and_comprehensions_read_the_namespace() -> None:
    space = {"scaled": scaled, "xs": [1, 2], "options": {"a": 1}, "n": 3}
    call = arguments_of("scaled(*[x * n for x in xs], **options)", space)
    assert (call.args, dict(call.kwargs)) == ((3, 6), {"a": 1})


def test_the_namespace_gains_no_name() -> None:
    space = {"scaled": scaled}
    arguments_of("scaled((y := 2))", space)
    assert space.keys() == {"scaled"}


def test_a_graph_has_the_name_of_its_function_and_an_object_that_of_its_variable() -> None:
    assert arguments_of("f(1)", {"f": tf.function(scaled)}).name == "scaled"
    assert arguments_of("f(1)", {"f": lambda x: x}).name == "f"

    class Net:
        def __call__(self, x: object) -> object:
            return x

    assert arguments_of("net(1)", {"net": Net()}).name == "net"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x + 1", "`x + 1` is not a call; write one as in `train_step(x, y)`"),
        ("y = scaled(x)", "`y = scaled(x)` is not a call; write one as in `train_step(x, y)`"),
        ("scaled(x); scaled(x)", "one call is wanted, as in `train_step(x, y)`"),
        ("", "one call is wanted, as in `train_step(x, y)`"),
        ("scaled(x", "`scaled(x` is not Python: '(' was never closed"),
        ("scaled(missing)", "`scaled(missing)` cannot be evaluated: NameError: name 'missing' is not defined"),
        ("scaled(1 / 0)", "`scaled(1 / 0)` cannot be evaluated: ZeroDivisionError: division by zero"),
        ("x(1)", "`x` is not a function"),
        ("int(1)", "`int` is a class, not a function"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        arguments_of(text, {"scaled": scaled, "x": 1})
    assert str(caught.value) == message


def test_interrupting_an_argument_is_no_error_of_the_call() -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        arguments_of("scaled(interrupt())", {"scaled": scaled, "interrupt": interrupt})


def test_descriptions_tell_types_and_never_values() -> None:
    found = descriptions(scaled, (tf.ones([2, 3]), 0.125), {"secret": "password"})
    assert found == ("x: float32[2,3]", "by: float", "named: dict")
    assert descriptions(Model().step, (np.zeros([4], np.int64),), {}) == ("x: int64[4]",)


def test_tensors_arrays_and_variables_are_made_up() -> None:
    made = synthesise(
        [
            ("x", Observed("tensor", "EagerTensor", "float32", (None, 10))),
            ("labels", Observed("array", "numpy.ndarray", "int64", (None,))),
            ("v", Observed("variable", "Variable", "float16", (2,))),
            ("name", Observed("tensor", "EagerTensor", "string", (3,))),
            ("nothing", Observed("none", "NoneType")),
        ]
    )
    values = dict(made.values)
    x, labels, v = values["x"], values["labels"], values["v"]
    assert isinstance(x, tf.Tensor)
    assert (x.dtype, x.shape.as_list()) == (tf.float32, [OPEN_AXIS, 10])
    assert isinstance(labels, np.ndarray)
    assert (labels.dtype, set(labels.tolist())) == (np.int64, {0, 1})
    assert isinstance(v, tf.Variable)
    assert values["nothing"] is None
    assert made.notes == (
        "open axes of `x` (float32[?,10]) were given the size 32",
        "open axes of `labels` (int64[?]) were given the size 32",
    )


def test_the_same_descriptions_make_the_same_values_and_draw_nothing_from_the_program() -> None:
    specs = [("x", Observed("tensor", "EagerTensor", "float32", (4,)))]
    np.random.seed(1)
    before = np.random.get_state()[1].tolist()
    one, two = (dict(synthesise(specs).values)["x"] for _ in range(2))
    assert bool(tf.reduce_all(one == two))
    assert np.random.get_state()[1].tolist() == before


def test_containers_are_made_up_of_their_items() -> None:
    item = Observed("tensor", "EagerTensor", "float32", (2,))
    pair = Observed("sequence", "builtins.tuple", items=(item, item))
    mapping = Observed("mapping", "builtins.dict", items=(item,), keys=("image",))
    values = dict(synthesise([("pair", pair), ("batch", mapping)]).values)
    assert isinstance(values["pair"], tuple)
    assert len(values["pair"]) == 2
    assert isinstance(values["batch"], dict)
    assert list(values["batch"]) == ["image"]


def test_unknown_values_shapes_and_dtypes_are_assumed_aloud() -> None:
    made = synthesise([("n", Observed("scalar", "builtins.int")), ("x", Observed("tensor", "EagerTensor"))])
    assert dict(made.values)["n"] == 1
    assert made.notes == (
        "the value of `n` is not known: 1 was taken",
        "the dtype of `x` is not known: float32 was taken",
        "the shape of `x` is not known: a vector of 32 was taken",
    )


@pytest.mark.parametrize("kind", ["string", "object", "dataset", "function", "unknown"])
def test_what_has_no_random_value_is_refused(kind: str) -> None:
    with pytest.raises(InputError, match=r"`mode` .* cannot be made up; give a call"):
        synthesise([("mode", Observed(kind, "builtins.str"))])


def test_made_up_arguments_reach_parameters_that_have_no_keyword() -> None:
    def function(x: object, /, y: object) -> None: ...

    spec = Observed("tensor", "EagerTensor", "float32", (2,))
    call = synthesise([("x", spec), ("y", spec)]).call(function, "function")
    assert (len(call.args), list(call.kwargs)) == (1, ["y"])


@pytest.fixture
def arguments() -> tuple[object, ...]:
    return tf.ones([4, 10]), tf.zeros([4], tf.int32)


def loss(x: object, y: object, weight: float = 1.0) -> object:
    return x, y, weight


def test_a_signature_is_read_however_it_is_spelled(arguments: tuple[object, ...]) -> None:
    texts = (
        "[tf.TensorSpec([None, 10], tf.float32), tf.TensorSpec([None], tf.int32)]",
        "(tensorflow.TensorSpec(shape=(None, 10), dtype='float32'), TensorSpec(None, dtype=np.int32))",
    )
    for text in texts:
        assert misfit(read_signature(text), loss, arguments, {}) is None


def test_a_signature_is_never_run() -> None:
    with pytest.raises(SignatureError, match="cannot be read as a spec"):
        read_signature("[tf.TensorSpec(exit(), tf.float32)]")
    with pytest.raises(SignatureError, match=r"is not a `tf\.TensorSpec"):
        read_signature("[open('x', 'w')]")
    with pytest.raises(SignatureError, match="is not a list"):
        read_signature("specs")


def test_arguments_that_do_not_fit_a_signature_are_named(arguments: tuple[object, ...]) -> None:
    narrow = read_signature("[tf.TensorSpec([None, 3], tf.float32), tf.TensorSpec([None], tf.int32)]")
    assert misfit(narrow, loss, arguments, {}) == "`x` is not a float32[?,3]"
    other = read_signature("[tf.TensorSpec([None, 10], tf.float32), tf.TensorSpec([None], tf.int64)]")
    assert misfit(other, loss, arguments, {}) == "`y` is not a int64[?]"
    fitting = read_signature("[tf.TensorSpec([None, 10], tf.float32), tf.TensorSpec([None], tf.int32)]")
    assert misfit(fitting, loss, arguments, {"weight": 2.0}) == "2 specs for 3 arguments"
    assert misfit(fitting, loss, (arguments[0], "text"), {}) == "`y` is not a int32[?]"
