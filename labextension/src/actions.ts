/** What the panel's buttons and links do; the panel itself only shows. */

import type { ShownFunction } from './api';
import type { CellEdit, Place } from './types';

export interface Actions {
  refresh(): void;
  reveal(place: Place): void;
  apply(fn: ShownFunction): void;
  applyAll(): void;
  undo(): void;
  /** Take the decorator away. */
  removeDecorator(fn: ShownFunction): void;
  ignore(fn: ShownFunction): void;
  explain(code: string): void;
  verify(fn: ShownFunction): void;
  benchmark(fn: ShownFunction): void;
  /** What `apply` would change. */
  preview(fn: ShownFunction): Promise<CellEdit[]>;
}
