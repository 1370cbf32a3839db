# observed: raises
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x) > 1.0:

        def act(v):
            return v * 2.0
    else:

        def act(v):
            return v * 3.0

    return act(x)


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
