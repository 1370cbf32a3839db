# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
def f(x):
    model.save_weights('a.weights.h5')
    return model(x)
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([2, 2]))]
