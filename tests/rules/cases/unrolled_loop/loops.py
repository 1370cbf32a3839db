"""Long loops of Python's and of TensorFlow's, in functions that are called once and often."""

import tensorflow as tf

x = tf.constant([1.0, 2.0])


def long_and_called_once(x):
    for _ in range(2000):  # HYB407
        x = tf.sin(x)
    return x


def long_and_called_often(x):
    for _ in range(2000):  # HYB407?
        x = tf.sin(x)
    return x


def short(x):
    for _ in range(20):
        x = tf.sin(x)
    return x


def long_in_a_graph(x):
    for _ in tf.range(2000):
        x = tf.sin(x)
    return x


def long_without_tensors(x):
    total = 0
    for number in range(5000):
        total += number
    return x * float(total)


def of_unknown_length(x, rounds):
    for _ in range(rounds):
        x = tf.sin(x)
    return x


def in_a_comprehension(x):
    return tf.add_n([tf.sin(x) * float(i) for i in range(1000)])  # HYB407


def calls_a_long_one(x):
    return long_and_called_once(x) * 2.0


RESULT = [long_and_called_once(x), long_in_a_graph(x), short(x), in_a_comprehension(x)]
RESULT += [long_and_called_often(x) for _ in range(100)]
RESULT += [long_without_tensors(x), of_unknown_length(x, 3), of_unknown_length(x, 4)]
