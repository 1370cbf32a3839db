# observed: differs
# function: f
import tensorflow as tf

def f(x):
    return x, x.shape


y, shape = f(tf.ones([2, 3]))
RESULT = (y, shape[0] + 1)
