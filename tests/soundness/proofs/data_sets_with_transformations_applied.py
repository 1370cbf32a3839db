# observed: same
# function: step
import tensorflow as tf

v = tf.Variable([1.0, 2.0, 3.0])
made = tf.data.experimental
rows = tf.data.Dataset.from_tensor_slices(tf.reshape(tf.range(12.0), [4, 3]))
rows = rows.apply(made.shuffle_and_repeat(1, 2)).apply(made.map_and_batch(lambda row: (row, row * 2.0), 2, drop_remainder=True))
rows = rows.apply(made.unbatch()).apply(made.enumerate_dataset()).apply(made.ignore_errors())


def step(x, y):
    error = tf.square(x * v - y) + tf.abs(x) + tf.exp(-x) + tf.sqrt(tf.abs(y)) + tf.tanh(x)
    v.assign_sub(0.001 * error)
    return tf.reduce_sum(error)


RESULT = [step(x, y) for _, (x, y) in rows]
