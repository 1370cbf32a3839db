# observed: raises
# function: f
import tensorflow as tf

def f(x):
    ta = tf.TensorArray(tf.float32, 2)
    return ta.write(0, x).write(1, x)
def g(x):
    return f(x).stack()
RESULT = [g(tf.constant(1.)), g(tf.constant(2.))]
