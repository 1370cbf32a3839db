# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

sched = keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.5)
def f(step):
    return sched(step) * 2.
RESULT = [f(tf.constant(0)), f(tf.constant(3))]
