# observed: same
# function: focal_loss
import tensorflow as tf

def focal_loss(y_true, y_pred, gamma=2., alpha=.25):
    pt_1 = tf.where(tf.equal(y_true, 1), y_pred, tf.ones_like(y_pred))
    pt_0 = tf.where(tf.equal(y_true, 0), y_pred, tf.zeros_like(y_pred))
    eps = tf.keras.backend.epsilon()
    pt_1 = tf.clip_by_value(pt_1, eps, 1. - eps)
    pt_0 = tf.clip_by_value(pt_0, eps, 1. - eps)
    return -tf.reduce_mean(alpha * tf.pow(1. - pt_1, gamma) * tf.math.log(pt_1)) - tf.reduce_mean((1 - alpha) * tf.pow(pt_0, gamma) * tf.math.log(1. - pt_0))
RESULT = [focal_loss(tf.constant([1., 0.]), tf.constant([.9, .2])), focal_loss(tf.constant([1., 1.]), tf.constant([.9, .2]))]
