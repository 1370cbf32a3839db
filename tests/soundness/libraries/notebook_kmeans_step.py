# observed: same
# function: kmeans_step
import tensorflow as tf
import numpy as np

points = tf.constant(np.random.RandomState(0).rand(30, 2).astype('float32'))
centroids = tf.Variable(points[:3])
def kmeans_step(points):
    distances = tf.reduce_sum(tf.square(points[:, tf.newaxis, :] - centroids[tf.newaxis, :, :]), axis=2)
    assignments = tf.argmin(distances, axis=1)
    means = tf.math.unsorted_segment_mean(points, assignments, 3)
    centroids.assign(means)
    return tf.reduce_sum(tf.reduce_min(distances, axis=1))
RESULT = [kmeans_step(points) for _ in range(5)] + [centroids]
