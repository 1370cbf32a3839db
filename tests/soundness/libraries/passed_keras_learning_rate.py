# observed: raises
# function: f
import tensorflow as tf
o = tf.keras.optimizers.SGD(0.1)
def f(lr, x):
    lr.assign(x)
    return o.learning_rate * 2.0
RESULT = [f(o.learning_rate, tf.constant(0.5))]
