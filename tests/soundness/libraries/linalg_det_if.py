# observed: same
# function: f
import tensorflow as tf

def f(a):
    if tf.linalg.det(a) > 0:
        return tf.linalg.inv(a)
    return a
RESULT = [f(tf.eye(2)), f(-tf.ones([2, 2]))]
