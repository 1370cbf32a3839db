# observed: same
# function: f
import tensorflow as tf

def f(x, seed):
    x = tf.image.stateless_random_flip_left_right(x, seed)
    x = tf.image.stateless_random_brightness(x, 0.2, seed)
    return tf.image.resize(x, [2, 2])
RESULT = [f(tf.ones([4, 4, 3]), tf.constant([1, 2])), f(tf.ones([4, 4, 3]), tf.constant([3, 2]))]
