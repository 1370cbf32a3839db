# observed: same
# function: f
import tensorflow as tf

def f(x):
    if x.shape[0] in [2, 4]:
        return x * 2.
    return x
RESULT = [f(tf.ones([2])), f(tf.ones([3]))]
