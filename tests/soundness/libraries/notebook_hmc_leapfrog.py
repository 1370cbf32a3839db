# observed: same
# function: leapfrog
import tensorflow as tf

def target(x):
    return -0.5 * tf.reduce_sum(x ** 2)
def grad(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = target(x)
    return t.gradient(y, x)
def leapfrog(x, p, eps, steps=4):
    p = p + 0.5 * eps * grad(x)
    for i in range(steps - 1):
        x = x + eps * p
        p = p + eps * grad(x)
    x = x + eps * p
    p = p + 0.5 * eps * grad(x)
    return x, -p
RESULT = [leapfrog(tf.ones([3]), tf.ones([3]), 0.1), leapfrog(tf.zeros([3]), tf.ones([3]), 0.1)]
