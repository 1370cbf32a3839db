# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

def f(y, p):
    return keras.losses.BinaryCrossentropy(from_logits=True)(y, p)
RESULT = [f(tf.ones([2, 1]), tf.ones([2, 1])), f(tf.zeros([2, 1]), tf.ones([2, 1]))]
