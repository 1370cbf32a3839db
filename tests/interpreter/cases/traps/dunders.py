# == caught: a property that counts
class C:
    n = 0
    @property
    def k(self):
        C.n += 1
        return 2.
c = C()
def f(x): return tf.nn.relu(x) * c.k
for _ in range(3): f(tf.ones(3))

# == caught: a multiplication that counts
class C:
    n = 0
    def __mul__(self, o):
        self.n += 1
        return o * 2.
c = C()
def f(x): return tf.nn.relu(c * x)
for _ in range(3): f(tf.ones(3))

# == caught: a reflected multiplication that counts
class C:
    n = 0
    def __rmul__(self, o):
        self.n += 1
        return o * 2.
c = C()
def f(x): return tf.nn.relu(x * c)
for _ in range(3): f(tf.ones(3))

# == caught: a defaultdict that grows by reading
from collections import defaultdict
d = defaultdict(float)
def f(x): return tf.nn.relu(x * d['a'])
for _ in range(3): f(tf.ones(3))

# == caught: a default factory that appends
from collections import defaultdict
n = []
def mk():
    n.append(1)
    return 2.
def f(x):
    d = defaultdict(mk)
    return tf.nn.relu(x * d['a'])
for _ in range(3): f(tf.ones(3))

# == caught: an index that counts
class C:
    n = 0
    def __getitem__(self, i):
        self.n += 1
        return 2.
c = C()
def f(x): return tf.nn.relu(x) * c[0]
for _ in range(3): f(tf.ones(3))

# == caught: a missing attribute that prints
class C:
    def __getattr__(self, n):
        print(n)
        return 2.
c = C()
def f(x): return tf.nn.relu(x) * c.k
for _ in range(3): f(tf.ones(3))

# == caught: a membership test that prints
class C:
    def __contains__(self, n):
        print(n)
        return True
c = C()
def f(x): return tf.nn.relu(x) * (2. if 3 in c else 1.)
for _ in range(3): f(tf.ones(3))

# == caught: a length that prints
class C:
    def __len__(self):
        print('a')
        return 2
c = C()
def f(x): return tf.nn.relu(x) * len(c)
for _ in range(3): f(tf.ones(3))

# == caught: an iteration that prints
class C:
    def __iter__(self):
        print('a')
        return iter([1., 2.])
c = C()
def f(x):
    for k in c: x = x * k
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: a comparison that prints
class C:
    def __eq__(self, o):
        print('a')
        return True
c = C()
def f(x):
    return tf.nn.relu(x) * (1. if c == 3 else 2.)
for _ in range(3): f(tf.ones(3))

# == caught: a text that appends
class C:
    def __str__(self):
        log.append(1)
        return 'a'
log = []
c = C()
def f(x):
    s = f'{c}'
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: an item set that prints
class C:
    def __setitem__(self, i, v): print('a')
c = C()
def f(x):
    c[0] = 1
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: an item deleted that prints
class C:
    def __delitem__(self, i): print('a')
c = C()
def f(x):
    del c[0]
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: an exit that prints
class C:
    def __enter__(self): return self
    def __exit__(self, *a): print('x')
c = C()
def f(x):
    with c:
        x = x + 1.
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: an exit that prints on the way out
class C:
    def __enter__(self): return self
    def __exit__(self, *a): print('x')
c = C()
def f(x):
    with c:
        return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: an absolute value that prints
class C:
    def __abs__(self):
        print('x')
        return 1.
c = C()
def f(x):
    return tf.nn.relu(x) * abs(c)
for _ in range(3): f(tf.ones(3))

# == caught: a conversion that prints
class C:
    def __float__(self):
        print('x')
        return 1.
c = C()
def f(x):
    return tf.nn.relu(x) * float(c)
for _ in range(3): f(tf.ones(3))

# == caught: a key that prints when hashed
class C:
    def __hash__(self):
        print('x')
        return 1
c = C()
def f(x):
    d = {c: 2.}
    return tf.nn.relu(x) * d[c]
for _ in range(3): f(tf.ones(3))

# == caught: elements that print when sorted
class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        print('x')
        return self.v < o.v
cs = [C(2.), C(1.)]
def f(x):
    return tf.nn.relu(x) * sorted(cs)[0].v
for _ in range(3): f(tf.ones(3))

# == caught: an augmented addition that prints
class C:
    def __iadd__(self, o):
        print('x')
        return self
def f(x):
    c = C()
    c += 1
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: an augmented matrix product that prints
class C:
    def __imatmul__(self, o):
        print('x')
        return self
def f(x):
    c = C()
    c @= 1
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: an object that prints when it goes
class C:
    def __del__(self):
        print('x')
def f(x):
    c = C()
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: a descriptor that prints
class D:
    def __get__(self, o, t=None):
        print('x')
        return 2.
class C:
    k = D()
c = C()
def f(x):
    return tf.nn.relu(x) * c.k
for _ in range(3): f(tf.ones(3))

# == caught: a metaclass that prints
class M(type):
    def __call__(cls, *a):
        print('x')
        return super().__call__(*a)
class C(metaclass=M): pass
def f(x):
    C()
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: a class body that prints
def f(x):
    class C:
        print('x')
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))

# == caught: a default that prints
def f(x):
    def g(y=print('x')): return y
    g()
    return tf.nn.relu(x)
for _ in range(3): f(tf.ones(3))
