# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

e = keras.layers.Embedding(5, 2)
def f(x):
    return tf.reduce_sum(e(x), axis=1)
RESULT = [f(tf.constant([[1, 2]])), f(tf.constant([[3, 4]]))]
