/** A notebook as the model sees it. */

import type { ISignal } from '@lumino/signaling';

import type { CellSource } from './api';
import type { CellEdit } from './types';

/** An open notebook, as far as the model needs it. */
export interface Notebook {
  readonly path: string;
  readonly language: string;
  readonly isReadOnly: boolean;
  readonly changed: ISignal<unknown, void>;
  cells(): CellSource[];
  /** Whether the cell is not to be edited. */
  isLocked(cellId: string): boolean;
  /** Make all edits or none; return whether the cells still read as expected. */
  edit(edits: readonly CellEdit[]): boolean;
}
