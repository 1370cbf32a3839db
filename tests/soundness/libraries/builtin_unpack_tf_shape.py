# observed: raises
# function: f
import tensorflow as tf

def f(x):
    h, w = tf.shape(x)
    return x / tf.cast(h * w, tf.float32)
RESULT = [f(tf.ones([2, 3])), f(tf.ones([3, 3]))]
