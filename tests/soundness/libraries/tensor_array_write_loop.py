# observed: same
# function: f
import tensorflow as tf

def f(x):
    ta = tf.TensorArray(tf.float32, size=3)
    for i in range(3):
        ta = ta.write(i, x * i)
    return ta.stack()
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
