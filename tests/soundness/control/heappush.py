# observed: differs
# function: f
import tensorflow as tf
import heapq

heap = []


def f(x, score):
    heapq.heappush(heap, score)
    return x * 2.0


f(tf.ones([2]), 3)
f(tf.ones([2]), 3)
RESULT = heap
