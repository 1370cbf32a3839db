"""What `values()` gives is no list: it can be iterated, and neither joined nor indexed."""

import tensorflow as tf

weights = {"w": tf.Variable(2.0)}
biases = {"b": tf.Variable(1.0)}


def joins_views(x):
    return x * sum(weights.values() + biases.values())  # HYB107?


def indexes_a_view(x):
    return x * weights.values()[0]  # HYB107?


def joins_lists(x):
    return x * sum(list(weights.values()) + list(biases.values()))


def indexes_a_list(x):
    return x * list(weights.values())[0] + sum(biases.values())


for step in (joins_views, indexes_a_view):
    try:
        step(tf.ones([3]))
    except TypeError:
        pass
RESULT = [step(x) for step in (joins_lists, indexes_a_list) for x in (tf.ones([3]), tf.zeros([3]))]
