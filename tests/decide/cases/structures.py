"""Tuples, lists, dicts and named tuples of tensors."""

import collections

import tensorflow as tf

Point = collections.namedtuple("Point", "x y")


def pair(p):  #: [(tf.TensorSpec([2], tf.float32), tf.TensorSpec([], tf.int32))]
    return p[0] * tf.cast(p[1], tf.float32)


def alone(p):  #: [(tf.TensorSpec([2], tf.float32),)]
    return p[0] * 2.0


def listed(xs):  #: [[tf.TensorSpec([None], tf.float32), tf.TensorSpec([2], tf.float32)]]
    return tf.reduce_sum(xs[0]) + xs[1]


def named(d):  #: [{'a': tf.TensorSpec([2], tf.float32), 'b': [tf.TensorSpec([None], tf.float32)]}]
    return d["a"] * tf.reduce_sum(d["b"][0])


def stacked(d):  #: [{'z': tf.TensorSpec([2], tf.float32), 'a': tf.TensorSpec([2], tf.float32)}]
    return tf.stack(list(d.values()))


def two_orders(d):  #: arity [{'z': tf.TensorSpec([2], tf.float32), 'a': tf.TensorSpec([2], tf.float32)}]
    return tf.stack(list(d.values()))


def nested(p, q):  #: [(tf.TensorSpec([2], tf.float32), (tf.TensorSpec([2], tf.float32),)), tf.TensorSpec([2], tf.float32)]
    return p[0] + p[1][0] + q


def two_lengths(xs):  #: arity [[tf.TensorSpec([2], tf.float32)]]
    return tf.add_n(xs)


def two_kinds(xs):  #: nesting [[tf.TensorSpec([2], tf.float32)]]
    return xs[0] * 2.0


def two_keys(d):  #: arity [{'a': tf.TensorSpec([2], tf.float32)}]
    return d["a"] * 2.0


def with_a_flag(p):  #: python-value [(tf.TensorSpec([2], tf.float32), True)]
    return p[0] * 2.0 if p[1] else p[0]


def reads_a_list(xs):  #: static-shape [[tf.TensorSpec([None], tf.float32)]]
    return tf.zeros(xs[0].shape) + 1.0


def point(p):  #: [Point(tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32))]
    return p.x + p.y


def grown(xs):  #: [[tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32)]]
    return xs[0] + xs[1]


ones = tf.ones([2])
items = [ones]
items.append(ones)
RESULT = [
    pair((ones, tf.constant(3))),
    alone((ones,)),
    listed([ones, ones]),
    listed([tf.ones([3]), ones]),
    named({"a": ones, "b": [ones]}),
    named({"a": ones, "b": [tf.ones([5])]}),
    stacked({"z": ones, "a": tf.zeros([2])}),
    two_orders({"z": ones, "a": tf.zeros([2])}),
    two_orders({"a": ones, "z": tf.zeros([2])}),
    nested((ones, (ones,)), ones),
    two_lengths([ones]),
    two_lengths([ones, ones]),
    two_kinds([ones]),
    two_kinds((ones,)),
    two_keys({"a": ones}),
    two_keys({"a": ones, "b": ones}),
    with_a_flag((ones, True)),
    reads_a_list([ones]),
    reads_a_list([tf.ones([3])]),
    point(Point(ones, ones)),
    grown(items),
]
