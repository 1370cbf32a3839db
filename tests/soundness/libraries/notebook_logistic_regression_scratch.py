# observed: same
# function: train_step
import tensorflow as tf
import numpy as np

X = np.random.RandomState(0).rand(20, 3).astype(np.float32)
Y = (X.sum(1) > 1.5).astype(np.float32)
W = tf.Variable(tf.zeros([3, 1]), name='weight')
b = tf.Variable(tf.zeros([1]), name='bias')
def model(x):
    return tf.sigmoid(tf.matmul(x, W) + b)
def train_step(x, y):
    with tf.GradientTape() as g:
        pred = model(x)
        y = tf.reshape(y, [-1, 1])
        loss = -tf.reduce_mean(y * tf.math.log(pred + 1e-7) + (1 - y) * tf.math.log(1 - pred + 1e-7))
    dW, db = g.gradient(loss, [W, b])
    W.assign_sub(0.1 * dW)
    b.assign_sub(0.1 * db)
    return loss
RESULT = [train_step(X, Y) for _ in range(4)]
