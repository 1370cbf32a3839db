# observed: raises
# function: step
import tensorflow as tf


def step(x):
    rows = tf.keras.backend.batch_flatten(x[x[:, 0, 0] > 0])
    return rows / rows.shape[-1]


RESULT = [step(tf.ones([2, 3, 4])) for _ in range(2)]
