"""Functions made by other functions, in loops, and by `tf.function`: for a call, or for many."""

import tensorflow as tf

x = tf.constant([1.0, 2.0])


def shifted(x, shift):
    def once(y):  # HYB408
        for _ in range(20):
            y = tf.sin(y) + tf.cos(y)
        return y + shift

    return once(x)


def shifted_often(x, shift):
    def many_times(y):
        for _ in range(20):
            y = tf.sin(y) + tf.cos(y)
        return y + shift

    for _ in range(100):
        x = many_times(x)
    return x


def made_once(x):
    def inner(y):
        for _ in range(20):
            y = tf.sin(y) + tf.cos(y)
        return y

    return inner(x)


def factory(shift):
    def made(y):
        for _ in range(20):
            y = tf.sin(y) + tf.cos(y)
        return y + shift

    return made


def wrapped_in_a_loop(x):  # HYB408
    for _ in range(20):
        x = tf.sin(x) + tf.cos(x)
    return x


def wrapped_once(x):
    for _ in range(20):
        x = tf.sin(x) + tf.cos(x)
    return x


def wrapped_at_two_places(x):
    for _ in range(20):
        x = tf.sin(x) + tf.cos(x)
    return x


def wrapped_for_many_calls(x):
    for _ in range(20):
        x = tf.sin(x) + tf.cos(x)
    return x


def caller(x):
    for _ in range(3):
        x = tf.function(wrapped_in_a_loop)(x)
    return x


RESULT = [shifted(x, 1.0), shifted(x, 2.0), shifted_often(x, 1.0), shifted_often(x, 2.0), made_once(x)]
makers = [factory(1.0), factory(2.0)]
for one in makers:
    for _ in range(100):
        RESULT.append(one(x))
for _ in range(3):
    RESULT.append(tf.function(wrapped_in_a_loop)(x))
graph = tf.function(wrapped_once)
RESULT += [graph(x) for _ in range(100)]
RESULT += [tf.function(wrapped_at_two_places)(x), tf.function(wrapped_at_two_places)(x)]
for _ in range(2):
    graph = tf.function(wrapped_for_many_calls)
    for _ in range(100):
        RESULT.append(graph(x))
