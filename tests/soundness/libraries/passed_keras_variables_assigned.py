# observed: raises
# function: sgd
import tensorflow as tf
d = tf.keras.layers.Dense(2, kernel_initializer="ones"); d.build((None, 2))
def sgd(params, grads, lr):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g)
RESULT = []
for _ in range(2):
    sgd(d.trainable_variables, [tf.ones([2, 2]), tf.ones([2])], 0.1)
RESULT = [d.kernel.numpy()]
