/** The panel's buttons, carried out in JupyterLab. */

import { Dialog, Notification, Sanitizer, showDialog } from '@jupyterlab/apputils';
import * as React from 'react';

import type { Actions } from './actions';
import type { Api, EditAction, RulePage } from './api';
import { Diff } from './components/diff';
import { Prose } from './components/prose';
import type { Editing, Result } from './editing';
import type { Model } from './model';
import type { OpenNotebook } from './notebook';
import type { Outputs, Trial } from './output';
import type { ShownFunction } from './api';
import type { CellEdit, Place } from './types';
import type { Words } from './words';

export class PanelActions implements Actions {
  constructor(
    private readonly model: Model,
    private readonly editing: Editing,
    private readonly api: Api,
    private readonly outputs: Outputs,
    private readonly words: Words
  ) {}

  refresh(): void {
    void this.model.refresh();
  }

  reveal(place: Place): void {
    const cellId = this.model.cellId(place.cell);
    if (cellId !== null) {
      void this.notebook?.reveal({ cellId, line: place.line, column: place.column });
    }
  }

  apply(fn: ShownFunction): void {
    void this.carryOut('apply', fn);
  }

  ignore(fn: ShownFunction): void {
    void this.carryOut('ignore', fn);
  }

  removeDecorator(fn: ShownFunction): void {
    void this.carryOut('undo', fn);
  }

  applyAll(): void {
    this.confirmAll().catch(error => this.sayError(error));
  }

  undo(): void {
    this.say(this.editing.undo());
  }

  explain(code: string): void {
    this.api.rule(code).then(
      page => showRule(page, this.words),
      error => this.sayError(error)
    );
  }

  verify(fn: ShownFunction): void {
    this.open({ target: fn.name, verifies: true });
  }

  benchmark(fn: ShownFunction): void {
    this.open({ target: fn.name, verifies: false });
  }

  preview(fn: ShownFunction): Promise<CellEdit[]> {
    return this.editing.plan('apply', fn).then(reply => reply.edits);
  }

  private get notebook(): OpenNotebook | null {
    return this.model.notebook as OpenNotebook | null;
  }

  private async confirmAll(): Promise<void> {
    const { trans } = this.words;
    const { notebook } = this.model;
    const reply = await this.editing.plan('apply-all-proved');
    if (!reply.edits.length) {
      this.say({ outcome: 'nothing', messages: reply.left });
      return;
    }
    const result = await showDialog({
      title: trans.__('Apply all proved'),
      body: (
        <div className="jp-Hybridize-dialog">
          <ul>
            {reply.changes.map((each, index) => (
              <li key={index}>
                {this.words.place(each.cell, 0)}: <code>{each.name}</code>{' '}
                <Prose text={each.text} />
              </li>
            ))}
          </ul>
          <Diff
            edits={reply.edits}
            label={trans.__('All changes')}
            nameOf={({ cell }) => this.words.place(cell, 0)}
          />
        </div>
      ),
      buttons: [Dialog.cancelButton(), Dialog.okButton({ label: trans.__('Apply') })]
    });
    if (notebook && result.button.accept) {
      this.say(this.editing.put(notebook, reply)); // what was shown, and nothing else
    }
  }

  private async carryOut(action: EditAction, fn: ShownFunction): Promise<void> {
    this.say(await this.editing.carryOut(action, fn));
  }

  private open(trial: Trial): void {
    const { panel } = this.notebook ?? {};
    if (!panel) {
      return;
    }
    try {
      this.outputs.open(panel, trial);
    } catch (error) {
      Notification.warning(error instanceof Error ? error.message : String(error), {
        autoClose: 5000
      });
    }
  }

  private say(result: Result): void {
    const text = this.words.outcome(result);
    if (text) {
      Notification.emit(text, result.outcome === 'failed' ? 'error' : 'warning', {
        autoClose: 5000
      });
    }
  }

  private sayError(error: unknown): void {
    this.say({
      outcome: 'failed',
      messages: [error instanceof Error ? error.message : String(error)]
    });
  }
}

function showRule(page: RulePage, words: Words): Promise<unknown> {
  const html = new Sanitizer().sanitize(page.html);
  return showDialog({
    title: `${page.code} ${page.name}`,
    body: (
      <div
        className="jp-Hybridize-dialog jp-RenderedHTMLCommon"
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    ),
    buttons: [Dialog.okButton({ label: words.trans.__('Close') })]
  });
}
