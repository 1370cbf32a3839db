# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3)])
def f(x):
    n = len(model.weights)
    return model(x) * n
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]
