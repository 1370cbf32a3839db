# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

loss = keras.losses.get('mse')
def f(y, p):
    return loss(y, p)
RESULT = [f(tf.ones([2, 1]), tf.zeros([2, 1])), f(tf.ones([2, 1]), tf.ones([2, 1]))]
