# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y, i = tf.raw_ops.ListDiff(x=x, y=tf.constant([1])) 
    return y / y.shape[0]
RESULT = [f(tf.constant([1, 2, 3])), f(tf.constant([3, 2, 1]))]
