# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    names = [1., 2., 3., 4., 5.]
    return tf.reduce_sum(y) * names[len(y)]
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
