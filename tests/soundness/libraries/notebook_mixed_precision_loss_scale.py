# observed: same
# function: train_step
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(4, activation='relu', dtype='mixed_float16'), tf.keras.layers.Dense(1, dtype='float32')])
optimizer = tf.keras.optimizers.SGD(0.1)
loss_fn = tf.keras.losses.MeanSquaredError()
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
        scaled = loss * 128.0
    grads = tape.gradient(scaled, model.trainable_variables)
    grads = [g / 128.0 for g in grads]
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss
RESULT = [train_step(tf.ones([2, 3]), tf.ones([2, 1])) for _ in range(2)]
