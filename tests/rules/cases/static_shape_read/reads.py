"""Axes read as Python numbers, and axes read as tensors."""

import tensorflow as tf


def divides_by_the_size(x):
    return tf.reduce_sum(x) / x.shape[0]  # HYB209


def ranges_over_it(x):
    total = 0.0
    for i in range(x.shape[0]):  # HYB209
        total += x[i]
    return total


def divides_by_the_dynamic_size(x):
    return tf.reduce_sum(x) / tf.cast(tf.shape(x)[0], tf.float32)


def passes_the_whole_shape(x):
    return x + tf.zeros_like(x)


def reads_the_rank(x):
    return tf.reduce_sum(x) * float(len(x.shape))


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0, 5.0])
RESULT = [
    [divides_by_the_size(one), divides_by_the_size(two)],
    [ranges_over_it(one), ranges_over_it(two)],
    [divides_by_the_dynamic_size(one), divides_by_the_dynamic_size(two)],
    [passes_the_whole_shape(one), passes_the_whole_shape(two)],
    [reads_the_rank(one), reads_the_rank(two)],
]
