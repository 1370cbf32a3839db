# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

class Warm(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        step = tf.cast(step, tf.float32)
        if step < 2.:
            return step * 0.1
        return 1. / step
v = tf.Variable([1., 2.])
opt = keras.optimizers.SGD(Warm())
def f(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(v * x)
    opt.apply_gradients([(tape.gradient(loss, v), v)])
    return loss
RESULT = [f(tf.ones([2])) for _ in range(4)] + [v]
