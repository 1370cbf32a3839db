"""What raises in eager mode, and what does not."""

import tensorflow as tf


def multiplies_shapes_that_do_not_fit(a, b):
    return tf.matmul(a, b)  # HYB107?


def multiplies_shapes_that_fit(a, b):
    return tf.matmul(a, b, transpose_b=True)


def raises_on_a_flag_nobody_gives(x, mode):
    if mode == "unknown":
        raise ValueError(mode)
    return x * 2.0


a = tf.ones([2, 3])
try:
    multiplies_shapes_that_do_not_fit(a, a)
except Exception:
    pass
RESULT = [
    [multiplies_shapes_that_fit(a, a), multiplies_shapes_that_fit(2.0 * a, a)],
    [raises_on_a_flag_nobody_gives(a, "double"), raises_on_a_flag_nobody_gives(2.0 * a, "double")],
]
