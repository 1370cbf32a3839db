# observed: same
# function: f
import tensorflow as tf

def f(x):
    if x.shape[0] == 1:
        return x[0]
    return x[0] + f(x[1:])


RESULT = (f(tf.ones([4])), f(tf.ones([2])))
