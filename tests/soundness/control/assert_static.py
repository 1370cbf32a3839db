# observed: same
# function: f
import tensorflow as tf

def f(x):
    assert x.shape[0] == 2, "two rows"
    assert len(x.shape) == 1
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
