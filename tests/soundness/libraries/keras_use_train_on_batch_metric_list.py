# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile('sgd', 'mse', metrics=['mae'])
def f(x, y):
    l, m = model.train_on_batch(x, y)
    return tf.constant(1.) * l + m
RESULT = [f(tf.ones([2, 2]), tf.ones([2, 1])), f(tf.ones([2, 2]), tf.ones([2, 1]))]
