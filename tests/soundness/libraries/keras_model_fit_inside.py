# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile('sgd', 'mse')
def f(x, y):
    model.fit(x, y, verbose=0)
    return model(x)
RESULT = [f(tf.ones([2, 2]), tf.ones([2, 1])), f(tf.ones([2, 2]), tf.ones([2, 1]))]
