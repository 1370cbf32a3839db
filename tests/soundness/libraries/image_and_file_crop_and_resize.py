# observed: same
# function: f
import tensorflow as tf

def f(x, b):
    return tf.image.crop_and_resize(x, b, [0], [2, 2])
RESULT = [f(tf.ones([1, 4, 4, 3]), tf.constant([[0., 0., .5, .5]])), f(tf.ones([1, 4, 4, 3]), tf.constant([[0., 0., .5, 1.]]))]
