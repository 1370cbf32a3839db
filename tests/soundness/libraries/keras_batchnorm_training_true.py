# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

bn = keras.layers.BatchNormalization()
bn.build((None, 2))
def f(x):
    return bn(x, training=True)
RESULT = [f(tf.constant([[1., 2.], [3., 5.]])), f(tf.constant([[1., 4.], [3., 5.]])), bn.moving_mean.numpy()]
