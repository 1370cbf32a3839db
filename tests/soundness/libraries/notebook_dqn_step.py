# observed: same
# function: train_on_minibatch
import tensorflow as tf
import numpy as np

n_outputs, batch_size, discount_rate = 2, 8, 0.95
model = tf.keras.Sequential([tf.keras.Input([4]), tf.keras.layers.Dense(8, activation='elu'), tf.keras.layers.Dense(n_outputs)])
target = tf.keras.models.clone_model(model)
target.set_weights(model.get_weights())
optimizer = tf.keras.optimizers.Adam(learning_rate=1e-2)
loss_fn = tf.keras.losses.Huber()
replay_buffer = []
rs = np.random.RandomState(0)
for i in range(32):
    replay_buffer.append((rs.rand(4), rs.randint(2), rs.rand(), rs.rand(4), rs.rand() > .9))
def sample_experiences(batch_size):
    indices = np.random.randint(len(replay_buffer), size=batch_size)
    batch = [replay_buffer[index] for index in indices]
    return [np.array([experience[field_index] for experience in batch]) for field_index in range(5)]
def train_on_minibatch(states, actions, rewards, next_states, dones):
    next_Q_values = target(next_states)
    max_next_Q_values = tf.reduce_max(next_Q_values, axis=1)
    target_Q_values = rewards + (1. - dones) * discount_rate * max_next_Q_values
    target_Q_values = tf.reshape(target_Q_values, [-1, 1])
    mask = tf.one_hot(actions, n_outputs)
    with tf.GradientTape() as tape:
        all_Q_values = model(states)
        Q_values = tf.reduce_sum(all_Q_values * mask, axis=1, keepdims=True)
        loss = tf.reduce_mean(loss_fn(target_Q_values, Q_values))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss
RESULT = []
for step in range(3):
    s, a, r, n, d = sample_experiences(batch_size)
    RESULT.append(train_on_minibatch(tf.constant(s, tf.float32), tf.constant(a), tf.constant(r, tf.float32), tf.constant(n, tf.float32), tf.constant(d, tf.float32)))
