# observed: same
# function: iou
import tensorflow as tf

def iou(a, b):
    x1 = tf.maximum(a[..., 0], b[..., 0])
    y1 = tf.maximum(a[..., 1], b[..., 1])
    x2 = tf.minimum(a[..., 2], b[..., 2])
    y2 = tf.minimum(a[..., 3], b[..., 3])
    inter = tf.maximum(x2 - x1, 0.) * tf.maximum(y2 - y1, 0.)
    area = lambda t: (t[..., 2] - t[..., 0]) * (t[..., 3] - t[..., 1])
    return inter / (area(a) + area(b) - inter)
RESULT = [iou(tf.constant([[0., 0., 2., 2.]]), tf.constant([[1., 1., 3., 3.]])), iou(tf.constant([[0., 0., 2., 2.]]), tf.constant([[0., 0., 3., 3.]]))]
