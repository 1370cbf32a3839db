# observed: same
# function: grads
import tensorflow as tf
def grads(params, x):
    with tf.GradientTape() as t:
        l = params[0] * x + params[1]
    return t.gradient(l, params)
ws = [tf.Variable(1.0), tf.Variable(2.0)]
RESULT = [grads(ws, tf.constant(2.0))]
