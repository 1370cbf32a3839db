# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
m = tf.keras.metrics.Mean()
def f():
    for v in ds:
        loss = v * 2.0
        m.update_state(loss)
    return m.result(), loss
RESULT = [f(), f()]
