# observed: raises
# function: f
import tensorflow as tf
m = tf.keras.metrics.Mean(); m.update_state(1.0)
def f(vs):
    for v in vs: v.assign(tf.zeros_like(v))
f(m.variables)
RESULT = [m.result()]
