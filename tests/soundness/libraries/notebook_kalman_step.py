# observed: same
# function: kalman_step
import tensorflow as tf

F = tf.constant([[1., 1.], [0., 1.]])
H = tf.constant([[1., 0.]])
Q = tf.eye(2) * 0.01
R = tf.constant([[0.1]])
def kalman_step(x, P, z):
    x_pred = tf.linalg.matvec(F, x)
    P_pred = F @ P @ tf.transpose(F) + Q
    y = z - tf.linalg.matvec(H, x_pred)
    S = H @ P_pred @ tf.transpose(H) + R
    K = P_pred @ tf.transpose(H) @ tf.linalg.inv(S)
    x_new = x_pred + tf.linalg.matvec(K, y)
    P_new = (tf.eye(2) - K @ H) @ P_pred
    return x_new, P_new
x, P = tf.zeros([2]), tf.eye(2)
RESULT = []
for z in [1., 2.1, 2.9, 4.2]:
    x, P = kalman_step(x, P, tf.constant([z]))
    RESULT.append(x)
