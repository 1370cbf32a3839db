# observed: raises
# function: f
import tensorflow as tf

img = tf.io.encode_png(tf.zeros([4, 4, 3], tf.uint8))
def f(b):
    x = tf.io.decode_png(b)
    return tf.image.resize(x, [x.shape[0] // 2, x.shape[1] // 2])
RESULT = [f(img), f(img)]
