"""What tf.function takes and returns."""

import asyncio
import collections
import dataclasses

import tensorflow as tf

Pair = collections.namedtuple("Pair", ["left", "right"])


@dataclasses.dataclass
class Open:
    scale: float


@dataclasses.dataclass(frozen=True)
class Frozen:
    scale: float


def takes_a_set(x, axes):
    return x * float(len(axes))


def takes_an_open_dataclass(x, options):
    return x * options.scale


def returns_a_function(x):
    return lambda y: x + y


async def is_a_coroutine(x):
    return x * 2.0


def takes_a_frozenset(x, axes):
    return x * float(len(axes))


def takes_a_frozen_dataclass(x, options):
    return x * options.scale


def takes_a_namedtuple(pair):
    return pair.left * pair.right


def takes_a_list(xs):
    return tf.add_n(xs)


def takes_a_dict(features):
    return features["a"] + features["b"]


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
options, frozen = Open(2.0), Frozen(2.0)
RESULT = [
    [takes_a_set(one, {0, 1}), takes_a_set(two, {0, 1})],  # HYB217 of takes_a_set
    [takes_an_open_dataclass(one, options), takes_an_open_dataclass(two, options)],  # HYB217 of takes_an_open_dataclass
    [returns_a_function(one)(two), returns_a_function(two)(two)],  # HYB217 of returns_a_function
    [asyncio.run(is_a_coroutine(one)), asyncio.run(is_a_coroutine(two))],  # HYB217 of is_a_coroutine
    [takes_a_frozenset(one, frozenset({0, 1})), takes_a_frozenset(two, frozenset({0, 1}))],
    [takes_a_frozen_dataclass(one, frozen), takes_a_frozen_dataclass(two, frozen)],
    [takes_a_namedtuple(Pair(one, two)), takes_a_namedtuple(Pair(two, two))],
    [takes_a_list([one, two]), takes_a_list([two, two])],
    [takes_a_dict({"a": one, "b": two}), takes_a_dict({"a": two, "b": two})],
]
