"""Ragged and sparse tensors, variables, data sets and other objects."""

import tensorflow as tf


def sparse(s):  #: [tf.SparseTensorSpec([None, 2], tf.float32)]
    return tf.sparse.reduce_sum(s) * 2.0


def ragged_or_dense(r):  #: form [tf.RaggedTensorSpec([None, None], tf.float32)]
    return tf.reduce_sum(r) * 2.0


def ragged_by_int32(r):  #: ragged-rank [tf.RaggedTensorSpec([None, None], tf.float32)]
    return tf.reduce_sum(r) * 2.0


def assigns(v):  #: variable [tf.TensorSpec([], tf.float32)]
    v.assign_add(1.0)
    return v + 1.0


def differentiates(v):  #: variable [tf.TensorSpec([], tf.float32)]
    with tf.GradientTape() as tape:
        loss = v * v
    return tape.gradient(loss, v)


def counts(data):  #: object
    return data.reduce(tf.constant(0, tf.int64), lambda total, each: total + each)


def calls(function, x):  #: object
    return function(x) * 2.0


variable = tf.Variable(3.0)
RESULT = [
    sparse(tf.sparse.from_dense(tf.ones([3, 2]))),
    sparse(tf.sparse.from_dense(tf.ones([4, 2]))),
    ragged_or_dense(tf.ragged.constant([[1.0], [2.0, 3.0]])),
    ragged_or_dense(tf.ones([2, 2])),
    ragged_by_int32(tf.RaggedTensor.from_row_lengths([1.0, 2.0, 3.0], tf.constant([1, 2]))),
    assigns(variable),
    differentiates(variable),
    counts(tf.data.Dataset.range(3)),
    calls(tf.square, tf.ones([2])),
]
