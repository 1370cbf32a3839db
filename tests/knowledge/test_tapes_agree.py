"""Gradient tapes, tensor arrays, generators and tables: programs run by TensorFlow and by their models."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jupyter_hybridize.domain.value import AbstractValue, Instance
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Call, Host
from tests.knowledge.concrete_values import compare

pytestmark = pytest.mark.tensorflow
KNOWLEDGE = Knowledge.load()
Program = Callable[..., Any]


class Modelled:
    """An object of a library class, driven through its overlay as a program would drive the real one."""

    def __init__(self, host: Host, item: AbstractValue) -> None:
        self.host, self.item = host, item

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def method(*items: AbstractValue, **keywords: AbstractValue) -> Any:
            atom = self.item.only()
            assert isinstance(atom, Instance)
            call = Call(name, self.host, Arguments(items, keywords), self.item, f"x.{name}")
            found = KNOWLEDGE.call_method(atom.cls, call)
            assert found is not None, f"{atom.cls}.{name} is not known"
            return Modelled(self.host, found) if isinstance(found.only(), Instance) else found

        return method


def made(host: Host, name: str, *items: AbstractValue, **keywords: AbstractValue) -> Modelled:
    return Modelled(host, KNOWLEDGE.call(Call(f"tensorflow.{name}", host, Arguments(items, keywords), text=name)))


def gradient(method: str) -> tuple[Program, Program]:
    def run(target_of: Any, sources: Any) -> Any:
        import tensorflow as tf

        with tf.GradientTape(persistent=True) as tape:
            for each in tf.nest.flatten(sources):
                tape.watch(each)
            target = tf.nest.map_structure(lambda v: v * v, sources)
            total = tf.reduce_sum(tf.add_n([tf.reduce_sum(v) for v in tf.nest.flatten(target)]))
            result = total if method == "jacobian" else target
        return getattr(tape, method)(result, sources)

    def model(host: Host, target: AbstractValue, sources: AbstractValue) -> Any:
        return getattr(made(host, "GradientTape"), method)(target, sources)

    return run, model


def sources() -> list[Any]:
    import tensorflow as tf

    x, v = tf.ones([2, 3]), tf.Variable(tf.ones([3]))
    return [x, v, [x, v], (x, v), {"a": x}, [x, (v, v)]]


def test_gradients_have_the_structure_of_their_sources() -> None:
    import tensorflow as tf

    found = []
    for method in ("gradient", "jacobian"):
        run, model = gradient(method)
        for each in sources():
            made_of_it = compare(run, model, tf.constant(1.0), each).complaints()
            found += [f"{method} {each!r:.80}: {complaint}" for complaint in made_of_it]
    assert not found, "\n".join(found)


ARRAYS = [
    lambda new, x, i: new.write(i, x).read(i),
    lambda new, x, i: new.write(i, x).stack(),
    lambda new, x, i: new.unstack(x).read(i),
    lambda new, x, i: new.unstack(x).stack(),
    lambda new, x, i: new.unstack(x).concat(),
    lambda new, x, i: new.unstack(x).size(),
    lambda new, x, i: new.write(i, x).identity().read(i),
]


@pytest.mark.parametrize("number", range(len(ARRAYS)))
def test_tensor_arrays_give_what_was_written(number: int) -> None:
    import tensorflow as tf

    program = ARRAYS[number]

    def run(dtype: Any, size: Any, x: Any, i: Any) -> Any:
        return program(tf.TensorArray(dtype, size), x, i)

    def model(host: Host, dtype: AbstractValue, size: AbstractValue, x: AbstractValue, i: AbstractValue) -> Any:
        return program(made(host, "TensorArray", dtype, size), x, i)

    assert not compare(run, model, tf.float32, 2, tf.ones([2, 3]), 0).complaints()


def test_a_generator_draws_the_shapes_and_dtypes_it_is_asked_for() -> None:
    import tensorflow as tf

    real = tf.random.Generator.from_seed(1)
    draws = {"normal": ([2, 3],), "uniform": ([4],), "truncated_normal": ((2,),), "make_seeds": (3,)}
    for name, arguments in draws.items():

        def run(*items: Any, name: str = name) -> Any:
            return getattr(real, name)(*items)

        def model(host: Host, *items: AbstractValue, name: str = name) -> Any:
            generator = Modelled(host, host.new_object("tensorflow.random.Generator"))
            return getattr(generator, name)(*items)

        assert not compare(run, model, *arguments).complaints(), name


def test_a_table_gives_a_value_for_each_key() -> None:
    import tensorflow as tf

    def run(keys: Any, values: Any, asked: Any) -> Any:
        pairs = tf.lookup.KeyValueTensorInitializer(keys, values)
        return tf.lookup.StaticHashTable(pairs, -1).lookup(asked)

    def model(host: Host, keys: AbstractValue, values: AbstractValue, asked: AbstractValue) -> Any:
        pairs = made(host, "lookup.KeyValueTensorInitializer", keys, values).item
        return made(host, "lookup.StaticHashTable", pairs).lookup(asked)

    assert not compare(run, model, ["a", "b"], [1, 2], tf.constant([["a"]])).complaints()
