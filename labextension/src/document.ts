/** A notebook as the model sees it. */

import type { ISignal } from '@lumino/signaling';

import { sameCells, type AnalyzeRequest, type CellSource } from './api';
import type { CellEdit } from './types';

/** An open notebook, as far as the model needs it. */
export interface Notebook {
  readonly path: string;
  /** What is open: the same in all its views, and whatever it is renamed to. */
  readonly document: object;
  readonly language: string;
  readonly isReadOnly: boolean;
  readonly changed: ISignal<unknown, void>;
  cells(): CellSource[];
  /** Whether the cell is not to be edited. */
  isLocked(cellId: string): boolean;
  /** Make all edits or none; return whether the cells still read as expected. */
  edit(edits: readonly CellEdit[]): boolean;
}

/** What a request says of a notebook. */
export type Sent = Pick<AnalyzeRequest, 'path' | 'cells'>;

/** Whether the notebook still stands there, and reads the same. */
export function isAsSent(notebook: Notebook, sent: Sent): boolean {
  return notebook.path === sent.path && sameCells(notebook.cells(), sent.cells);
}
