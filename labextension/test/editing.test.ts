import { RequestRefused } from '../src/api';
import { Editing } from '../src/editing';
import { Model } from '../src/model';
import { editReply, functionOf, MemoryNotebook, settled, WaitingApi } from './fakes';

const BEFORE = 'def f(x):\n    return x\n';
const AFTER = `@tf.function\n${BEFORE}`;
const ADDED = { start: 0, end: 0, expected: '', text: '@tf.function\n' };

async function open() {
  const api = new WaitingApi();
  const model = new Model(api);
  const notebook = new MemoryNotebook('n.ipynb', { a: BEFORE });
  model.preferences = { ...model.preferences, autoAnalyse: false };
  model.notebook = notebook;
  void model.refresh();
  await api.answer(0, functionOf('f'));
  api.nextEdit = editReply(BEFORE, [ADDED], AFTER);
  return { api, model, notebook, editing: new Editing(model, api) };
}

test('apply writes the edit and undo takes it back', async () => {
  const { editing, model, notebook } = await open();
  expect((await editing.carryOut('apply', model.functions[0])).outcome).toBe('done');
  expect(notebook.cells()[0].source).toBe(AFTER);
  expect(editing.canUndo).toBe(true);
  expect(editing.undo().outcome).toBe('done');
  expect(notebook.cells()[0].source).toBe(BEFORE);
  expect(editing.canUndo).toBe(false);
});

test('the request says what the line is expected to be', async () => {
  const { api, editing, model } = await open();
  await editing.carryOut('apply', model.functions[0]);
  expect(api.edits[0]).toMatchObject({ cell_id: 'a', line: 1, expect: 'def f(x):' });
});

test('nothing is written where the text moved under the edit', async () => {
  const { api, editing, model, notebook } = await open();
  api.nextEdit = editReply('gone', [{ ...ADDED, expected: 'gone', end: 4 }], '');
  expect((await editing.carryOut('apply', model.functions[0])).outcome).toBe('moved');
  expect(notebook.cells()[0].source).toBe(BEFORE);
  expect(editing.canUndo).toBe(false);
});

test('a stale list is brought up to date before anything is written', async () => {
  const { api, editing, model, notebook } = await open();
  const target = model.functions[0];
  notebook.type('a', `\n${BEFORE}`);
  const done = editing.carryOut('apply', target);
  await api.answer(1, functionOf('f', { line: 2, action: 'keep', confidence: 'refused' }));
  expect((await done).outcome).toBe('moved');
  expect(api.edits).toEqual([]);
});

test('a cell that is not editable is left alone', async () => {
  const { editing, model, notebook } = await open();
  notebook.locked.add('a');
  expect((await editing.carryOut('apply', model.functions[0])).outcome).toBe('locked');
  expect(notebook.cells()[0].source).toBe(BEFORE);
});

test('a read-only notebook is left alone', async () => {
  const { editing, model, notebook } = await open();
  notebook.isReadOnly = true;
  expect((await editing.carryOut('apply', model.functions[0])).outcome).toBe('read-only');
});

test('a refusal is told in the words of the server', async () => {
  const { api, editing, model } = await open();
  api.nextEdit = new RequestRefused('the cell cannot be parsed');
  expect(await editing.carryOut('apply', model.functions[0])).toEqual({
    outcome: 'failed',
    messages: ['the cell cannot be parsed']
  });
  await settled();
});

test('undo leaves a cell alone that was edited since', async () => {
  const { editing, model, notebook } = await open();
  await editing.carryOut('apply', model.functions[0]);
  notebook.type('a', 'something else');
  expect(editing.undo().outcome).toBe('moved');
  expect(notebook.cells()[0].source).toBe('something else');
});

test('what Ctrl+Z took back is not there to be undone, until it is redone', async () => {
  const { editing, model, notebook } = await open();
  await editing.carryOut('apply', model.functions[0]);
  notebook.type('a', BEFORE);
  expect(editing.canUndo).toBe(false);
  expect(editing.undo().outcome).toBe('nothing');
  notebook.type('a', AFTER);
  expect(editing.undo().outcome).toBe('done');
  expect(notebook.cells()[0].source).toBe(BEFORE);
});

test('undo leaves out the cells that Ctrl+Z has taken back already', async () => {
  const { editing, notebook, model } = await open();
  const other = new MemoryNotebook('other.ipynb', { a: BEFORE, b: BEFORE });
  model.notebook = other;
  const { edits } = editReply(BEFORE, [ADDED], AFTER);
  const both = [edits[0], { ...edits[0], cell: 1, cell_id: 'b' }];
  expect(editing.put(other, { edits: both, left: [] }).outcome).toBe('done');
  other.type('a', BEFORE);
  expect(editing.undo().outcome).toBe('done');
  expect(other.cells().map(each => each.source)).toEqual([BEFORE, BEFORE]);
  expect(notebook.cells()[0].source).toBe(BEFORE);
});

test('a notebook that was renamed keeps what can be undone, and another has nothing of it', async () => {
  const { editing, model, notebook } = await open();
  await editing.carryOut('apply', model.functions[0]);
  model.notebook = new MemoryNotebook('n.ipynb', { a: AFTER });
  expect(editing.canUndo).toBe(false);
  model.notebook = notebook;
  notebook.rename('renamed.ipynb');
  expect(editing.undo().outcome).toBe('done');
  expect(notebook.cells()[0].source).toBe(BEFORE);
});

test('nothing is written where another notebook comes to the front meanwhile', async () => {
  const { api, editing, model, notebook } = await open();
  notebook.type('a', `\n${BEFORE}`);
  const done = editing.carryOut('apply', model.functions[0]);
  const copy = new MemoryNotebook('copy.ipynb', { a: BEFORE });
  model.notebook = copy;
  await api.answer(1, functionOf('f'));
  expect((await done).outcome).toBe('moved');
  expect(api.edits).toEqual([]);
  expect(copy.cells()[0].source).toBe(BEFORE);
});

test('what was planned is written as it was shown, and into no other notebook', async () => {
  const { editing, model, notebook } = await open();
  const planned = editReply(BEFORE, [ADDED], AFTER);
  const copy = new MemoryNotebook('copy.ipynb', { a: BEFORE });
  model.notebook = copy;
  expect(editing.put(notebook, planned).outcome).toBe('done');
  expect(notebook.cells()[0].source).toBe(AFTER);
  expect(copy.cells()[0].source).toBe(BEFORE);
});

test.each(['\r\n', '\r'])('a line is found where lines end in %j', async ending => {
  const api = new WaitingApi();
  const model = new Model(api);
  model.notebook = new MemoryNotebook('n.ipynb', { a: `x = 1${ending}def f(): pass${ending}` });
  void model.refresh();
  await api.answer(0, functionOf('f', { line: 2 }));
  expect(model.lineOf(model.functions[0])).toBe('def f(): pass');
  model.dispose();
});
