# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.layers.MultiHeadAttention(2, 2)
def f(q, v):
    return m(q, v)
RESULT = [f(tf.ones([1, 3, 4]), tf.ones([1, 2, 4])), f(tf.ones([1, 3, 4]), tf.zeros([1, 2, 4]))]
