# observed: raises
# function: step
import tensorflow as tf


def step(x):
    return x + tf.keras.backend.ones((2,))


RESULT = (step(tf.ones([2])), step(tf.zeros([2])))
