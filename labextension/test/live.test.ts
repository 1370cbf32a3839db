import { changedSpan } from '../src/cellWriting';
import { Live } from '../src/live';
import { Model } from '../src/model';
import { DEFAULTS } from '../src/preferences';
import { functionOf, MemoryNotebook, WaitingApi } from './fakes';

const TOLD = { schema: 1, names: { x: { kind: 'none', type: 'NoneType' } }, ran: { run: 3 } };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function open() {
  const api = new WaitingApi();
  const model = new Model(api);
  model.notebook = new MemoryNotebook('n.ipynb', { a: 'x = 1' });
  jest.runOnlyPendingTimers();
  return { api, model };
}

test('what a kernel tells is sent along, and once', async () => {
  const { api, model } = open();
  await api.answer(0, functionOf('f'));
  model.live.learn(TOLD);
  jest.runOnlyPendingTimers();
  expect(api.asked[1].evidence).toEqual(TOLD);
  expect(model.live.run).toBe(3);
  model.live.learn({ ...TOLD });
  jest.runOnlyPendingTimers();
  expect(api.asked).toHaveLength(2);
});

test('a kernel that is restarted has told nothing', async () => {
  const { api, model } = open();
  model.live.learn(TOLD);
  model.live.forget();
  jest.runOnlyPendingTimers();
  expect(api.asked[api.asked.length - 1].evidence).toBeUndefined();
  expect(model.live.run).toBeNull();
});

test('types from the kernel can be switched off and on', () => {
  const { api, model } = open();
  model.live.learn(TOLD);
  model.preferences = { ...DEFAULTS, liveTypes: false };
  jest.runOnlyPendingTimers();
  expect(api.asked[api.asked.length - 1].evidence).toBeUndefined();
  model.preferences = DEFAULTS;
  jest.runOnlyPendingTimers();
  expect(api.asked[api.asked.length - 1].evidence).toEqual(TOLD);
});

test('what one notebook’s kernel told is not told of another', () => {
  const { api, model } = open();
  model.live.learn(TOLD);
  model.notebook = new MemoryNotebook('other.ipynb', { a: 'x = 1' });
  jest.runOnlyPendingTimers();
  expect(api.asked[api.asked.length - 1].evidence).toBeUndefined();
});

test('that a kernel is busy changes what is shown and asks nothing', async () => {
  const { api, model } = open();
  await api.answer(0, functionOf('f'));
  const shown: boolean[] = [];
  model.changed.connect(() => shown.push(model.live.isBusy));
  model.live.isBusy = true;
  model.live.isBusy = true;
  model.live.isBusy = false;
  jest.runOnlyPendingTimers();
  expect(shown).toEqual([true, false]);
  expect(api.asked).toHaveLength(1);
});

test('before any cell has run there is no run to speak of', () => {
  const live = new Live();
  live.learn({ schema: 1, ran: { run: 0 } });
  expect(live.run).toBeNull();
});

test.each([
  ['def f():\n    pass', '@g\ndef f():\n    pass'],
  ['@g\ndef f(): pass', 'def f(): pass'],
  ['aXa', 'aYa'],
  ['aa', 'aaa'],
  ['', 'a'],
  ['same', 'same']
])('from %p to %p only what differs is touched', (before, after) => {
  const { start, end, expected, text } = changedSpan(before, after);
  expect(before.slice(start, end)).toBe(expected);
  expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
  expect(Math.min(expected.length, text.length)).toBeLessThanOrEqual(1);
});
