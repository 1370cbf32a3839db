# observed: same
# function: f
import tensorflow as tf

def f(x):
    x = tf.image.central_crop(x, 0.5)
    return tf.image.adjust_contrast(x, 2.) + tf.image.rgb_to_grayscale(x)
RESULT = [f(tf.ones([4, 4, 3])), f(tf.zeros([4, 4, 3]))]
