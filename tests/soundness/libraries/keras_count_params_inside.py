# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
def f(x):
    return model(x) / model.count_params()
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([2, 2]))]
