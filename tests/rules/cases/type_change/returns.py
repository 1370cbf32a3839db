"""Results that come back as tensors."""

import numpy as np
import tensorflow as tf


def returns_an_array(x):
    return x, np.ones(2)


def returns_a_python_number(x):
    return x, 2


def returns_a_dtype_name(x):
    return x, "float"


def returns_a_shape(x):
    return x, x.shape


def returns_tensors(x):
    return x, tf.ones(2)


def returns_none(x):
    return x, None


one = tf.constant([1.0, 2.0])
array = [returns_an_array(one), returns_an_array(one)][1][1]  # HYB309? of returns_an_array
number = [returns_a_python_number(one), returns_a_python_number(one)][1][1]  # HYB309? of returns_a_python_number
name = [returns_a_dtype_name(one), returns_a_dtype_name(one)][1][1]  # HYB309? of returns_a_dtype_name
shape = [returns_a_shape(one), returns_a_shape(one)][1][1]  # HYB309 of returns_a_shape
RESULT = [
    shape.rank,
    array.astype("int32").tolist(),  # HYB309 of returns_an_array
    "ab" * number,  # HYB309 of returns_a_python_number
    {"float": 1}[name],  # HYB309 of returns_a_dtype_name
    [returns_tensors(one), returns_tensors(one)],
    [returns_none(one), returns_none(one)],
]
