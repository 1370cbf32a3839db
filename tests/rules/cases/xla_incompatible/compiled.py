"""What XLA compiles, what it refuses, and what it leaves out."""

import tensorflow as tf

x = tf.constant([1.0, 2.0])


def prints(x):
    tf.print(x)  # HYB220
    return x * 2.0


def makes_text(x):
    return tf.strings.length(tf.strings.as_string(x))  # HYB220


def determinant(x):
    return tf.linalg.det(tf.linalg.diag(x))  # HYB220


def inverse(x):
    return tf.linalg.inv(tf.linalg.diag(x))


def draws(x):
    return tf.random.stateless_normal([2], [1, 2]) + x  # HYB220


def calls_one_that_prints(x):
    return prints(x) + 1.0


def resized(x):
    return tf.image.resize(tf.reshape(x, [1, 2, 1]), [4, 4])


RESULT = []
for _ in range(3):
    RESULT += [prints(x), makes_text(x), determinant(x), inverse(x), calls_one_that_prints(x), resized(x)]
    RESULT += [draws(x)]
