# observed: raises
# function: f
import tensorflow as tf

def f(x):
    kept = [v for v in tf.unstack(x) if v > 0.0]
    return tf.add_n(kept)


RESULT = (f(tf.constant([1.0, -2.0, 3.0])), f(tf.ones([3])))
