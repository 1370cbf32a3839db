# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.reduce_sum(tf.random.shuffle(x))
RESULT = [f(tf.range(4.)), f(tf.range(4.))]
