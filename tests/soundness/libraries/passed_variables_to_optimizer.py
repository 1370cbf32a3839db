# observed: same
# function: f
import tensorflow as tf
o = tf.keras.optimizers.Adam(0.1)
vs = [tf.Variable(1.0), tf.Variable(2.0)]
o.build(vs)
def f(gs, ps):
    o.apply_gradients(zip(gs, ps))
f([tf.constant(1.0)] * 2, vs); f([tf.constant(1.0)] * 2, vs)
RESULT = [v.numpy() for v in vs]
