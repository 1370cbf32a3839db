"""Functions that only a graph calls, and functions that Python calls too."""

import tensorflow as tf


def in_a_graph(x):  # HYB403
    return x * 2.0


def below_a_helper(x):  # HYB403
    return x + 1.0


def helper(x):  # HYB403
    return below_a_helper(x)


def mapped(x):  # HYB403
    return x * 3.0


def in_a_graph_and_outside(x):
    return x * 4.0


def outside(x):
    return x * 5.0


@tf.function
def step(x):
    return in_a_graph(x) + helper(x) + in_a_graph_and_outside(x)


data = tf.data.Dataset.from_tensor_slices([1.0, 2.0]).map(mapped)
RESULT = [step(tf.constant(float(n))) for n in range(3)]
RESULT += [outside(in_a_graph_and_outside(tf.constant(float(n)))) for n in range(3)]
RESULT += list(data)
