/** Carries verdicts out in the cells, and takes them back. */

import { Signal, type ISignal } from '@lumino/signaling';

import type { Api, EditAction, ShownFunction } from './api';
import { sameFunction } from './choice';
import type { Notebook } from './document';
import type { Model } from './model';
import { reversed } from './spans';
import type { CellEdit, EditReply } from './types';

/** How an edit ended. */
export type Outcome = 'done' | 'nothing' | 'moved' | 'read-only' | 'locked' | 'failed';

/** How an edit ended, and what the server had to say. */
export interface Result {
  outcome: Outcome;
  messages: string[];
}

interface Done {
  path: string;
  edits: CellEdit[];
}

export class Editing {
  constructor(
    private readonly model: Model,
    private readonly api: Api
  ) {}

  /** Emitted when `canUndo` may have changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Return what `action` would change. */
  async plan(action: EditAction, target?: ShownFunction): Promise<EditReply> {
    const { notebook, preferences, evidence } = this.model;
    if (!notebook) {
      throw new Error('no notebook is open');
    }
    return this.api.edit({
      path: notebook.path,
      cells: notebook.cells(),
      action,
      ignored_rules: preferences.ignoredRules,
      ...(evidence && { evidence }),
      ...(target && {
        cell_id: target.cell_id ?? '',
        line: target.line,
        expect: this.model.lineOf(target)
      })
    });
  }

  /** Carry out `action` in the cells. */
  async carryOut(action: EditAction, target?: ShownFunction): Promise<Result> {
    const { notebook } = this.model;
    if (!notebook) {
      return result('nothing');
    }
    if (notebook.isReadOnly) {
      return result('read-only');
    }
    try {
      const current = target && (await this.current(target));
      if (target && !current) {
        return result('moved');
      }
      const reply = await this.plan(action, current);
      return this.write(notebook, reply);
    } catch (error) {
      void this.model.refresh();
      return result('failed', [error instanceof Error ? error.message : String(error)]);
    }
  }

  /** Make edits that were planned elsewhere. */
  put(edits: CellEdit[]): Result {
    const { notebook } = this.model;
    if (!notebook) {
      return result('nothing');
    }
    return notebook.isReadOnly ? result('read-only') : this.write(notebook, { edits, left: [] });
  }

  /** Whether `undo` has something to take back. */
  get canUndo(): boolean {
    return this._done.some(each => each.path === this.model.notebook?.path);
  }

  /** Take the last edit of this notebook back, in all cells that it touched. */
  undo(): Result {
    const { notebook } = this.model;
    const last = this._done.map(each => each.path).lastIndexOf(notebook?.path ?? '');
    if (!notebook || last < 0) {
      return result('nothing');
    }
    const [done] = this._done.splice(last, 1);
    return this.settle(notebook.edit(done.edits.map(reversed)));
  }

  /** Return the function as it stands now, undefined where it does no longer, or its verdict is another. */
  private async current(target: ShownFunction): Promise<ShownFunction | undefined> {
    if (!this.model.isStale) {
      return target;
    }
    await this.model.refresh();
    const found = this.model.functions.filter(each => sameFunction(each, target));
    return found.length === 1 && found[0].action === target.action ? found[0] : undefined;
  }

  private write(notebook: Notebook, reply: Pick<EditReply, 'edits' | 'left'>): Result {
    if (!reply.edits.length) {
      return result('nothing', reply.left);
    }
    if (reply.edits.some(each => notebook.isLocked(each.cell_id))) {
      return result('locked');
    }
    const isWritten = notebook.edit(reply.edits);
    if (isWritten) {
      this._done.push({ path: notebook.path, edits: reply.edits });
    }
    return this.settle(isWritten, reply.left);
  }

  private settle(isWritten: boolean, messages: string[] = []): Result {
    void this.model.refresh();
    this._changed.emit();
    return result(isWritten ? 'done' : 'moved', messages);
  }

  private readonly _changed = new Signal<this, void>(this);
  private readonly _done: Done[] = [];
}

function result(outcome: Outcome, messages: string[] = []): Result {
  return { outcome, messages };
}
