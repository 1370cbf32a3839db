# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

v = tf.Variable(1.)
opt = keras.optimizers.SGD(0.1)
def f(g):
    opt.apply_gradients([(g, v)])
f(tf.constant(1.))
opt = keras.optimizers.SGD(0.5)
f(tf.constant(1.))
RESULT = v
