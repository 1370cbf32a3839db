# observed: same
# function: soft_update
import tensorflow as tf
n_actions = 2
q_net = tf.keras.Sequential([tf.keras.layers.Dense(8, activation='relu'), tf.keras.layers.Dense(n_actions)])
target = tf.keras.Sequential([tf.keras.layers.Dense(8, activation='relu'), tf.keras.layers.Dense(n_actions)])
q_net.build((None, 4)); target.build((None, 4))
target.set_weights(q_net.get_weights())
opt = tf.keras.optimizers.Adam(1e-3)
gamma = 0.99
def update(states, actions, rewards, next_states, dones):
    next_q = tf.reduce_max(target(next_states), axis=1)
    targets = rewards + gamma * next_q * (1. - dones)
    mask = tf.one_hot(actions, n_actions)
    with tf.GradientTape() as tape:
        q = tf.reduce_sum(q_net(states) * mask, axis=1)
        loss = tf.reduce_mean(tf.keras.losses.huber(targets[:, None], q[:, None]))
    grads = tape.gradient(loss, q_net.trainable_variables)
    opt.apply_gradients(zip(grads, q_net.trainable_variables))
    return loss
def soft_update(tau=0.01):
    for a, b in zip(target.variables, q_net.variables):
        a.assign(a * (1 - tau) + b * tau)
s = tf.random.stateless_normal((6, 4), [0, 1]); s2 = tf.random.stateless_normal((6, 4), [0, 2])
for i in range(3):
    loss = update(s, tf.constant([0, 1, 0, 1, 0, 1]), tf.ones(6), s2, tf.zeros(6))
    soft_update()
