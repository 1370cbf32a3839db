"""Arrays that become tensors of their own dtype."""

import numpy as np
import tensorflow as tf

weight = tf.constant([1.0, 2.0])
table = np.array([1.0, 2.0])
dense = tf.keras.layers.Dense(1, kernel_initializer="ones")


def multiplies_by_a_tensor(a):
    return weight * a  # HYB208


def multiplies_a_number_argument(x, rate):
    return x * rate  # HYB208


def adds_half_to_integers(a):
    return tf.reduce_sum(a + 0.5)  # HYB208


def multiplies_two_arrays(a, b):
    return tf.reduce_sum(a * b)  # HYB208


def casts_first(a):
    return weight * tf.cast(a, tf.float32)


def multiplies_by_a_closure(x):
    return x * table


def multiplies_a_float32_array(a):
    return weight * a


def stays_in_float64(a):
    return tf.reduce_sum(a * 2.0)


def passes_it_to_a_layer(a):
    return dense(a)


def multiplies_by_a_python_number(x, rate):
    return x * rate


one, two = np.array([1.0, 2.0]), np.array([3.0, 4.0])
RESULT = [
    [multiplies_by_a_tensor(one), multiplies_by_a_tensor(two)],
    [multiplies_a_number_argument(weight, np.float64(0.5)), multiplies_a_number_argument(weight, np.float64(0.25))],
    [adds_half_to_integers(np.array([1, 2])), adds_half_to_integers(np.array([3, 4]))],
    [multiplies_two_arrays(one, np.float32([1, 2])), multiplies_two_arrays(two, np.float32([3, 4]))],
    [casts_first(one), casts_first(two)],
    [multiplies_by_a_closure(weight), multiplies_by_a_closure(2.0 * weight)],
    [multiplies_a_float32_array(np.float32([1, 2])), multiplies_a_float32_array(np.float32([3, 4]))],
    [stays_in_float64(one), stays_in_float64(two)],
    [passes_it_to_a_layer(one[None]), passes_it_to_a_layer(two[None])],
    [multiplies_by_a_python_number(weight, 0.5), multiplies_by_a_python_number(2.0 * weight, 0.5)],
]
