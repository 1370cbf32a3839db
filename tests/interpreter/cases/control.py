import tensorflow as tf

flag = len(input()) > 3
if flag:
    a = 1
else:
    a = "one"
reveal(a)  # 'one' | 1
if True:
    b = 1
else:
    b = "never"
reveal(b)  # 1
if flag:
    c = 0.5
    d = None
elif unknown:
    c = 1.5
    d = tf.ones([2])
else:
    c = 2.5
    d = tf.ones([3])
reveal(c)  # 0.5 | 1.5 | 2.5
reveal(d)  # None | f32[?]
if d is not None:
    reveal(d)  # f32[?]
else:
    reveal(d)  # None
e = 1 if flag else "x"
reveal(e)  # 'x' | 1
reveal(flag and 3)  # 3 | bool
reveal(None or 4)  # 4
reveal(0 or "b")  # 'b'
reveal(not flag)  # bool
n = 0
while n < 10:
    n += 1
reveal(n)  # int
total = 0
for v in [1.5, 2.5]:
    total = total + v
reveal(total)  # float
found = None
for v in range(3):
    if v == 2:
        found = v
        break
else:
    found = "none"
reveal(found)  # 'none' | 0 | 1 | 2
for v in []:
    reveal(v)  # never
x = tf.ones([2, 2])
while True:
    x = tf.concat([x, x], 0)
    if flag:
        break
reveal(x)  # f32[?,2]
for w in range(3):
    if w:
        continue
    reveal(w)  # 0
reveal(w)  # 0 | 1 | 2
try:
    g = 1
    int("a")
    g = "changed"
except ValueError as error:
    reveal(g)  # 'changed' | 1
    h = "handled"
else:
    h = None
finally:
    k = 3.0
reveal(h)  # 'handled' | None
reveal(k)  # 3.0
try:
    raise KeyError
except KeyError:
    z = 1
reveal(z)  # 1


def returns_from_try():
    try:
        return 1
    finally:
        print()


reveal(returns_from_try())  # 1


def sign(v):
    if v > 0:
        return "plus"
    elif v < 0:
        return "minus"
    raise ValueError


reveal(sign(4))  # 'plus'
reveal(sign(len(input())))  # 'minus' | 'plus'
assert isinstance(a, int)
reveal(1 < 2 < 3)  # True
