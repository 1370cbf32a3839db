# observed: same
# function: step
import tensorflow as tf
import numpy as np

Y, X = np.mgrid[-1.3:1.3:0.5, -2:1:0.5]
Z = X + 1j * Y
c = tf.constant(Z.astype('complex64'))
zs = tf.Variable(c)
ns = tf.Variable(tf.zeros_like(c, tf.float32))
def step(c, z, n):
    z = z * z + c
    not_diverged = tf.abs(z) < 4
    n = tf.add(n, tf.cast(not_diverged, tf.float32))
    return c, z, n
for _ in range(5):
    c, z, n = step(c, zs, ns)
    zs.assign(z)
    ns.assign(n)
RESULT = ns
