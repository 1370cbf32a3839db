# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return map(lambda k: x * k, (1.0, 2.0))


RESULT = sum(f(tf.ones([2])))
