# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    return tf.map_fn(lambda t: t[0] * t[1], (x, y), fn_output_signature=tf.float32)
RESULT = [f(tf.ones([2]), tf.ones([2])), f(tf.zeros([2]), tf.ones([2]))]
