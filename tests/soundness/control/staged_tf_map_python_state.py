# observed: differs
# function: tf_map_python_state
import tensorflow as tf

def tf_map_python_state(x):
    calls = []

    def g(v):
        calls.append(1)
        return v * 2.0
    y = tf.map_fn(g, x)
    return y * float(len(calls))

RESULT = (tf_map_python_state(tf.constant([3.0, 2.0])), tf_map_python_state(tf.constant([0.25, 0.25])))
