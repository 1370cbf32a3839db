# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.keras.applications.mobilenet_v2.preprocess_input(x)
RESULT = [f(tf.ones([1, 4, 4, 3])), f(tf.zeros([1, 4, 4, 3]))]
