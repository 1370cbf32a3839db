# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.cast(tf.clip_by_value(x * 255., 0., 255.), tf.uint8)
RESULT = [f(tf.ones([2, 2, 3])), f(tf.zeros([2, 2, 3]))]
