"""Questions that tracing answers differently, and questions it does not."""

import tensorflow as tf


def asks_for_eager_execution(x):
    return x * 2.0 if tf.executing_eagerly() else x  # HYB311


def asks_for_numpy(x):
    return x * 2.0 if hasattr(x, "numpy") else x  # HYB311


def makes_text_of_a_tensor(x):
    return tf.constant(str(x))  # HYB311


def asks_for_a_tensor(x):
    return x * 2.0 if tf.is_tensor(x) else x


def asks_for_none(x, mask):
    return x if mask is None else x * mask


def asks_for_the_dtype(x):
    return x * 2.0 if x.dtype.is_floating else x


def asks_for_an_attribute_both_have(x):
    return x * 2.0 if hasattr(x, "shape") else x


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [asks_for_eager_execution(one), asks_for_eager_execution(two)],
    [asks_for_numpy(one), asks_for_numpy(two)],
    [makes_text_of_a_tensor(one), makes_text_of_a_tensor(two)],
    [asks_for_a_tensor(one), asks_for_a_tensor(two)],
    [asks_for_none(one, None), asks_for_none(two, None)],
    [asks_for_the_dtype(one), asks_for_the_dtype(two)],
    [asks_for_an_attribute_both_have(one), asks_for_an_attribute_both_have(two)],
]
