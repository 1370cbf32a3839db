# observed: same
# function: step
import numpy as np
import tensorflow as tf

w = tf.Variable(tf.ones([4, 3]) * 0.1)
rule = tf.keras.optimizers.SGD(0.1)


def step(x, labels):
    with tf.GradientTape() as tape:
        logits = tf.matmul(x, w)
        loss = tf.compat.v1.losses.softmax_cross_entropy(labels, logits)
        loss += tf.compat.v1.losses.sigmoid_cross_entropy(labels, logits)
        loss += tf.compat.v1.losses.mean_squared_error(labels, logits)
    rule.apply_gradients([(tape.gradient(loss, w), w)])
    return loss


hot = np.eye(3)[[0, 1, 2, 0, 1]]
RESULT = [step(tf.ones([5, 4]) * k, hot) for k in (0.1, 0.2, 0.3)]
