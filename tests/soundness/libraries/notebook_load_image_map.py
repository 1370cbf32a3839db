# observed: same
# function: process_path
import tensorflow as tf

open('a.png', 'wb').write(tf.io.encode_png(tf.zeros([4, 4, 3], tf.uint8)).numpy())
def decode_img(img):
    img = tf.io.decode_jpeg(img, channels=3)
    return tf.image.resize(img, [2, 2])
def process_path(file_path):
    img = tf.io.read_file(file_path)
    img = decode_img(img)
    return img, tf.strings.length(file_path)
RESULT = [process_path(tf.constant('a.png')), process_path(tf.constant('a.png'))]
