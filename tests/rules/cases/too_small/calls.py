"""Functions of few operations, and near misses: many, unknown, large, seldom called, handed to a library."""

import keras
import tensorflow as tf
from abc import update_abstractmethods as nobody_knows  # returns what is no class as it is

x = tf.random.normal([8], seed=1)
wide = tf.ones([2000, 2000])
data = tf.data.Dataset.from_tensor_slices(tf.ones([30, 8])).batch(2)
strategy = tf.distribute.get_strategy()
dense = keras.layers.Dense(4)


def one_operation(x):  # HYB406
    return x * 2.0


def handful(x):  # HYB406
    y = tf.abs(x) + 1.0
    return tf.sqrt(y) - x


def one_of_two_small_branches(x):  # HYB406
    if tf.reduce_sum(x) > 0.0:
        return x + 1.0
    return x - 1.0


def short_loop(x):  # HYB406
    for _ in range(2):
        x = tf.sin(x)
    return x


def long_loop(x):
    for _ in range(50):
        x = tf.sin(x)
    return x


def long_tensor_loop(x):
    for _ in tf.range(50):
        x = tf.sin(x)
    return x


def loop_of_unknown_length(x):
    while tf.reduce_sum(x) > 0.0:
        x = x - 1.0
    return x


def comprehension(x):
    return tf.stack([x * float(i) for i in range(30)])


def large_in_one_branch(x):
    if tf.reduce_sum(x) > 0.0:
        return one_long_way(x)
    return x


def one_long_way(x):
    for _ in range(50):
        x = tf.sin(x)
    return x


def large_tensors(x):
    return tf.sqrt(tf.abs(x)) + tf.square(x)


def large_product(x):  # HYB406
    return tf.matmul(x, x)


def with_a_layer(x):
    return dense(x[None])


def about_as_costly_as_a_graph_call(x):  # HYB406?
    for _ in range(9):
        x = tf.sin(x) + x
    return x


def of_an_unknown_thing(x):
    return x * 2.0


def shown_three_times(x):  # HYB406?
    return x * 2.0


def handed_over(x):
    return x * 2.0


def drawn(x):
    return x + tf.random.normal([8]) + tf.random.uniform([8]) + tf.random.truncated_normal([8])


def never_called(x):
    return x * 2.0


@tf.function
def hybrid(x):
    return x * 2.0


for batch in data:
    one_operation(batch)
    handful(batch)
    one_of_two_small_branches(batch)
    short_loop(batch)
    long_loop(batch)
    long_tensor_loop(batch)
    loop_of_unknown_length(batch)
    comprehension(batch)
    large_in_one_branch(batch)
    one_long_way(batch)
    large_tensors(wide)
    large_product(wide)
    with_a_layer(x)
    strategy.run(handed_over, args=(batch,))
    drawn(x)
    about_as_costly_as_a_graph_call(batch)
    of_an_unknown_thing(nobody_knows(batch))
    hybrid(batch)
for _ in range(3):
    shown_three_times(x)
