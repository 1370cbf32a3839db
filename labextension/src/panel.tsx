/** The sidebar. */

import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Signal, type ISignal } from '@lumino/signaling';
import * as React from 'react';

import type { Actions } from './actions';
import { chosen, isActionable, type Choice } from './choice';
import { Controls } from './components/controls';
import { FunctionList } from './components/list';
import { LiveTypes } from './components/live';
import { Notice, Problems, ReadOnly } from './components/notice';
import { Prose } from './components/prose';
import { hybridizeIcon } from './icons';
import type { Editing } from './editing';
import type { Model } from './model';
import type { Place } from './types';
import type { Words } from './words';

export class Panel extends ReactWidget {
  constructor(
    private readonly model: Model,
    private readonly editing: Editing,
    private readonly words: Words,
    private readonly actions: Actions
  ) {
    super();
    const { trans } = words;
    this.id = 'jupyter-hybridize:panel';
    this.addClass('jp-Hybridize');
    this.title.icon = hybridizeIcon;
    this.title.caption = trans.__('Hybridize');
    this.node.tabIndex = -1;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', trans.__('Hybridize'));
    model.changed.connect(this.showCount, this);
  }

  override render(): JSX.Element {
    return (
      <UseSignal signal={this.model.changed}>
        {() => (
          <Body
            model={this.model}
            editing={this.editing}
            words={this.words}
            actions={this.actions}
          />
        )}
      </UseSignal>
    );
  }

  /** Emitted when the panel has come into view. */
  get shown(): ISignal<this, void> {
    return this._shown;
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._shown.emit();
  }

  private readonly _shown = new Signal<this, void>(this);

  override dispose(): void {
    this.model.changed.disconnect(this.showCount, this);
    super.dispose();
  }

  /** Show on the tab how many functions there is something to do about. */
  private showCount(): void {
    const { trans } = this.words;
    const count = this.model.functions.filter(isActionable).length;
    const className = count ? 'jp-Hybridize-tab jp-mod-counted' : 'jp-Hybridize-tab';
    this.title.label = count ? String(count) : '';
    this.title.className = className;
    this.title.caption = count
      ? trans._n('Hybridize: %1 function to look at', 'Hybridize: %1 functions to look at', count)
      : trans.__('Hybridize');
  }
}

interface BodyProps {
  model: Model;
  editing: Editing;
  words: Words;
  actions: Actions;
}

function Body({ model, editing, words, actions }: BodyProps): JSX.Element {
  const [choice, setChoice] = React.useState<Choice>({ filter: 'all', search: '', order: 'cell' });
  const nameOf = (place: Place) => words.place(place.cell, place.line, place.unit);
  const shown = chosen(model.functions, choice);
  return (
    <>
      <Header model={model} editing={editing} words={words} actions={actions} />
      <Notice model={model} words={words} />
      <ReadOnly model={model} words={words} />
      {model.functions.length > 0 && (
        <Controls functions={model.functions} choice={choice} words={words} onChange={setChoice} />
      )}
      <div className={`jp-Hybridize-body${model.isStale ? ' jp-mod-stale' : ''}`}>
        <Problems
          model={model}
          words={words}
          onReveal={(cell, line) => actions.reveal({ cell, line, column: 0 })}
        />
        {shown.length > 0 ? (
          <FunctionList
            functions={shown}
            isByCell={choice.order === 'cell'}
            words={words}
            actions={actions}
            nameOf={nameOf}
            isBlocked={model.isReadOnly}
          />
        ) : (
          model.functions.length > 0 && (
            <p className="jp-Hybridize-notice">{words.trans.__('No function matches.')}</p>
          )
        )}
        {model.assumes && (
          <p className="jp-Hybridize-small">
            {words.trans.__('Assumed:')} <Prose text={model.assumes} />
          </p>
        )}
      </div>
    </>
  );
}

function Header({ model, editing, words, actions }: BodyProps): JSX.Element {
  const { trans } = words;
  const proved = model.proved.length;
  const hasNotebook = model.phase !== 'no-notebook' && model.phase !== 'not-python';
  return (
    <div className="jp-Hybridize-header">
      <h2>{trans.__('Hybridize')}</h2>
      <p className="jp-Hybridize-file" title={model.notebook?.path}>
        {words.file(model)}
      </p>
      <p className="jp-Hybridize-status" role="status" aria-live="polite">
        {words.status(model)}
      </p>
      <LiveTypes model={model} words={words} />
      {hasNotebook && (
        <div
          className="jp-Hybridize-buttons"
          role="group"
          aria-label={trans.__('Actions on the notebook')}
        >
          {proved > 0 && !model.isReadOnly && (
            <button
              type="button"
              className="jp-Hybridize-button jp-mod-main"
              onClick={() => actions.applyAll()}
            >
              {trans.__('Apply all proved (%1)', proved)}
            </button>
          )}
          {editing.canUndo && !model.isReadOnly && (
            <button type="button" className="jp-Hybridize-button" onClick={() => actions.undo()}>
              {trans.__('Undo')}
            </button>
          )}
          <button type="button" className="jp-Hybridize-button" onClick={() => actions.refresh()}>
            {trans.__('Analyse now')}
          </button>
        </div>
      )}
    </div>
  );
}
