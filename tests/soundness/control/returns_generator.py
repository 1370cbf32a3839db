# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return (x * k for k in (1.0, 2.0))


RESULT = sum(f(tf.ones([2])))
