# == caught: an attribute set between the calls
class C:
    def __init__(self): self.k = 1.
    def f(self, x): return x * self.k
c = C()
for i in range(3):
    c.f(tf.ones(3))
    c.k = c.k * 2

# == caught: an attribute set by another method
class C:
    def __init__(self): self.k = 1.
    def f(self, x): return x * self.k
    def up(self): self.k = self.k * 2
c = C()
for i in range(3):
    c.f(tf.ones(3))
    c.up()

# == caught: a class attribute set between the calls
class C:
    k = 1.
    def f(self, x): return x * self.k
c = C()
for i in range(3):
    c.f(tf.ones(3))
    C.k = C.k * 2

# == caught: a class attribute set through type
class C:
    k = 1.
    def f(self, x): return x * self.k
c = C()
for i in range(3):
    c.f(tf.ones(3))
    type(c).k = 3. * i

# == caught: a class attribute set through __class__
class C:
    k = 1.
    def f(self, x): return x * self.k
c = C()
for i in range(3):
    c.f(tf.ones(3))
    c.__class__.k = 3. * i

# == caught: a subclass gets an attribute of its own
class A:
    k = 1.
class B(A): pass
b = B()
def f(x): return x * b.k + 1.
f(tf.ones(3))
B.k = 2.
f(tf.ones(3))

# == caught: a method replaced on the class
class C:
    def g(self, x): return x
    def f(self, x): return self.g(x) * 2.
c = C()
c.f(tf.ones(3)); c.f(tf.ones(3))
C.g = lambda self, x: -x
c.f(tf.ones(3))

# == caught: a method replaced on the object
class C:
    def g(self, x): return x
    def f(self, x): return self.g(x) * 2.
c = C()
c.f(tf.ones(3)); c.f(tf.ones(3))
c.g = lambda x: -x
c.f(tf.ones(3))

# == caught: a method nobody calls sets the attribute
class C:
    def __init__(self): self.k = 1.
    def f(self, x): return x * self.k
    def up(self): self.k = 2.
c = C()
c.f(tf.ones(3)); c.f(tf.ones(3))

# == caught: an attribute that was missing
class C: pass
c = C()
def f(x):
    if hasattr(c, 'k'):
        return x + 1.
    return x
f(tf.ones(3))
c.k = 1
f(tf.ones(3))

# == caught: an attribute with a default
class C: pass
c = C()
def f(x):
    return x * getattr(c, 'k', 1.)
f(tf.ones(3))
c.k = 2.
f(tf.ones(3))

# == caught: an attribute set by setattr
class C: pass
c = C()
c.k = 1.
def f(x):
    return x * c.k
f(tf.ones(3))
setattr(c, 'k', 2.)
f(tf.ones(3))

# == caught: an attribute set through __dict__
class C: pass
c = C()
c.k = 1.
def f(x):
    return x * c.k
f(tf.ones(3))
c.__dict__.update(k=3.)
f(tf.ones(3))

# == caught: an attribute set through vars
class C: pass
c = C()
c.k = 1.
def f(x):
    return x * c.k
f(tf.ones(3))
vars(c)['k'] = 3.
f(tf.ones(3))

# == caught: a field of a dataclass
import dataclasses
@dataclasses.dataclass
class Cfg:
    k: float = 1.
cfg = Cfg()
def f(x): return x * cfg.k
f(tf.ones(3)); f(tf.ones(3))
cfg.k = 2.
f(tf.ones(3))

# == caught: a field of a frozen dataclass set from behind
import dataclasses
@dataclasses.dataclass(frozen=True)
class Cfg:
    k: float = 1.
cfg = Cfg()
def f(x): return x * cfg.k
f(tf.ones(3)); f(tf.ones(3))
object.__setattr__(cfg, 'k', 2.)
f(tf.ones(3))

# == caught: an attribute of the function
def f(x): return x * f.k
f.k = 1.
f(tf.ones(3)); f(tf.ones(3))
f.k = 2.
f(tf.ones(3))

# == caught: a default changed in place
def f(x, k=[1.]): return x * k[0]
f(tf.ones(3)); f(tf.ones(3))
f.__defaults__[0][0] = 3.
f(tf.ones(3))

# == caught: the code of a helper replaced
def f(x): return g(x) * 2.
def g(x): return x
f(tf.ones(3)); f(tf.ones(3))
g.__code__ = (lambda x: -x).__code__
f(tf.ones(3))

# == caught: an attribute of a layer
class L(tf.keras.layers.Layer):
    def __init__(self, k):
        super().__init__()
        self.k = k
    def call(self, x):
        return x * self.k
l = L(2.)
def f(x): return l(x) + 1.
f(tf.ones([2,3]))
l.k = 3.
f(tf.ones([2,3]))

# == safe: an attribute that stays
class C:
    def __init__(self): self.k = 1.
    def f(self, x): return x * self.k
c = C()
for i in range(3):
    c.f(tf.ones(3))

# == safe: an attribute the initialiser writes twice
class C:
    def __init__(self):
        self.k = 1.
        self.k = 2.
    def f(self, x): return x * self.k
c = C()
c.f(tf.ones(3)); c.f(tf.ones(3))
