/** Underlines and hover texts on the `def` lines of the cells. */

import type { CodeEditor } from '@jupyterlab/codeeditor';
import { EditorExtensionRegistry, type IEditorExtensionRegistry } from '@jupyterlab/codemirror';
import { RangeSetBuilder, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  hoverTooltip,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate
} from '@codemirror/view';

import { nameIn } from './columns';
import type { Model } from './model';
import type { ShownFunction } from './api';
import type { Words } from './words';

/** How long a line that was jumped to stays lit, in milliseconds. */
const FLASH = 2000;

const flash = StateEffect.define<number | null>(); // the beginning of the line
const renew = StateEffect.define<null>();

const flashed = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(current, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(flash)) {
        return effect.value === null
          ? Decoration.none
          : Decoration.set(Decoration.line({ class: 'jp-Hybridize-flash' }).range(effect.value));
      }
    }
    return current.map(transaction.changes);
  },
  provide: field => EditorView.decorations.from(field)
});

/** Light up the line (counted from 0) for a while. */
export function flashLine(editor: CodeEditor.IEditor, line: number): void {
  const view = 'editor' in editor ? editor.editor : null;
  if (!(view instanceof EditorView) || line >= view.state.doc.lines) {
    return;
  }
  view.dispatch({ effects: flash.of(view.state.doc.line(line + 1).from) });
  setTimeout(() => view.dispatch({ effects: flash.of(null) }), FLASH);
}

/** Have every editor of a cell show what `model` knows of its functions. */
export function addMarks(registry: IEditorExtensionRegistry, model: Model, words: Words): void {
  registry.addExtension({
    name: 'jupyter-hybridize:marks',
    factory: ({ model: editorModel }) => {
      const shared = editorModel.sharedModel;
      const id =
        'getId' in shared && typeof shared.getId === 'function' ? String(shared.getId()) : null;
      return id === null
        ? null
        : EditorExtensionRegistry.createImmutableExtension(extension(id, model, words));
    }
  });
}

function extension(cellId: string, model: Model, words: Words): Extension {
  const inCell = () =>
    model.preferences.underline && !model.isStale
      ? model.functions.filter(each => each.cell_id === cellId)
      : [];
  return [flashed, underlines(inCell, model), hover(inCell, words)];
}

function underlines(inCell: () => ShownFunction[], model: Model): Extension {
  return ViewPlugin.define(view => new Underlines(view, inCell, model), {
    decorations: plugin => plugin.marks
  });
}

/** The underlines of one cell; between an edit and the next report they move with the text. */
class Underlines {
  marks: DecorationSet;

  constructor(
    private readonly view: EditorView,
    private readonly inCell: () => ShownFunction[],
    private readonly model: Model
  ) {
    this.shown = wordsOf(inCell());
    this.marks = decorations(view, inCell());
    model.changed.connect(this.onChanged, this);
  }

  update(update: ViewUpdate): void {
    if (update.transactions.some(each => each.effects.some(one => one.is(renew)))) {
      this.marks = decorations(update.view, this.inCell());
    } else if (update.docChanged) {
      this.shown = null;
      this.marks = this.marks.map(update.changes);
    }
  }

  destroy(): void {
    this.isGone = true;
    this.model.changed.disconnect(this.onChanged, this);
  }

  private onChanged(): void {
    const wanted = wordsOf(this.inCell());
    if (this.model.isStale || wanted === this.shown) {
      return; // of 400 editors few have something new to show
    }
    this.shown = wanted;
    // the model may change while the editor does, and then takes no orders
    queueMicrotask(() => {
      if (!this.isGone) {
        this.view.dispatch({ effects: renew.of(null) });
      }
    });
  }

  private shown: string | null;
  private isGone = false;
}

/** What the underlines of these functions depend on. */
function wordsOf(functions: ShownFunction[]): string {
  return functions
    .map(each => [each.line, each.column, each.name, each.confidence].join())
    .join(';');
}

function decorations(view: EditorView, functions: ShownFunction[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  for (const each of [...functions].sort((a, b) => a.line - b.line)) {
    const range = nameRange(view, each);
    if (range && range.to <= doc.length) {
      const mark = Decoration.mark({
        class: `jp-Hybridize-mark jp-Hybridize-mark-${each.confidence}`
      });
      builder.add(range.from, range.to, mark);
    }
  }
  return builder.finish();
}

/** Where the name stands in the line of the `def`. */
function nameRange(view: EditorView, fn: ShownFunction): { from: number; to: number } | null {
  if (fn.line < 1 || fn.line > view.state.doc.lines) {
    return null;
  }
  const line = view.state.doc.line(fn.line);
  const name = fn.name.split('.').pop() ?? '';
  const at = nameIn(line.text, name, fn.column);
  return name && at >= 0 ? { from: line.from + at, to: line.from + at + name.length } : null;
}

function hover(inCell: () => ShownFunction[], words: Words): Extension {
  return hoverTooltip((view, position) => {
    for (const each of inCell()) {
      const range = nameRange(view, each);
      if (range && range.from <= position && position <= range.to) {
        return {
          pos: range.from,
          end: range.to,
          above: true,
          create: () => ({ dom: tooltip(each, words) })
        };
      }
    }
    return null;
  });
}

function tooltip(fn: ShownFunction, words: Words): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'jp-Hybridize-tooltip';
  const head = document.createElement('strong');
  head.textContent = `${words.verdict(fn.confidence).sign} ${words.verdict(fn.confidence).word}`;
  const body = document.createElement('div');
  body.append(...prose(words.reason(fn)));
  dom.append(head, body);
  return dom;
}

/** A text of the report: what stands in `backquotes` is code. */
function prose(text: string): Node[] {
  return text.split('`').map((piece, index) => {
    const node = document.createElement(index % 2 ? 'code' : 'span');
    node.textContent = piece;
    return node;
  });
}
