/** What a running kernel has told of the notebook, and whether it can be asked now. */

import { JSONExt, type ReadonlyJSONObject } from '@lumino/coreutils';
import { Signal, type ISignal } from '@lumino/signaling';

export class Live {
  /** Emitted when something changes; with true where the evidence is another. */
  get changed(): ISignal<this, boolean> {
    return this._changed;
  }

  /** What it told last, null where it told nothing; it is passed on as it came. */
  get evidence(): ReadonlyJSONObject | null {
    return this._evidence;
  }

  /** The execution count of the last cell that had run when it told, null where none had. */
  get run(): number | null {
    const ran = this._evidence?.['ran'] as ReadonlyJSONObject | undefined;
    const run = ran?.['run'];
    return typeof run === 'number' && run > 0 ? run : null;
  }

  /** Whether a cell is running. */
  get isBusy(): boolean {
    return this._isBusy;
  }

  set isBusy(value: boolean) {
    if (value !== this._isBusy) {
      this._isBusy = value;
      this._changed.emit(false);
    }
  }

  learn(evidence: ReadonlyJSONObject): void {
    if (!JSONExt.deepEqual(evidence, this._evidence ?? {})) {
      this._evidence = evidence;
      this._changed.emit(true);
    }
  }

  /** Forget it: the kernel is another one now, or is not to be asked. */
  forget(): void {
    if (this._evidence) {
      this._evidence = null;
      this._changed.emit(true);
    }
  }

  private readonly _changed = new Signal<this, boolean>(this);
  private _evidence: ReadonlyJSONObject | null = null;
  private _isBusy = false;
}
