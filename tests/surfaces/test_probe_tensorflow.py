"""What the probe tells of TensorFlow's and Keras' own objects, and of the user's that derive from them."""

import numpy as np
import pytest

from jupyter_hybridize.results.evidence import observed
from jupyter_hybridize.surfaces.probe import probe
from tests.untraced import functions_called, least_seconds, machine_seconds

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")


def told(item):
    return observed(probe({"x": item}, ["x"])["names"]["x"])


def refuse(*args, **kwargs):
    raise AssertionError("code of the user's ran")


@pytest.mark.parametrize(
    ("make", "kind", "shown"),
    [
        (lambda: tf.ones([2, 3]), "tensor", "float32[2,3]"),
        (lambda: tf.constant("a"), "tensor", "string[]"),
        (lambda: tf.Variable(tf.ones([2])), "variable", "float32[2]"),
        (lambda: tf.Variable(1.0, shape=tf.TensorShape(None)), "variable", "float32[?]"),
        (lambda: keras.Variable(np.ones(3, "float32")), "variable", "float32[3]"),
        (lambda: keras.Input((3,)), "tensor", "float32[?,3]"),
        (lambda: tf.ragged.constant([[1], [1, 2]]), "tensor", "int32[2,?]"),
        (lambda: tf.sparse.from_dense([[1.0]]), "tensor", "float32[1,1]"),
    ],
)
def test_tensors_have_dtype_and_shape(make, kind, shown):
    found = told(make())

    assert (found.kind, str(found)) == (kind, shown)


def test_a_data_set_tells_its_elements():
    pairs = tf.data.Dataset.from_tensor_slices(({"image": np.ones((6, 2), "float32")}, np.ones(6, "int32")))
    (element,) = told(pairs.shuffle(3).batch(2)).items

    assert [item.kind for item in element.items] == ["mapping", "tensor"]
    assert element.items[0].keys == ("image",)
    assert [str(element.items[0].items[0]), str(element.items[1])] == ["float32[?,2]", "int32[?]"]


def test_keras_objects_tell_whether_they_are_built():
    layer = keras.layers.Dense(3)
    assert (told(layer).built, told(layer).type) == (False, "keras.src.layers.core.dense.Dense")

    layer(tf.ones([1, 2]))

    assert told(layer).built is True
    assert told(keras.optimizers.Adam()).built is False


def test_a_functional_model_tells_its_ends():
    given = keras.Input((3,))
    model = keras.Model(given, [keras.layers.Dense(2)(given), keras.Sequential([keras.layers.Dense(4)])(given)])

    found = told(model)

    assert found.keys == ("inputs", "outputs")
    assert str(found.items[0]) == "float32[?,3]"
    assert [str(item) for item in found.items[1].items] == ["float32[?,2]", "float32[?,4]"]


class Printing(keras.layers.Layer):
    def call(self, x):
        print("traced")
        return x


@pytest.mark.parametrize(
    "make",
    [
        lambda: keras.layers.Lambda(lambda x: x),
        lambda: keras.layers.Dense(2, activation=lambda x: x),
        lambda: keras.layers.Dense(2, kernel_regularizer=lambda w: tf.reduce_sum(w)),
        lambda: Printing(),
        lambda: keras.Sequential([keras.layers.Lambda(lambda x: x)]),
    ],
)
def test_a_model_that_runs_code_of_the_users_tells_no_ends(make):
    given = keras.Input((3,))

    assert told(keras.Model(given, make()(given))).items == ()


def test_classes_of_the_users_name_the_library_they_derive_from():
    found = told(Printing())

    assert found.kind == "object"
    assert "keras.src.layers.layer.Layer" in found.bases


def test_properties_of_the_users_are_not_read():
    class Mine(keras.layers.Layer):
        pass

    class Source(tf.data.Dataset):
        element_spec = property(refuse)
        __init__ = __del__ = lambda self: None

        def _inputs(self):
            return []

    class Weights(tf.Module):
        variables = property(refuse)

    layer = Mine()
    Mine.shape = Mine.dtype = Mine.built = Mine.element_spec = property(refuse)
    Mine.__getattribute__ = Mine.__len__ = Mine.__iter__ = Mine.__repr__ = refuse
    for item in (layer, Source.__new__(Source), Weights()):
        assert told(item).kind == "object"


def test_symbolic_tensors_of_a_graph_are_unknown():
    leaked = []
    tf.function(lambda x: leaked.append(x) or x)(tf.ones(2))

    assert told(leaked[0]).kind == "unknown"


def test_two_hundred_names_take_a_few_milliseconds():
    items = [tf.ones(2), np.ones(3), keras.layers.Dense(2), keras.optimizers.Adam(), (1, 2), "a", tf.Variable(1.0)]
    namespace = {f"x{n}": items[n % len(items)] for n in range(200)}

    assert len(probe(namespace, list(namespace))["names"]) == 200
    assert functions_called(lambda: probe(namespace, list(namespace))) < 20_000
    assert least_seconds(lambda: probe(namespace, list(namespace))) < machine_seconds(0.01)  # 1 ms on an idle machine


def test_probing_leaves_keras_as_it_was():
    model = keras.Sequential([keras.layers.Dense(2)])
    before = dict(vars(model))

    told(model)

    assert vars(model) == before
    assert not model.built
