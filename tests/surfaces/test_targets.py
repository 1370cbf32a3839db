"""Names and calls, looked up in a kernel."""

import functools

import pytest

from jupyter_hybridize.surfaces.commands import CommandError
from jupyter_hybridize.surfaces.targets import find_target


class Trainer:
    def step(self, x):
        return x

    @property
    def broken(self):
        raise RuntimeError("a secret")

    def __call__(self, x):
        return x


class Child(Trainer):
    pass


def step(x):
    return x


@functools.wraps(step)
def wrapped(*args):
    return step(*args)


class Function:
    """Like TensorFlow's: the plain function stands in an attribute."""

    python_function = staticmethod(step)

    def __call__(self, x):
        return x


NAMESPACE = {
    "step": step,
    "wrapped": wrapped,
    "model": Child(),
    "Trainer": Trainer,
    "hybrid": Function(),
    "x": 3,
}


@pytest.mark.parametrize(
    ("text", "path", "call", "name"),
    [
        ("step", "step", "", "step"),
        ("step(x,  y=1)", "step", "step(x, y=1)", "step"),
        ("model.step", "model.step", "", "Trainer.step"),
        ("model.step(x)", "model.step", "model.step(x)", "Trainer.step"),
        ("Trainer.step", "model.step", "", "Trainer.step"),
        ("wrapped", "wrapped", "", "step"),
        ("hybrid(x)", "hybrid", "hybrid(x)", "step"),
        ("model(x)", "model", "model(x)", "Child.call"),
    ],
)
def test_name_or_call_is_found(text, path, call, name):
    target = find_target(text, NAMESPACE)

    assert (target.path, target.call, target.name) == (path, call, name)


def test_object_may_be_defined_by_any_of_its_classes():
    assert find_target("model", NAMESPACE).names == ("Child.call", "Child.__call__", "Trainer.call", "Trainer.__call__")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("missing", "`missing` is not defined in this kernel"),
        ("missing.step(x)", "`missing` is not defined in this kernel"),
        ("model.nothing", "`model` has no `nothing`"),
        ("print(x)", "`print` is a function of Python's"),
        ("x", "`x` is not a function"),
        ("Trainer", "`Trainer` is a class"),
        ("step(", "neither a name nor a call"),
        ("step x", "neither a name nor a call"),
        ("step(x) --seconds 3", "options stand before the call"),
        ("factory()(x)", "neither a name nor a call of a name"),
        ("(lambda: 1)()", "neither a name nor a call of a name"),
        ("x = 1", "neither a name nor a call"),
    ],
)
def test_mistake_is_told_in_one_line(text, said):
    with pytest.raises(CommandError) as raised:
        find_target(text, NAMESPACE)

    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_what_a_property_raises_is_not_repeated():
    with pytest.raises(CommandError) as raised:
        find_target("model.broken", NAMESPACE)

    assert "RuntimeError" in str(raised.value)
    assert "secret" not in str(raised.value)


class Layer:
    def call(self, x):
        return x

    def other(self, x):
        return x

    @staticmethod
    def helper(x):
        return x


class Louder(Layer):
    def other(self, x):
        return -x


def test_method_that_is_named_by_its_class_is_that_of_an_object_the_kernel_has():
    names = {"Layer": Layer, "_hidden": Layer(), "louder": Louder(), "text": "louder"}

    assert find_target("Layer.call", names).path == "louder.call"
    assert find_target("Layer.call(louder, x)", names).path == "Layer.call"
    assert find_target("Layer.helper", names).path == "Layer.helper"
    assert find_target("Layer.__init__", names).path == "Layer.__init__"


@pytest.mark.parametrize("method", ["Layer.other", "Layer.call"])
def test_method_needs_an_object_that_has_it(method):
    names = {"Layer": Layer, "louder": Louder()} if method == "Layer.other" else {"Layer": Layer}

    with pytest.raises(CommandError, match=rf"`{method}` is a method, and no variable holds such an object"):
        find_target(method, names)
