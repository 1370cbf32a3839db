# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, activity_regularizer='l2')])
def f(x):
    return tf.reduce_sum(model(x))
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2])), float(len(model.losses)), model.losses[0] * 1.]
