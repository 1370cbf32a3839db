# observed: same
# function: f
import tensorflow as tf

def f(x):
    kept = [v for i, v in enumerate(tf.unstack(x)) if i % 2 == 0]
    return tf.add_n(kept)


RESULT = (f(tf.constant([1.0, -2.0, 3.0])), f(tf.ones([3])))
