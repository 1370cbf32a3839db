# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3)])
def f(x):
    return tf.reduce_sum(model.predict_on_batch(x))
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]
