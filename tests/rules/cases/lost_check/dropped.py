"""Operations whose result is dropped, and operations that are kept all the same."""

import tensorflow as tf

weight = tf.Variable(1.0)


def drops_a_gather(x):
    tf.gather(x, [1])  # HYB307?
    return x[0]


def drops_a_reshape(x):
    tf.reshape(x, [2])  # HYB307?
    return x[0]


def checks(x):
    tf.debugging.assert_greater(x, 0.0)
    return x[0]


def checks_numbers(x):
    tf.debugging.check_numerics(x, "no number")
    return x[0]


def assigns(x):
    weight.assign(tf.reduce_sum(x))
    return x[0]


def uses_the_gather(x):
    return tf.gather(x, [0])


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [drops_a_gather(one), drops_a_gather(two)],
    [drops_a_reshape(one), drops_a_reshape(two)],
    [checks(one), checks(two)],
    [checks_numbers(one), checks_numbers(two)],
    [assigns(one), assigns(two), weight],
    [uses_the_gather(one), uses_the_gather(two)],
]
