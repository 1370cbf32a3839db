# observed: same
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
b = tf.Variable(1, trainable=False)


def f(var, x):
    return tf.cast(var, tf.float32) * w + x


RESULT = [f(w, tf.constant(2.0)), f(b, tf.constant(2.0)), f(w, tf.constant(1.0))]
