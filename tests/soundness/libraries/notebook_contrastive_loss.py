# observed: same
# function: contrastive_loss
import tensorflow as tf

def euclidean_distance(a, b):
    sum_square = tf.math.reduce_sum(tf.math.square(a - b), axis=1, keepdims=True)
    return tf.math.sqrt(tf.math.maximum(sum_square, tf.keras.backend.epsilon()))
def contrastive_loss(y_true, a, b, margin=1.):
    y_pred = euclidean_distance(a, b)
    square_pred = tf.math.square(y_pred)
    margin_square = tf.math.square(tf.math.maximum(margin - y_pred, 0))
    return tf.math.reduce_mean((1 - y_true) * square_pred + y_true * margin_square)
RESULT = [contrastive_loss(tf.constant([[1.], [0.]]), tf.ones([2, 3]), tf.zeros([2, 3])), contrastive_loss(tf.constant([[0.], [0.]]), tf.ones([2, 3]), tf.zeros([2, 3]))]
