# observed: differs
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.keras.applications.mobilenet_v2.preprocess_input(x)
a = np.ones([1, 4, 4, 3], np.float32)
b = f(a)
RESULT = [b, a]
