# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

opt = keras.optimizers.SGD(0.5)
v = tf.Variable(1.)
def f(x):
    opt.learning_rate = opt.learning_rate * 0.5
    opt.apply_gradients([(x, v)])
    return v * 1.
RESULT = [f(tf.constant(1.)), f(tf.constant(1.))]
