# observed: same
# function: sgd
import tensorflow as tf
m = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
def sgd(model, grads, lr):
    for p, g in zip(model.trainable_variables, grads):
        p.assign_sub(lr * g)
sgd(m, [tf.ones([2, 1]), tf.ones([1])], 0.1)
RESULT = [m.get_weights()]
