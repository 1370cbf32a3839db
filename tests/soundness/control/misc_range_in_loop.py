# observed: same
# function: f
import tensorflow as tf

def f(x):
    t=tf.constant(0.)
    for i in tf.range(2):
        for j in range(i): t=t+1.
    return t

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
