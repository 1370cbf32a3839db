# observed: same
# function: f
import tensorflow as tf
cell = tf.keras.layers.SimpleRNNCell(3)
cell.build((2, 4))
def f(x):
    steps = tf.shape(x)[1]
    with tf.GradientTape() as tape:
        h = tf.zeros([2, 3])
        for t in tf.range(steps):
            h, _ = cell(x[:, t], [h])
        loss = tf.reduce_sum(h)
    return tape.gradient(loss, cell.trainable_variables)
RESULT = [f(tf.ones([2, 5, 4])), f(tf.ones([2, 3, 4]))]
