# observed: differs
# function: tf_cond_python_state
import tensorflow as tf

def tf_cond_python_state(x):
    calls = []

    def t():
        calls.append(1)
        return x * 2.0

    def e():
        calls.append(1)
        return x
    y = tf.cond(tf.reduce_sum(x) > 1.0, t, e)
    return y * float(len(calls))

RESULT = (tf_cond_python_state(tf.constant([3.0, 2.0])), tf_cond_python_state(tf.constant([0.25, 0.25])))
