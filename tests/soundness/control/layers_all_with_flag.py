# observed: same
# function: f
import tensorflow as tf
layers_ = [tf.keras.layers.Dense(4) for _ in range(4)]
def f(x, training):
    x = tf.nn.dropout(x, 0.0) if training else x
    for l in layers_:
        x = l(x)
    return x
RESULT = [f(tf.ones([2, 4]), d) for d in (True, False, True)]
