"""A trace remembers an object by its hash and a weak reference."""

import collections
import dataclasses
import types

import tensorflow as tf


@dataclasses.dataclass(eq=False)
class ByIdentity:
    scale: float


class Unhashed:
    __hash__ = None
    scale = 2.0


class Settings(types.SimpleNamespace):
    def scaled(self, x):
        return x * 2.0


class Pair(collections.namedtuple("Pair", ["left", "right"])):
    def total(self, x):
        return x * 2.0


def takes_a_namespace(x, options):
    return x * options.scale


def takes_a_namespace_in_a_list(x, options):
    return x * options[0].scale


def takes_a_deque(x, history):
    return x * history[0]


def takes_counts(x, counts):
    return x * float(counts.most_common()[0][1])


def takes_keys(x, keys):
    return x * float(len(keys))


def takes_an_example(x, example):
    return x * 2.0


def takes_a_specification(x, spec):
    return tf.cast(x, spec.dtype)


def takes_what_has_no_hash(x, options):
    return x * options.scale


def takes_a_dataclass_without_equality(x, options):
    return x * options.scale


def takes_values(x, values):
    return x * float(len(values))


def takes_a_range(x, axes):
    return x * float(len(axes))


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
by_identity = ByIdentity(2.0)
namespace, deque = types.SimpleNamespace(scale=2.0), collections.deque([2.0])
counts, named = collections.Counter("aab"), {"a": 1}
settings, pair = Settings(), Pair(1.0, 2.0)
RESULT = [
    [takes_a_namespace(one, namespace), takes_a_namespace(two, namespace)],  # HYB217 of takes_a_namespace
    [takes_a_namespace_in_a_list(x, [namespace]) for x in (one, two)],  # HYB217 of takes_a_namespace_in_a_list
    [takes_a_deque(one, deque), takes_a_deque(two, deque)],  # HYB217 of takes_a_deque
    [takes_counts(one, counts), takes_counts(two, counts)],  # HYB217 of takes_counts
    [takes_keys(one, named.keys()), takes_keys(two, named.keys())],  # HYB217 of takes_keys
    [takes_an_example(x, tf.train.Example()) for x in (one, two)],  # HYB217 of takes_an_example
    [takes_a_specification(x, tf.TensorSpec([2])) for x in (one, two)],  # HYB217 of takes_a_specification
    [takes_what_has_no_hash(x, Unhashed()) for x in (one, two)],  # HYB217 of takes_what_has_no_hash
    [settings.scaled(one), settings.scaled(two)],  # HYB217 of Settings.scaled
    [pair.total(one), pair.total(two)],  # HYB217 of Pair.total
    [takes_a_dataclass_without_equality(x, by_identity) for x in (one, two)],
    [takes_values(one, named.values()), takes_values(two, named.values())],
    [takes_a_range(one, range(3)), takes_a_range(two, range(3))],
]
