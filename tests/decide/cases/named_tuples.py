"""Named tuples: a signature names the class, as far as it is sure to have that name where the function is defined."""

import collections
import typing

import tensorflow as tf


class Batch(typing.NamedTuple):
    x: tf.Tensor
    y: tf.Tensor


class Nested(typing.NamedTuple):
    batch: Batch


Pair = collections.namedtuple("Pair", ["a", "b"])
Alias = collections.namedtuple("Other", ["a", "b"])
Twice = collections.namedtuple("Twice", ["a", "b"])
Again = Twice
Twice = collections.namedtuple("Twice", ["b", "a"])

if tf.__version__:
    Sometimes = collections.namedtuple("Sometimes", ["a"])


class Derived(Pair):
    def __new__(cls, a):
        return super().__new__(cls, a, a)


def made():
    return collections.namedtuple("Made", ["a"])


Local = made()


def early(p):  #: named-tuple [Late(tf.TensorSpec([2], tf.float32))]
    return p.a * 2.0


Late = collections.namedtuple("Late", ["a"])


def written(b):  #: [Batch(tf.TensorSpec([None], tf.float32), tf.TensorSpec([], tf.float32))]
    return b.x + b.y


def paired(p):  #: [Pair(tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32))]
    return p.a + p.b


def nested(n):  #: [Nested(Batch(tf.TensorSpec([2], tf.float32), tf.TensorSpec([], tf.float32)))]
    return n.batch.x + n.batch.y


def derived(p):  #: object [Derived(tf.TensorSpec([2], tf.float32))]
    return p.a + p.b


def listed(ps):  #: [[Pair(tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32))]]
    return ps[0].a


def aliased(p):  #: named-tuple [(tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32))]
    return p.a + p.b


def renamed(p):  #: named-tuple
    return p.a * 2.0 + p.b


def sometimes(p):  #: named-tuple [(tf.TensorSpec([2], tf.float32),)]
    return p.a * 2.0


def local(p):  #: named-tuple [Made(tf.TensorSpec([2], tf.float32))]
    return p.a * 2.0


ones = tf.ones([2])
one = tf.constant(1.0)
RESULT = [
    early(Late(ones)),
    written(Batch(ones, one)),
    written(Batch(tf.ones([3]), one)),
    paired(Pair(ones, ones)),
    nested(Nested(Batch(ones, one))),
    derived(Derived(ones)),
    listed([Pair(ones, ones)]),
    aliased(Alias(ones, ones)),
    renamed(Again(ones, ones + 1.0)),
    sometimes(Sometimes(ones)),
    local(Local(ones)),
]
