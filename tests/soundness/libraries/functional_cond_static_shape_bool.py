# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return tf.cond(x.shape[0] > 2, lambda: x, lambda: -x)
RESULT = [f(tf.ones([2])), f(tf.ones([3]))]
