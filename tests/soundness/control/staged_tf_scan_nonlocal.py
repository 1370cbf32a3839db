# observed: differs
# function: tf_scan_nonlocal
import tensorflow as tf

def tf_scan_nonlocal(x):
    n = 0.0

    def g(a, v):
        nonlocal n
        n += 1.0
        return a + v
    y = tf.scan(g, tf.concat([x, x], 0))
    return y * n

RESULT = (tf_scan_nonlocal(tf.constant([3.0, 2.0])), tf_scan_nonlocal(tf.constant([0.25, 0.25])))
