"""What a graph contains, and what else calls it: nothing, a line that shows it, a loop, a library."""

import tensorflow as tf

x = tf.constant([1.0, 2.0])


def only_mapped(x):  # HYB403
    return tf.sin(x) * 2.0


def mapped_and_shown(x):  # HYB403
    return tf.sin(x) * 3.0


def mapped_and_looped(x):
    return tf.sin(x) * 4.0


def mapped_and_called_by_another(x):
    return tf.sin(x) * 5.0


def other(x):
    return mapped_and_called_by_another(x) + 1.0


data = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
RESULT = [list(data.map(only_mapped)), list(data.map(mapped_and_shown)), list(data.map(mapped_and_looped))]
RESULT += [list(data.map(mapped_and_called_by_another)), mapped_and_shown(x)]
RESULT += [mapped_and_looped(x) for _ in range(100)]
RESULT += [other(x) for _ in range(100)]
