# observed: same
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def f(x, t, u):
    with tf.GradientTape() as tape:
        if t > 0:
            if u > 0:
                loss = x * w
            else:
                loss = x * w + 1.0
        else:
            loss = x * w * 2.0
    return tape.gradient(loss, w)
RESULT = [f(tf.constant(1.0), tf.constant(a), tf.constant(b)) is None for a in (0, 1) for b in (0, 1)]
