# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = tf.boolean_mask(x, [True, False, True])
    return tf.linalg.norm(y) + tf.zeros([y.shape[0]])
RESULT = [f(tf.ones([3])), f(tf.zeros([3]))]
