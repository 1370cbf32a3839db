# observed: same
# function: f
import tensorflow as tf

def f(x):
    ta = tf.TensorArray(tf.float32, tf.shape(x)[0]).unstack(x)
    y = ta.read(0)
    return y / y.shape[0]
RESULT = [f(tf.ones([4, 3])), f(tf.ones([2, 3]))]
