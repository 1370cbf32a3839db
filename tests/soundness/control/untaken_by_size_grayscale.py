# observed: raises
# function: f
import tensorflow as tf


def f(img):
    if tf.shape(img)[-1] == 3:
        img = tf.image.rgb_to_grayscale(img)
    return tf.reduce_mean(img)


RESULT = [f(tf.ones((4, 4, 1))), f(tf.ones((4, 4, 3)))]
