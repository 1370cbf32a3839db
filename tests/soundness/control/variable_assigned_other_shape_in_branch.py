# observed: raises
# function: f
import tensorflow as tf
v = tf.Variable(0.0)
def f(x):
    if x[0] > 50.0:
        v.assign(x)
    return x + v
RESULT = [f(tf.constant([1.0, 2.0])), f(tf.constant([3.0, 2.0]))]
