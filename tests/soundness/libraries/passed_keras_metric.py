# observed: same
# function: f
import tensorflow as tf
def f(m, x):
    m.update_state(x)
    return m.result()
mm = tf.keras.metrics.Mean()
RESULT = [f(mm, tf.constant(1.0)), f(mm, tf.constant(3.0))]
