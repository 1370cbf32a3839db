# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

opt = keras.optimizers.SGD(0.5)
def f(x):
    return x * float(opt.learning_rate.numpy())
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
