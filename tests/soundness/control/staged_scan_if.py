# observed: same
# function: scan_if
import tensorflow as tf

def scan_if(x):
    return tf.scan(lambda a, v: a + v if v > 1.0 else a, x)

RESULT = (scan_if(tf.constant([3.0, 2.0])), scan_if(tf.constant([0.25, 0.25])))
