# observed: same
# function: f
import tensorflow as tf

def f(x):
    s = tf.zeros([3])
    for r in x:
        s += r / r.shape[0]
    return s
RESULT = [f(tf.ones([4, 3])), f(tf.ones([2, 3]))]
