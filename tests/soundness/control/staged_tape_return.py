# observed: raises
# function: tape_return
import tensorflow as tf

def tape_return(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = x * x
        if tf.reduce_sum(x) > 1.0:
            return y
    return t.gradient(y, x)

RESULT = (tape_return(tf.constant([3.0, 2.0])), tape_return(tf.constant([0.25, 0.25])))
