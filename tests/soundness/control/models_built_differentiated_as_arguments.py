# observed: same
# function: grads
import tensorflow as tf
gen = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(2)]); disc = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
def grads(model, x):
    with tf.GradientTape() as t:
        l = tf.reduce_mean(model(x) ** 2)
    return t.gradient(l, model.trainable_variables)
opts = [tf.keras.optimizers.SGD(.1), tf.keras.optimizers.SGD(.1)]
for o, m in zip(opts, (gen, disc)):
    o.apply_gradients(zip(grads(m, tf.ones((1, 2))), m.trainable_variables))
