# observed: same
# function: train_step
import tensorflow as tf

U = tf.Variable(tf.ones([5, 2]) * 0.1)
V = tf.Variable(tf.ones([4, 2]) * 0.2)
opt = tf.keras.optimizers.SGD(0.5)
def train_step(users, items, ratings):
    with tf.GradientTape() as tape:
        p = tf.reduce_sum(tf.gather(U, users) * tf.nn.embedding_lookup(V, items), axis=1)
        loss = tf.reduce_mean((p - ratings) ** 2)
        loss += 1e-3 * (tf.nn.l2_loss(U) + tf.nn.l2_loss(V))
    grads = tape.gradient(loss, [U, V])
    opt.apply_gradients(zip(grads, [U, V]))
    return loss
RESULT = [train_step(tf.constant([0, 1]), tf.constant([2, 3]), tf.constant([1., 2.])) for _ in range(3)]
