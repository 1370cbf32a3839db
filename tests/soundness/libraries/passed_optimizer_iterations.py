# observed: same
# function: f
import tensorflow as tf
o = tf.keras.optimizers.SGD(0.1)
def f(n, x):
    return x * tf.cast(n, tf.float32)
RESULT = [f(o.iterations, tf.constant(2.0)), f(o.learning_rate, tf.constant(2.0))]
