# observed: same
# function: f
import tensorflow as tf

def f(x):
    actions = [lambda v, k=k: v * k for k in (2.0, 3.0)]
    for action in actions:
        x = action(x)
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
