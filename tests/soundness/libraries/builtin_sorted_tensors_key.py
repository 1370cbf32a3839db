# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    return sorted([a, b], key=lambda t: t.shape[0])[0]
RESULT = [f(tf.ones([2]), tf.zeros([3])), f(tf.ones([4]), tf.zeros([3]))]
