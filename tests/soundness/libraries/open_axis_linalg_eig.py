# observed: same
# function: f
import tensorflow as tf

def f(x):
    e, v = tf.linalg.eigh(x)
    return e / e.shape[0]
RESULT = [f(tf.eye(3)), f(tf.eye(2))]
