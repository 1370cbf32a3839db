import { columnIn, nameIn } from '../src/columns';

test.each([
  ['def f(x):', 'f', 0, 4],
  ['    def e(self):', 'e', 4, 8],
  ['async def d(x):', 'd', 0, 10],
  ['def  spaced (x):', 'spaced', 0, 5]
])('in %p the name %p is underlined behind the def', (line, name, column, at) => {
  expect(nameIn(line, name, column)).toBe(at);
});

test.each([
  ['x = f', 'f', 0],
  ['def g(f):', 'f', 0],
  ['', 'f', 0]
])('in %p, which defines no %p, nothing is', (line, name, column) => {
  expect(nameIn(line, name, column)).toBe(-1);
});

test('a character that takes two code units moves what follows', () => {
  expect(columnIn('s = "😀"; print(x)', 9)).toBe(10);
  expect(columnIn('short', 99)).toBe(5);
  expect(columnIn('short', -1)).toBe(0);
});
