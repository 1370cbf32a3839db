# observed: raises
# function: f
import tensorflow as tf
d = tf.keras.layers.Dense(2, kernel_initializer="ones"); d.build((None, 2))
o = tf.keras.optimizers.SGD(0.1)
def f(gs, vs):
    o.apply_gradients(zip(gs, vs))
f([tf.ones([2, 2]), tf.ones([2])], d.trainable_variables)
RESULT = [d.kernel.numpy()]
