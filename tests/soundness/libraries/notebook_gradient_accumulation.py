# observed: same
# function: accumulate
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(4, activation='relu'), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.SGD(0.1)
accum = [tf.Variable(tf.zeros_like(v), trainable=False) for v in model.trainable_variables]
loss_fn = tf.keras.losses.MeanSquaredError()
def accumulate(x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    grads = tape.gradient(loss, model.trainable_variables)
    for a, g in zip(accum, grads):
        a.assign_add(g)
    return loss
def apply(n):
    optimizer.apply_gradients(zip([a / n for a in accum], model.trainable_variables))
    for a in accum:
        a.assign(tf.zeros_like(a))
RESULT = []
for i in range(4):
    RESULT.append(accumulate(tf.ones([2, 3]) * i, tf.ones([2, 1])))
    if (i + 1) % 2 == 0:
        apply(2.)
