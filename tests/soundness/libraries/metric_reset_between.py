# observed: same
# function: f
import tensorflow as tf
m = tf.keras.metrics.Mean()
def f(x):
    m.update_state(x); return m.result()
RESULT = [f(tf.constant(4.0))]
m.reset_state()
RESULT += [f(tf.constant(2.0))]
