"""NumPy on what flows from a tensor, and NumPy that runs once while tracing."""

import numpy as np
import tensorflow as tf

table = np.float32([1.0, 2.0])


def sums_a_parameter(x):
    return np.sum(x) * x  # HYB202


def squares_a_derived_value(x):
    y = x * 2.0
    return tf.constant(np.square(y))  # HYB202


def averages_an_array_argument(a):
    return tf.constant(2.0) * np.mean(a)  # HYB202


def helper(x):
    return np.exp(x)  # HYB202


def calls_a_helper(x):
    return x + helper(x)


def uses_numpy_on_a_constant(x):
    return x * np.sqrt(2.0, dtype=np.float32)


def uses_numpy_on_a_closure(x):
    return x * np.sum(table)


def uses_numpy_on_a_static_shape(x):
    return tf.reshape(x, [np.prod(x.shape)])


def multiplies_an_array_argument(a):
    return a * tf.constant(2.0)


def uses_a_numpy_dtype(x):
    return tf.cast(x, np.float64)


def uses_a_numpy_constant(x):
    return x * np.pi


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 2.0])
first, second = np.float32([1.0, 2.0]), np.float32([3.0, 4.0])
RESULT = [
    [sums_a_parameter(one), sums_a_parameter(two)],
    [squares_a_derived_value(one), squares_a_derived_value(two)],
    [averages_an_array_argument(first), averages_an_array_argument(second)],
    [calls_a_helper(one), calls_a_helper(two)],
    [uses_numpy_on_a_constant(one), uses_numpy_on_a_constant(two)],
    [uses_numpy_on_a_closure(one), uses_numpy_on_a_closure(two)],
    [uses_numpy_on_a_static_shape(one), uses_numpy_on_a_static_shape(two)],
    [tf.constant(multiplies_an_array_argument(first)), tf.constant(multiplies_an_array_argument(second))],
    [uses_a_numpy_dtype(one), uses_a_numpy_dtype(two)],
    [uses_a_numpy_constant(one), uses_a_numpy_constant(two)],
]
