# observed: same
# function: f
import tensorflow as tf

def f(x):
    total = tf.constant(0.0)
    for i in tf.range(3):
        for j in tf.range(4):
            if j > i:
                break
            total += tf.cast(j, tf.float32)
    return total + x


RESULT = (f(tf.constant(1.0)), f(tf.constant(2.0)))
