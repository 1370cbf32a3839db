# observed: raises
# function: f
import tensorflow as tf

img = tf.io.encode_png(tf.zeros([4, 4, 3], tf.uint8))
def f(b):
    x = tf.io.decode_image(b, channels=3)
    return tf.image.resize(x, [2, 2]) / 255.
RESULT = [f(img), f(img)]
