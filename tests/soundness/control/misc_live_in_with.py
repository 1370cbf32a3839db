# observed: raises
# function: f
import tensorflow as tf

def f(x):
    k=tf.name_scope('a')
    if tf.reduce_sum(x)>1.: k=tf.name_scope('b')
    with k: return x*2.

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
