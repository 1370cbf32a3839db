# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

v = tf.Variable(1.)
opt = keras.optimizers.SGD(0.1)
def f(x):
    return opt.apply_gradients([(x, v)])
f(tf.constant(1.))
f(tf.constant(1.))
RESULT = v
