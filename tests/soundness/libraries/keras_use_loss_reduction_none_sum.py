# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

loss = keras.losses.MeanAbsoluteError(reduction='none')
def f(y, p, w):
    return tf.reduce_sum(loss(y, p) * w)
RESULT = [f(tf.ones([2, 1]), tf.zeros([2, 1]), tf.ones([2])), f(tf.ones([2, 1]), tf.ones([2, 1]), tf.ones([2]))]
