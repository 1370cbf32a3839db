# observed: same
# function: f
import tensorflow as tf

def f(x):
    p = tf.image.extract_patches(x, [1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], 'VALID')
    return tf.reshape(p, [p.shape[0], -1, p.shape[-1]])
RESULT = [f(tf.ones([1, 4, 4, 1])), f(tf.ones([2, 4, 4, 1]))]
