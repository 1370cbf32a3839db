import { EvidenceRefused, RequestRefused, ServerMissing, Superseded } from '../src/api';
import { Model } from '../src/model';
import { DEFAULTS } from '../src/preferences';
import { functionOf, MemoryNotebook, WaitingApi } from './fakes';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function open(sources: Record<string, string> = { a: 'x = 1' }) {
  const api = new WaitingApi();
  const model = new Model(api);
  const notebook = new MemoryNotebook('n.ipynb', sources);
  model.notebook = notebook;
  jest.runOnlyPendingTimers();
  return { api, model, notebook };
}

test('a notebook is analysed as soon as it is looked at', async () => {
  const { api, model } = open();
  expect(model.phase).toBe('analysing');
  await api.answer(0, functionOf('f'));
  expect(model.phase).toBe('ready');
  expect(model.functions.map(each => each.name)).toEqual(['f']);
});

test('quick typing asks once, when it pauses', async () => {
  const { api, model, notebook } = open();
  await api.answer(0, functionOf('f'));
  for (const text of ['x', 'xy', 'xyz']) {
    notebook.type('a', text);
    jest.advanceTimersByTime(DEFAULTS.debounce - 1);
  }
  expect(api.asked).toHaveLength(1);
  expect(model.isStale).toBe(true);
  jest.advanceTimersByTime(1);
  expect(api.asked).toHaveLength(2);
  expect(api.asked[1].cells[0].source).toBe('xyz');
});

test('a late answer is dropped', async () => {
  const { api, model, notebook } = open();
  notebook.type('a', 'new');
  jest.advanceTimersByTime(DEFAULTS.debounce);
  await api.answer(1, functionOf('new'));
  await api.answer(0, functionOf('old'));
  expect(model.functions.map(each => each.name)).toEqual(['new']);
});

test('an answer about a text that has changed meanwhile is shown as stale', async () => {
  const { api, model, notebook } = open();
  notebook.type('a', 'new');
  await api.answer(0, functionOf('f'));
  expect(model.isStale).toBe(true);
});

test('a change that leaves the code alone asks nothing', async () => {
  const { api, model, notebook } = open();
  await api.answer(0);
  notebook.changed.emit();
  jest.runOnlyPendingTimers();
  expect(api.asked).toHaveLength(1);
  expect(model.isStale).toBe(false);
});

test('an answer about another notebook is dropped', async () => {
  const { api, model } = open();
  model.notebook = null;
  await api.answer(0, functionOf('f'));
  expect(model.phase).toBe('no-notebook');
  expect(model.functions).toEqual([]);
});

test('another language is not sent', () => {
  const api = new WaitingApi();
  const model = new Model(api);
  model.notebook = new MemoryNotebook('n.ipynb', { a: 'f(x) = 2x' }, 'julia');
  jest.runOnlyPendingTimers();
  expect(model.phase).toBe('not-python');
  expect(api.asked).toEqual([]);
});

test('a missing server is told apart from a refusal', async () => {
  const { api, model, notebook } = open();
  await api.refuse(0, new ServerMissing());
  expect(model.phase).toBe('no-server');
  notebook.type('a', 'new');
  jest.advanceTimersByTime(DEFAULTS.debounce);
  await api.refuse(1, new RequestRefused('too large'));
  expect([model.phase, model.error]).toEqual(['failed', 'too large']);
});

test('a request that a newer one took the place of says nothing', async () => {
  const { api, model } = open();
  await api.refuse(0, new Superseded());
  expect(model.error).toBe('');
});

test('without automatic analysis nothing is asked until it is wanted', async () => {
  const api = new WaitingApi();
  const model = new Model(api);
  model.preferences = { ...DEFAULTS, autoAnalyse: false };
  model.notebook = new MemoryNotebook('n.ipynb', { a: '' });
  jest.runOnlyPendingTimers();
  expect(api.asked).toEqual([]);
  void model.refresh();
  expect(api.asked).toHaveLength(1);
});

test('cells of the report are found by their number', async () => {
  const { api, model } = open({ a: 'x', b: 'y' });
  await api.answer(0);
  expect([model.cellId(1), model.cellId(2), model.cellId(null)]).toEqual(['b', null, null]);
});

test('a notebook that is renamed is analysed anew: the modules beside it are others', async () => {
  const { api, model, notebook } = open();
  await api.answer(0, functionOf('f'));
  notebook.rename('elsewhere/n.ipynb');
  expect(model.isStale).toBe(true);
  jest.advanceTimersByTime(DEFAULTS.debounce);
  expect(api.asked[1].path).toBe('elsewhere/n.ipynb');
  await api.answer(1, functionOf('f'));
  expect(model.isStale).toBe(false);
});

test('where a kernel is not understood the code alone is analysed', async () => {
  const { api, model } = open();
  model.live.learn({ schema: 99 });
  jest.runOnlyPendingTimers();
  await api.refuse(1, new EvidenceRefused('the evidence has schema 99'));
  expect(api.asked[2].evidence).toBeUndefined();
  await api.answer(2, functionOf('f'));
  expect([model.phase, model.error]).toEqual(['ready', '']);
  jest.runOnlyPendingTimers();
  expect(api.asked).toHaveLength(3);
});
