# observed: same
# function: f
import tensorflow as tf

def f(x):
    tf.io.write_file('x.png', tf.io.encode_png(tf.cast(x, tf.uint8)))
    return tf.reduce_sum(x)
RESULT = [f(tf.ones([2, 2, 3])), f(tf.zeros([2, 2, 3])), tf.io.read_file('x.png')]
