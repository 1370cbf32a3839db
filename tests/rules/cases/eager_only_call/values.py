"""What needs a tensor's value, and what AutoGraph or TensorFlow answer without one."""

import math

import numpy as np
import tensorflow as tf

numbers = [10.0, 20.0, 30.0]


def asks_for_numpy(x):
    return x * float(tf.reduce_sum(x).numpy())  # HYB201


def asks_for_truth(x):
    return x if bool(tf.reduce_sum(x) > 0.0) else -x  # HYB201


def indexes_a_list(x):
    return x * numbers[tf.argmax(x)]  # HYB201


def compares_with_builtin_max(x):
    return max(x[0], 0.0)  # HYB201


def looks_for_it_in_a_list(x):
    return x if x[0] in [1.0, 2.0] else -x  # HYB201


def formats_it(x):
    return tf.constant(f"{x[0]:.2f}")  # HYB201


def takes_the_root_of_an_int(x):
    return x * math.sqrt(int(tf.reduce_sum(x)))  # HYB201


def uses_an_array_method(a):
    return tf.constant(2.0) * a.mean()  # HYB201


def branches_on_it(x):
    return x if tf.reduce_sum(x) > 0.0 else -x


def takes_the_root_of_a_static_size(x):
    return x * math.sqrt(x.shape[0])


def converts_to_float_and_multiplies(x):
    return x * float(tf.reduce_sum(x))


def gathers(x):
    return x * tf.gather(numbers, tf.argmax(x))


def uses_abs(x):
    return abs(x)


def indexes_with_a_python_number(x, index):
    return x * numbers[index]


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 2.0])
RESULT = [
    [asks_for_numpy(one), asks_for_numpy(two)],
    [asks_for_truth(one), asks_for_truth(two)],
    [indexes_a_list(one), indexes_a_list(two)],
    [compares_with_builtin_max(one), compares_with_builtin_max(two)],
    [looks_for_it_in_a_list(one), looks_for_it_in_a_list(two)],
    [formats_it(one), formats_it(two)],
    [takes_the_root_of_an_int(one), takes_the_root_of_an_int(two)],
    [uses_an_array_method(np.float32([1.0, 2.0])), uses_an_array_method(np.float32([3.0, 4.0]))],
    [branches_on_it(one), branches_on_it(two)],
    [takes_the_root_of_a_static_size(one), takes_the_root_of_a_static_size(two)],
    [converts_to_float_and_multiplies(one), converts_to_float_and_multiplies(two)],
    [gathers(one), gathers(two)],
    [uses_abs(one), uses_abs(two)],
    [indexes_with_a_python_number(one, 1), indexes_with_a_python_number(two, 1)],
]
