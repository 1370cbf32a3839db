# observed: same
# function: f
import tensorflow as tf
import heapq


def f(x):
    heap = []
    for score in (3.0, 1.0, 2.0):
        heapq.heappush(heap, score)
    return x * heapq.heappop(heap)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
