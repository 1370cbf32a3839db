# observed: same
# function: f
import tensorflow as tf

params = {"w": tf.Variable([[2.0], [1.0]]), "b": tf.Variable([1.0])}


def forward(x):
    return tf.matmul(x, params["w"]) + params["b"]


def f(x, y, lr):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((forward(x) - y) ** 2)
    grads = tape.gradient(loss, params)
    for k in params:
        params[k].assign_sub(lr * grads[k])
    return loss


RESULT = [f(tf.ones((3, 2)), tf.zeros((3, 1)), 0.1) for _ in range(3)]
