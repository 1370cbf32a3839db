# observed: same
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x)>1.: k=2.
    else: k=3.
    return tf.add_n([x*k for _ in range(2)])

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
