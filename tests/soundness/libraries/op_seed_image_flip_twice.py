# observed: differs
# function: f
import tensorflow as tf

def f(x):
    x = tf.image.random_flip_left_right(x, seed=1)
    return tf.image.random_flip_up_down(x, seed=1)
x = tf.reshape(tf.range(4.), [1, 2, 2, 1])
RESULT = [f(x) for _ in range(6)]
