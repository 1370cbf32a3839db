# observed: raises
# function: f
import tensorflow as tf

k = tf.ones((3, 3, 3, 1))


def f(img):
    if tf.shape(img)[-1] == 3:
        img = tf.nn.conv2d(img, k, 1, "SAME")
    return tf.reduce_mean(img)


RESULT = [f(tf.ones((1, 4, 4, 1))), f(tf.ones((1, 4, 4, 3)))]
