# observed: same
# function: f
import tensorflow as tf

def f(y, p):
    p = tf.keras.backend.clip(p, tf.keras.backend.epsilon(), 1.)
    return -tf.keras.backend.mean(y * tf.keras.backend.log(p))
RESULT = [f(tf.constant([[1., 0.]]), tf.constant([[.5, .5]])), f(tf.constant([[1., 0.]]), tf.constant([[.1, .9]]))]
