# observed: same
# function: f
import tensorflow as tf

def f(k):
    s = 0.
    for b in tf.data.Dataset.range(3).map(lambda v: tf.py_function(lambda t: float(t.numpy()), [v], tf.float32)):
        s += b * k
    return s
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
