# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, activity_regularizer='l2')])
def f(x):
    y = model(x)
    return tf.reduce_sum(y) + tf.add_n(model.losses)
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]
