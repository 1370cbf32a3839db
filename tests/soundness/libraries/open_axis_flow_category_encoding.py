# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

c = keras.layers.CategoryEncoding(4, output_mode='one_hot')
def f(x):
    y = c(x)
    return y / y.shape[-1]
RESULT = [f(tf.constant([1, 2])), f(tf.constant([3]))]
