# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

opt = keras.optimizers.SGD(0.5)
def f(x):
    return x * opt.learning_rate
a = f(tf.ones([2]))
opt.learning_rate = 0.25
RESULT = [a, f(tf.ones([2]))]
