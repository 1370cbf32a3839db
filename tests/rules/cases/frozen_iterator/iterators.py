"""Iterators of Python, and iterators of data sets."""

import itertools

import tensorflow as tf

values = iter([1.0, 2.0, 3.0, 4.0])
counter = itertools.count(1)
batches = iter(tf.data.Dataset.range(8))
data = tf.data.Dataset.range(3)
fixed = [1.0, 2.0]


def generate():  # oracle: skip
    yield 1.0
    yield 2.0
    yield 3.0


generated = generate()


def takes_the_next_value(x):
    return x * next(values)  # HYB306


def counts(x):
    return x * float(next(counter))  # HYB306


def takes_from_a_generator(x):
    return x * next(generated)  # HYB306


def takes_the_next_batch(x):
    return x * tf.cast(next(batches), tf.float32)


def loops_over_a_data_set(x):
    for item in data:
        x = x + tf.cast(item, tf.float32)
    return x


def takes_from_an_iterator_of_its_own(x):
    return x * next(iter(fixed))


def loops_over_a_list(x):
    for value in fixed:
        x = x * value
    return x


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [takes_the_next_value(one), takes_the_next_value(two)],
    [counts(one), counts(two)],
    [takes_from_a_generator(one), takes_from_a_generator(two)],
    [takes_the_next_batch(one), takes_the_next_batch(two)],
    [loops_over_a_data_set(one), loops_over_a_data_set(two)],
    [takes_from_an_iterator_of_its_own(one), takes_from_an_iterator_of_its_own(two)],
    [loops_over_a_list(one), loops_over_a_list(two)],
]
