# observed: same
# function: f
import tensorflow as tf

def f(x):
    actions = [lambda v: v * factor for factor in (1.0, 2.0)]
    for action in actions:
        x = action(x)
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
