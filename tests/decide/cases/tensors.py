"""Tensors, arrays and what varies of them."""

import numpy as np
import tensorflow as tf


def fixed(x):  #: [tf.TensorSpec([2, 3], tf.float32)]
    return x * 2.0


def rows_vary(x):  #: [tf.TensorSpec([None, 3], tf.float32)]
    return tf.reduce_sum(x * 2.0, axis=0)


def rank_varies(x):  #: [tf.TensorSpec(None, tf.float32)]
    return tf.reduce_sum(x * 2.0)


def scalars(a, b):  #: [tf.TensorSpec([], tf.float64), tf.TensorSpec([], tf.string)]
    return tf.strings.join([b, tf.strings.as_string(a + 1.0)])


def arrays(a):  #: [tf.TensorSpec([None], tf.float64)]
    return tf.reduce_sum(a) * 2.0


def tensor_and_array(a):  #: [tf.TensorSpec([None], tf.float32)]
    return tf.reduce_sum(a) * 2.0


def loops(x):  #: [tf.TensorSpec([None], tf.float32)]
    total = 0.0
    for each in x:
        total += each
    return total


def asks_the_graph(x):  #: [tf.TensorSpec([None, 2], tf.float32)]
    return tf.zeros([tf.shape(x)[0], 3]) + tf.reduce_sum(x)


def several_dtypes(x):  #: dtype [tf.TensorSpec([2], tf.float32)]
    return x * 2


def reads_a_size(x):  #: static-shape [tf.TensorSpec([None], tf.float32)]
    return tf.reduce_sum(x) / x.shape[0]


def sizes_by_shape(x):  #: static-shape [tf.TensorSpec([None], tf.float32)]
    return tf.zeros(x.shape) + tf.reduce_sum(x)


def unstacks(x):  #: static-shape [tf.TensorSpec([None], tf.float32)]
    return tf.add_n(tf.unstack(x))


def asks_numpy(x):  #: static-shape [tf.TensorSpec([None], tf.float32)]
    return tf.reduce_sum(x) / float(np.shape(x)[0])


def shows_sizes(x):  #: static-shape [tf.TensorSpec([None], tf.float32)]
    return tf.reduce_sum(x) * (2.0 if str(x.shape) == "(2,)" else 1.0)


def size_is_fixed(x):  #: [tf.TensorSpec([4], tf.float32)]
    return tf.reduce_sum(x) / x.shape[0]


def number(x, n):  #: python-value
    return x * n


def tensor_or_number(n):  #: mixed-parameters
    return tf.sqrt(n)


RESULT = [
    fixed(tf.ones([2, 3])),
    *[rows_vary(tf.ones([n, 3])) for n in (2, 5, 7)],
    rank_varies(tf.ones([2])),
    rank_varies(tf.ones([2, 2])),
    scalars(tf.constant(1.0, tf.float64), tf.constant("a")),
    arrays(np.ones(3)),
    arrays(np.ones(4)),
    tensor_and_array(np.ones(3, np.float32)),
    tensor_and_array(tf.ones([2])),
    loops(tf.ones([2])),
    loops(tf.ones([3])),
    asks_the_graph(tf.ones([2, 2])),
    asks_the_graph(tf.ones([3, 2])),
    several_dtypes(tf.ones([2])),
    several_dtypes(tf.ones([2], tf.int32)),
    reads_a_size(tf.ones([2])),
    reads_a_size(tf.ones([3])),
    sizes_by_shape(tf.ones([2])),
    sizes_by_shape(tf.ones([3])),
    unstacks(tf.ones([2])),
    unstacks(tf.ones([3])),
    asks_numpy(tf.ones([2])),
    asks_numpy(tf.ones([3])),
    shows_sizes(tf.ones([2])),
    shows_sizes(tf.ones([3])),
    size_is_fixed(tf.ones([4])),
    number(tf.ones([2]), 3.0),
    tensor_or_number(tf.constant(4.0)),
    tensor_or_number(4.0),
]
