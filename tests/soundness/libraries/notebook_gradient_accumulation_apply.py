# observed: same
# function: apply
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.SGD(0.1)
accum = [tf.Variable(tf.ones_like(v), trainable=False) for v in model.trainable_variables]
def apply(n):
    optimizer.apply_gradients(zip([a / n for a in accum], model.trainable_variables))
    for a in accum:
        a.assign(tf.zeros_like(a))
apply(2.)
apply(2.)
RESULT = [v.numpy() for v in model.trainable_variables]
