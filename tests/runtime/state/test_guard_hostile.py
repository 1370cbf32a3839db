"""Looking at objects runs none of their code, whatever they define."""

from __future__ import annotations

import abc

import pytest

pytest.importorskip("tensorflow")

import numpy as np
import tensorflow as tf

from jupyter_hybridize.runtime.state.guard import StateGuard

pytestmark = pytest.mark.tensorflow


class Ran(Exception):
    """Code of the object's own ran."""


def refuse(*_: object, **__: object) -> None:
    raise Ran


SPECIAL = (
    "__getattribute__ __getattr__ __setattr__ __delattr__ __eq__ __ne__ __hash__ __repr__ __str__ __len__ "
    "__iter__ __bool__ __contains__ __getitem__ __setitem__ __delitem__ __call__ __dir__ __reduce__ "
    "__reduce_ex__ __copy__ __deepcopy__ __format__ __sizeof__ __array__ __array_finalize__ "
    "__array_wrap__ __tf_tensor__ __iadd__ __add__ __lt__ __next__ __instancecheck__ __subclasscheck__ "
).split()


def hostile_body() -> dict[str, object]:
    body: dict[str, object] = dict.fromkeys(SPECIAL, refuse)
    body |= {name: property(refuse) for name in ("__class__", "shape", "dtype", "value", "variables", "_handle")}
    methods = "append extend clear update pop items keys values copy get setdefault add export numpy"
    return body | dict.fromkeys(methods.split(), refuse)


class HostileMeta(type):
    """A metaclass that minds being looked at."""

    __getattribute__ = __setattr__ = __eq__ = __hash__ = __call__ = __instancecheck__ = __subclasscheck__ = refuse
    __iter__ = __len__ = __repr__ = __bool__ = refuse


def make(base: type, **attributes: object) -> object:
    """Return an instance of a hostile class derived from *base*."""
    cls = type.__new__(type(base), "Hostile", (base,), {"__class__": property(refuse)})
    made = base.__new__(cls, *((2,) if base is np.ndarray else ()))
    for name, item in hostile_body().items():
        if name != "__class__":
            type.__setattr__(cls, name, item)
    raw(made).update(attributes)
    return made


def test_a_plain_object() -> None:
    hostile = make(object, calls=[1])

    def step() -> None:
        raw(hostile)["calls"].append(2)
        raw(hostile)["new"] = 1

    with StateGuard(step, (hostile,), {"given": hostile}) as guard:
        step()
        assert raw(hostile)["calls"] == [1, 2]
        guard.python_state()
        guard.variables()
        guard.reset_values()
        step()
        guard.reset()
        step()
    assert raw(hostile) == {"calls": [1]}
    assert guard.differences() == ()
    assert guard.unrestorable == ()


def raw(value: object) -> dict[str, object]:
    return object.__getattribute__(value, "__dict__")


def test_a_list() -> None:
    hostile = make(list)
    list.append(hostile, [1])

    def step() -> None:
        list.append(hostile, 2)
        list.__getitem__(hostile, 0).append(3)

    with StateGuard(step) as guard:
        step()
        guard.python_state()
    assert list.__len__(hostile) == 1
    assert list.__getitem__(hostile, 0) == [1]
    assert guard.differences() == ()


def test_a_dict() -> None:
    hostile = make(dict)
    dict.__setitem__(hostile, "a", [1])

    def step() -> None:
        dict.__getitem__(hostile, "a").append(2)
        dict.__setitem__(hostile, "b", 1)

    with StateGuard(step) as guard:
        step()
        guard.python_state()
    assert list(dict.items(hostile)) == [("a", [1])]
    assert guard.differences() == ()


def test_a_set() -> None:
    hostile = make(set)
    set.add(hostile, "a")

    def step() -> None:
        set.add(hostile, "b")

    with StateGuard(step) as guard:
        step()
        guard.python_state()
    assert list(set.__iter__(hostile)) == ["a"]


def test_an_array() -> None:
    hostile = make(np.ndarray)
    plain = np.ndarray.view(hostile, np.ndarray)
    plain[...] = 1.0

    def step() -> None:
        np.ndarray.view(hostile, np.ndarray)[...] = 2.0

    with StateGuard(step) as guard:
        step()
        guard.python_state()
    assert plain.tolist() == [1.0, 1.0]
    assert guard.differences() == ()


def test_keys_and_items() -> None:
    class Key:
        def __hash__(self) -> int:
            if armed:
                raise Ran
            return 1

    armed = False
    cache = {Key(): make(object), "b": 1}
    armed = True

    def step() -> None:
        cache["b"] = 2

    with StateGuard(step) as guard:
        step()
        guard.python_state()
    assert cache["b"] == 1


def test_a_key_whose_hash_raises_while_it_is_put_back_costs_nothing_else() -> None:
    class Key:
        def __hash__(self) -> int:
            if armed:
                raise Ran
            return 1

    armed = False
    cache: dict[object, int] = {Key(): 1}
    history: list[int] = []

    def step() -> None:
        nonlocal armed
        history.append(1)
        cache["new"] = 2
        armed = True

    guard = StateGuard(lambda: (step(), cache, history))
    with guard:
        step()
    armed = True
    assert history == []
    assert "cache" in guard.differences()


def test_an_instance_of_a_class_with_a_metaclass() -> None:
    cls = type.__new__(HostileMeta, "Hostile", (list,), {})
    hostile = list.__new__(cls)

    def step() -> None:
        list.append(hostile, 1)

    with StateGuard(step) as guard:
        step()
        guard.python_state()
    assert list.__len__(hostile) == 0


def test_a_class_with_a_metaclass() -> None:
    hostile = type.__new__(HostileMeta, "Hostile", (), {"seen": [1]})

    def step() -> None:
        type.__getattribute__(hostile, "seen").append(2)
        type.__setattr__(hostile, "new", 1)

    with StateGuard(step) as guard:
        step()
        guard.python_state()
    assert type.__getattribute__(hostile, "seen") == [1]
    assert "new" not in type.__dict__["__dict__"].__get__(hostile)


def test_a_function_whose_name_is_an_object() -> None:
    class Callable:
        def __call__(self) -> None:
            return None

    called = Callable()
    called.__name__ = make(object)
    assert StateGuard(called).unrestorable == ()


def test_a_property_and_a_module_getattr_are_not_asked() -> None:
    class Asked:
        @property
        def value(self) -> int:
            raise Ran

    asked = Asked()

    def step() -> int:
        return asked.value

    with StateGuard(step) as guard:
        guard.python_state()


def test_a_variable_of_a_class_of_the_users() -> None:
    class Own(type(tf.Variable(1.0))):
        def assign(self, *_: object, **__: object) -> None:
            raise Ran

        numpy = read_value = value = assign

    variable = Own(initial_value=1.0)

    def step() -> None:
        tf.raw_ops.AssignAddVariableOp(resource=variable.handle, value=1.0)

    with StateGuard(step) as guard:
        step()
        assert [float(value) for value in guard.variables().values()] == [2.0]
    assert float(tf.raw_ops.ReadVariableOp(resource=variable.handle, dtype=tf.float32)) == 1.0


def test_an_abstract_base_class_has_no_state_that_must_be_put_back() -> None:
    class Base(abc.ABC):
        @abc.abstractmethod
        def value(self) -> int: ...

    class Derived(Base):
        def value(self) -> int:
            return 1

    def step(given: Base) -> bool:
        return isinstance(given, Base)

    assert StateGuard(step, (Derived(),)).unrestorable == ()
