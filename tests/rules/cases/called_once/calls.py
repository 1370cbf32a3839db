"""One call, one call in a loop, one call that loops."""

import tensorflow as tf

x = tf.constant([1.0, 2.0])


def called_once(x):  # HYB405
    return tf.square(x) + 1.0


def called_twice(x):
    return tf.square(x) + 1.0


def called_in_a_loop(x):
    return tf.square(x) + 1.0


def called_in_a_comprehension(x):
    return tf.square(x) + 1.0


def loops_itself(x):
    for _ in range(100):
        x = tf.sin(x)
    return x


def called_by_something_called_often(x):
    return tf.square(x) + 1.0


def called_often(x):
    return called_by_something_called_often(x) * 2.0


def never_called(x):
    return tf.square(x) + 1.0


RESULT = [called_once(x), called_twice(x), called_twice(x), loops_itself(x), called_often(x), called_often(x)]
for _ in range(100):
    RESULT.append(called_in_a_loop(x))
RESULT += [called_in_a_comprehension(x) for _ in range(100)]
