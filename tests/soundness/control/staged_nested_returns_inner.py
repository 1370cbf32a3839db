# observed: same
# function: nested_returns_inner
import tensorflow as tf

def nested_returns_inner(x):

    def inner(v):
        if v > 1.0:
            return v * 2.0
        return v
    return inner(x[0]) + inner(x[1])

RESULT = (nested_returns_inner(tf.constant([3.0, 2.0])), nested_returns_inner(tf.constant([0.25, 0.25])))
