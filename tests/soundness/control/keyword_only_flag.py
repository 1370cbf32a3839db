# observed: same
# function: f
import tensorflow as tf

def f(x, *, training):
    if training:
        return x * 2.0
    return x


RESULT = (f(tf.ones([2]), training=True), f(tf.ones([2]), training=False))
