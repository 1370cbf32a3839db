/** Writes what a kernel asks for into the cell of the notebook, if its text is still the one that was run. */

import type { CellSource } from './api';
import type { Editing } from './editing';
import type { CellToWrite, Host } from './kernelComm';
import type { Model } from './model';
import type { CellEdit, SpanEdit } from './types';
import type { Words } from './words';

export class CellWriter implements Host {
  constructor(
    private readonly model: Model,
    private readonly editing: Editing,
    private readonly words: Words
  ) {}

  write(cell: CellToWrite): string {
    const { trans } = this.words;
    const { notebook } = this.model;
    const cells = notebook?.cells() ?? [];
    const index = positionOf(cells, cell);
    if (!notebook || index < 0) {
      return trans.__('its text is another one now');
    }
    const edit = editOf(cells[index], index, cell);
    const result = this.editing.put(notebook, { edits: [edit], left: [] });
    return result.outcome === 'done' ? '' : this.words.outcome(result);
  }
}

/** Return where the cell stands; one that the kernel cannot name has to be the only one with its text. */
function positionOf(cells: readonly CellSource[], { id, before }: CellToWrite): number {
  const isMeant = (each: CellSource) =>
    (id === null || each.id === id) && withoutEnd(each.source) === withoutEnd(before);
  const found = cells.findIndex(isMeant);
  const isOnly = found >= 0 && cells.filter(isMeant).length === 1;
  return isOnly ? found : -1;
}

function editOf({ id, source }: CellSource, cell: number, change: CellToWrite): CellEdit {
  const [before, after] = [withoutEnd(change.before), withoutEnd(change.after)];
  const span = changedSpan(before, after);
  return {
    cell,
    cell_id: id,
    before: source,
    after: after + source.slice(before.length),
    spans: [span],
    diff: ''
  };
}

/** Return the stretch of `before` that differs from `after`. */
export function changedSpan(before: string, after: string): SpanEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  let tail = 0;
  while (
    tail < shorter - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const end = before.length - tail;
  return {
    start,
    end,
    expected: before.slice(start, end),
    text: after.slice(start, after.length - tail)
  };
}

function withoutEnd(text: string): string {
  return text.replace(/\n+$/, '');
}
