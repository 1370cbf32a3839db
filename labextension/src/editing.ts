/** Carries verdicts out in the cells, and takes them back. */

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

export class Editing {
  constructor(
    private readonly model: Model,
    private readonly api: Api
  ) {}

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
      if ((target && !current) || this.model.notebook !== notebook) {
        return result('moved');
      }
      const reply = await this.plan(action, current);
      return this.write(notebook, reply);
    } catch (error) {
      void this.model.refresh();
      return result('failed', [error instanceof Error ? error.message : String(error)]);
    }
  }

  /** Make the edits that were planned for the notebook. */
  put(notebook: Notebook, planned: Pick<EditReply, 'edits' | 'left'>): Result {
    return notebook.isReadOnly ? result('read-only') : this.write(notebook, planned);
  }

  /** Whether `undo` has something to take back. */
  get canUndo(): boolean {
    const { notebook } = this.model;
    return notebook !== null && this.standing(notebook).length > 0;
  }

  /** Take the last edit of this notebook back, in all cells that it touched. */
  undo(): Result {
    const { notebook } = this.model;
    const last = notebook && this.standing(notebook).pop();
    if (!last) {
      return result('nothing');
    }
    const kept = this.madeIn(notebook).filter((_, index) => index !== last.index);
    this.made.set(notebook.document, kept);
    return this.settle(notebook.edit(last.edits.map(reversed)));
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
      this.made.set(notebook.document, [...this.madeIn(notebook), reply.edits]);
    }
    return this.settle(isWritten, reply.left);
  }

  private settle(isWritten: boolean, messages: string[] = []): Result {
    void this.model.refresh();
    return result(isWritten ? 'done' : 'moved', messages);
  }

  private madeIn(notebook: Notebook): CellEdit[][] {
    return this.made.get(notebook.document) ?? [];
  }

  /** Return what was made in the notebook, in order, without what Ctrl+Z took back in the cells. */
  private standing(notebook: Notebook): { index: number; edits: CellEdit[] }[] {
    const made = this.madeIn(notebook);
    const cells = made.length ? notebook.cells() : [];
    const sources = new Map(cells.map(each => [each.id, each.source]));
    return made
      .map((edits, index) => ({
        index,
        edits: edits.filter(each => sources.get(each.cell_id) !== each.before)
      }))
      .filter(each => each.edits.length > 0);
  }

  private readonly made = new WeakMap<object, CellEdit[][]>(); // by document
}

function result(outcome: Outcome, messages: string[] = []): Result {
  return { outcome, messages };
}
