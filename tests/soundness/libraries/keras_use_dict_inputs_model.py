# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

a, b = keras.Input((2,), name='a'), keras.Input((2,), name='b')
m = keras.Model({'a': a, 'b': b}, keras.layers.Add()([a, b]))
def f(d):
    return m(d)
RESULT = [f({'a': tf.ones([1, 2]), 'b': tf.ones([1, 2])}), f({'a': tf.zeros([1, 2]), 'b': tf.ones([1, 2])})]
