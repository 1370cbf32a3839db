# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(3)])
def f(x):
    n = len(model.weights)
    return model(x) * n
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]
