# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile('sgd', 'mse')
def f(x, y):
    return model.evaluate(x, y, verbose=0) + tf.reduce_sum(x)
RESULT = [f(tf.ones([2, 2]), tf.ones([2, 1])), f(tf.ones([2, 2]), tf.ones([2, 1]))]
