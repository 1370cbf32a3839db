import tensorflow as tf

a, b = 1, "b"
reveal(b)  # 'b'
(c, d), e = (1, 2.0), None
reveal(d)  # 2.0
first, *rest = [1, 2.0, "three"]
reveal(first)  # 1
reveal(rest)  # list
*most, last = (1, 2, None)
reveal(last)  # None
reveal(most)  # list
head, *middle, tail = "abcd"
reveal(tail)  # 'd'
a, b = b, a
reveal(a)  # 'b'
x = y = 0.5
reveal(x)  # 0.5
[p, q] = [True, b""]
reveal(q)  # b''
for i, (j, k) in enumerate([(1, "a"), (2, "b")]):
    reveal(k)  # 'a' | 'b'
left, right = tf.split(tf.ones([4, 2]), 2)
reveal(left)  # f32[2,2]
rows, columns = tf.ones([3, 5]).shape
reveal(columns)  # 5
holder = {}
holder["a"], holder["b"] = 1, 2.0
reveal(holder["b"])  # 2.0


def both():
    return 1, tf.constant("t")


number, text = both()
reveal(text)  # str
n = 1
n += 2
reveal(n)  # 3
t = (1,)
t += ("two",)
reveal(t)  # (1, 'two')
