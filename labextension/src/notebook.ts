/** A notebook of JupyterLab as the model sees it: its code cells, where they are, and how they are changed. */

import type { CodeCell } from '@jupyterlab/cells';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import {
  NotebookActions,
  type Notebook as NotebookView,
  type NotebookPanel
} from '@jupyterlab/notebook';
import { Signal, type ISignal } from '@lumino/signaling';
import { PanelLayout } from '@lumino/widgets';

import type { CellSource } from './api';
import { columnIn } from './columns';
import { flashLine } from './marks';
import type { Notebook } from './document';
import { fits, fromTheEnd } from './spans';
import type { CellEdit } from './types';

type SharedNotebook = NonNullable<NotebookPanel['content']['model']>['sharedModel'];
type SharedCell = SharedNotebook['cells'][number];

/** A position to show, as the report has it: lines count from 1, columns from 0. */
export interface Target {
  cellId: string;
  line: number;
  column: number;
}

/** How long to wait for a cell that is to be shown, in milliseconds. */
const PATIENCE = 30_000;

export class OpenNotebook implements Notebook {
  constructor(readonly panel: NotebookPanel) {
    panel.content.modelChanged.connect(this.onModel, this);
    panel.context.pathChanged.connect(this.onContent, this);
    panel.disposed.connect(this.dispose, this);
    this.onModel();
  }

  get path(): string {
    return this.panel.context.localPath;
  }

  get document(): object {
    return this.panel.context;
  }

  get language(): string {
    const { content, sessionContext } = this.panel;
    const known = [content.model?.defaultKernelLanguage, sessionContext.kernelPreference.language];
    const name = known.find(each => each) ?? 'python';
    return name.toLowerCase().replace(/^i?python\d*$/, 'python');
  }

  get isReadOnly(): boolean {
    const { content, context } = this.panel;
    return (content.model?.readOnly ?? false) || context.contentsModel?.writable === false;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  cells(): CellSource[] {
    return this.shared.map(cell => {
      const type = cell.cell_type;
      // of other cells only the place counts
      return { id: cell.getId(), source: type === 'code' ? cell.getSource() : '', type };
    });
  }

  isLocked(cellId: string): boolean {
    const cell = this.shared.find(each => each.getId() === cellId);
    return cell?.getMetadata('editable') === false;
  }

  edit(edits: readonly CellEdit[]): boolean {
    const targets = edits.map(edit => this.cellOf(edit));
    const isAsExpected = edits.every((edit, index) => {
      const source = targets[index]?.getSource();
      return source === edit.before && fits(source, edit.spans);
    });
    if (!isAsExpected) {
      return false;
    }
    edits.forEach((edit, index) => {
      const cell = targets[index];
      if (cell) {
        write(cell, edit);
      }
    });
    return true;
  }

  /** Scroll to the line, put the cursor there and light the line up; return whether the cell is still there. */
  async reveal(target: Target): Promise<boolean> {
    const { content } = this.panel;
    const index = content.widgets.findIndex(
      cell => cell.model.sharedModel.getId() === target.cellId
    );
    if (index < 0) {
      return false;
    }
    const cell = content.widgets[index] as CodeCell;
    NotebookActions.expandParent(cell, content);
    cell.inputHidden = false;
    content.activeCellIndex = index;
    content.deselectAll();
    renderNow(content, index);
    await this.scrollTo(index);
    await isReady(cell);
    await this.scrollTo(index); // where it is was a guess until it was rendered
    await hasEditor(cell);
    const editor = cell.editor;
    if (!editor) {
      return true; // scrolled to, at least
    }
    const position = positionIn(editor, target);
    content.mode = 'edit';
    editor.setCursorPosition(position);
    editor.focus();
    editor.revealPosition(position);
    flashLine(editor, position.line);
    return true;
  }

  dispose(): void {
    this.panel.content.model?.contentChanged.disconnect(this.onContent, this);
    Signal.clearData(this);
  }

  /** Scroll to the cell; a scroll that something else interrupts is no error. */
  private scrollTo(index: number): Promise<void> {
    return this.panel.content.scrollToItem(index, 'center').catch(() => undefined);
  }

  private get shared(): readonly SharedCell[] {
    return this.panel.content.model?.sharedModel.cells ?? [];
  }

  /** The cell that is meant: where two have one id, the one at the place where it stood. */
  private cellOf({ cell, cell_id: id }: CellEdit): SharedCell | undefined {
    const there = this.shared[cell];
    return there?.getId() === id ? there : this.shared.find(each => each.getId() === id);
  }

  private onModel(): void {
    this.panel.content.model?.contentChanged.connect(this.onContent, this);
    this.onContent();
  }

  private onContent(): void {
    this._changed.emit();
  }

  private readonly _changed = new Signal<this, void>(this);
}

/** Change the lines that differ, as one step of the cell's own history. */
function write(cell: SharedCell, edit: CellEdit): void {
  startUndoStep(cell);
  cell.transact(() => {
    for (const { start, end, text } of fromTheEnd(edit.spans)) {
      cell.updateSource(start, end, text);
    }
  });
  startUndoStep(cell);
}

/** Keep what was typed within the last half second apart from what comes now. */
function startUndoStep(cell: SharedCell): void {
  if ('undoManager' in cell) {
    (cell.undoManager as { stopCapturing(): void } | null)?.stopCapturing();
  }
}

/** Where the target is in the editor, whose text may have changed since it was analysed. */
function positionIn(editor: CodeEditor.IEditor, { line, column }: Target): CodeEditor.IPosition {
  const at = Math.min(Math.max(0, line - 1), editor.lineCount - 1);
  return { line: at, column: columnIn(editor.getLine(at) ?? '', column) };
}

/** Render the cell before those above it: JupyterLab would come to the 400th only after 17 seconds. */
function renderNow(notebook: NotebookView, index: number): void {
  const cell = notebook.widgets[index];
  // a windowed notebook renders what is scrolled to by itself
  const isGradual = notebook.notebookConfig.windowingMode !== 'full';
  if (isGradual && cell.isPlaceholder() && notebook.layout instanceof PanelLayout) {
    cell.dataset.windowedListIndex = String(index); // by it the layout finds the place
    notebook.layout.insertWidget(index, cell);
  }
}

/** Wait until the cell is rendered. */
function isReady(cell: CodeCell): Promise<void> {
  return Promise.race([cell.ready, new Promise<void>(resolve => setTimeout(resolve, PATIENCE))]);
}

/** Wait until the cell has an editor: a cell that is out of view has none. */
async function hasEditor(cell: CodeCell): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!cell.editor && !cell.isDisposed && Date.now() < end) {
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
}
