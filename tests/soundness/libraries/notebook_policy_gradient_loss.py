# observed: same
# function: compute_loss
import tensorflow as tf

huber_loss = tf.keras.losses.Huber(reduction='sum')
def compute_loss(action_probs, values, returns):
    advantage = returns - values
    action_log_probs = tf.math.log(action_probs)
    actor_loss = -tf.math.reduce_sum(action_log_probs * advantage)
    critic_loss = huber_loss(values, returns)
    return actor_loss + critic_loss
a = tf.constant([[.5], [.2]])
RESULT = [compute_loss(a, a * 2., a * 3.), compute_loss(a, a * 1., a * 2.)]
