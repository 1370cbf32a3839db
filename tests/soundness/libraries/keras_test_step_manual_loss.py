# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
loss_fn = keras.losses.MeanSquaredError()
def f(x, y):
    return loss_fn(y, model(x, training=False))
RESULT = [f(tf.ones([2, 2]), tf.ones([2, 1])), f(tf.zeros([3, 2]), tf.ones([3, 1]))]
