# observed: same
# function: tape_return_all
import tensorflow as tf

def tape_return_all(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = x * x
        if tf.reduce_sum(x) > 1.0:
            return y
        return y * 2.0

RESULT = (tape_return_all(tf.constant([3.0, 2.0])), tape_return_all(tf.constant([0.25, 0.25])))
