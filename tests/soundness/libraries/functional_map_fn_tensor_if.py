# observed: same
# function: f
import tensorflow as tf

def h(v):
    if v > 0:
        return v
    return -v
def f(x):
    return tf.map_fn(h, x)
RESULT = [f(tf.constant([1., -2.])), f(tf.constant([-1., -2.]))]
