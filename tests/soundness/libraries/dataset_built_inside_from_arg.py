# observed: same
# function: f
import tensorflow as tf

def f(x):
    s = 0.
    for b in tf.data.Dataset.from_tensor_slices(x).batch(2):
        s += tf.reduce_sum(b)
    return s
RESULT = [f(tf.range(4.)), f(tf.range(4.) * 2.)]
