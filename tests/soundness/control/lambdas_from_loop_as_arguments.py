# observed: same
# function: f
import tensorflow as tf

def f(x, act):
    return act(x)


RESULT = [f(tf.ones([2]), lambda v, k=k: v * k) for k in (1.0, 2.0, 3.0)]
