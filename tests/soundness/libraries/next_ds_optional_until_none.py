# observed: same
# function: f
import tensorflow as tf

dataset = tf.data.Dataset.range(9).batch(4)


def f(iterator):
    total = tf.constant(0, tf.int64)
    for _ in tf.range(5):
        held = iterator.get_next_as_optional()
        if not held.has_value():
            break
        total += tf.reduce_sum(held.get_value())
    return total


RESULT = [f(iter(dataset)), f(iter(dataset))]
