# observed: same
# function: fit
import tensorflow as tf
import numpy as np

points = tf.constant(np.random.RandomState(0).rand(30, 2).astype('float32'))
def fit(points, centroids):
    shift = tf.constant(1.0)
    i = tf.constant(0)
    while shift > 1e-4 and i < 20:
        d = tf.reduce_sum((points[:, None, :] - centroids[None, :, :]) ** 2, axis=2)
        a = tf.argmin(d, axis=1)
        new = tf.math.unsorted_segment_mean(points, a, 3)
        shift = tf.reduce_max(tf.abs(new - centroids))
        centroids = new
        i += 1
    return centroids, i
RESULT = [fit(points, points[:3]), fit(points, points[3:6])]
