# observed: raises
# function: f
import tensorflow as tf
v = tf.Variable(1)
def f(x):
    if x[0] > 50.0:
        v.assign(0.5)
    return x
RESULT = [f(tf.constant([1.0, 2.0])), f(tf.constant([3.0, 2.0]))]
