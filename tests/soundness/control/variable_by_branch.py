# observed: differs
# function: f
import tensorflow as tf
weight = tf.Variable([1.0, 2.0])
def f(x):
    y = x
    if x[0] > 0.5:
        y = weight
    return y
a = f(tf.ones([2]))
b = f(tf.zeros([2]))
weight.assign_add([1.0, 1.0])
RESULT = a + b
