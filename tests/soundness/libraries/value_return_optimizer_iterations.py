# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

v = tf.Variable(1.)
opt = keras.optimizers.SGD(0.1)
def f(x):
    opt.apply_gradients([(x, v)])
    return opt.iterations
a = f(tf.constant(1.))
b = f(tf.constant(1.))
RESULT = [int(a), int(b)]
